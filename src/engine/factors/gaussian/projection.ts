import type { Element } from '../../plan/graph';
import type { Affine } from './affine';
import type { Noise } from './conditional';
import { filter } from './filter';
import type { LinearGaussian, Node } from './linearGaussian';
import type { Rows } from './rows';
import { semidefiniteFactor } from './semidefinite';

/** A value at standard numbers s: constant + root · s. */
export interface Spanned {
  readonly constant: Float64Array;
  /** size × rank, row-major. */
  readonly root: Float64Array;
}

/**
 * A linear-Gaussian model of which all that depends on it sees a few linear forms only. With as many independent standard numbers s as there are
 * independent forms, these have their own distribution given the evidence; the rest is Gaussian given them.
 */
export interface Projection {
  /** Numbers of s that matter here. */
  readonly rank: number;
  /** log p of the evidence in the model. */
  readonly logEvidence: number;
  /** For every element without evidence values at which the forms are what s says; they say nothing of the element otherwise. */
  readonly values: ReadonlyMap<string, Spanned>;
  /** The wanted element: its mean given s, and its covariance about it, which does not depend on s; null where none is wanted. */
  readonly wanted: (Spanned & { readonly covariance: Float64Array }) | null;
}

/** Jointly Gaussian elements of which all others see a few linear forms: these take the plan's first standard numbers. */
export interface Projected {
  /** One for each joint state of the plan's table; null where that is impossible. */
  readonly states: readonly (Projection | null)[];
  /** Those whose values others depend on. */
  readonly seen: readonly Element[];
}

/**
 * Forms are taken to depend on others where they differ from what these make of them by less than this share of themselves.
 */
const dependent = 1e-12;

/**
 * Projects a model onto the forms that are seen of it.
 *
 * Every coordinate of the model is an affine function of the independent standard normals ε behind all elements: z = z₀ + B ε, by one pass
 * through the model, and a form's row over ε comes from one pass back. Q, an orthonormal basis of these rows, makes q = Q ε as many standard
 * normals as there are independent forms, and z₀ + B Qᵀ q has the forms that q stands for. What the evidence says of q, and of a wanted
 * element with it, is told by the filter, to which q is one element more.
 * @param forms affine in the model's coordinates
 * @param mostRank null where there are more independent forms
 * @param wanted the key of an element without evidence
 */
export function project(
  model: LinearGaussian,
  evidence: ReadonlyMap<string, Float64Array>,
  forms: readonly Affine[],
  mostRank: number,
  wanted: string | null,
): Projection | null {
  const basis = basisOf(model, forms, mostRank);
  if (basis === null) return null;
  const rank = basis.length;
  const start = forward(model, null);
  const about = told(model, evidence, basis, start, wanted);
  const spread = basis.map(({ noise }) => forward(model, noise));
  const values = new Map<string, Spanned>();
  for (const node of model.nodes) {
    if (evidence.has(node.key)) continue;
    const constant = start.slice(node.first, node.first + node.size);
    const root = new Float64Array(node.size * rank);
    for (let j = 0; j < node.size; j++) {
      for (let k = 0; k < rank; k++) {
        const along = spread[k]![node.first + j]!;
        constant[j]! += along * about.mean[k]!;
        for (let l = 0; l <= k; l++) root[j * rank + l]! += along * about.factor[k * rank + l]!;
      }
    }
    values.set(node.key, { constant, root });
  }
  return { rank, logEvidence: about.logEvidence, values, wanted: about.wanted };
}

/** One of the standard normals q, as a row over ε and as one over the model's coordinates (about their prior means). */
interface Direction {
  readonly noise: Float64Array;
  readonly row: Float64Array;
}

/** Gram–Schmidt, each row twice, so that rounding leaves them orthogonal. */
function basisOf(model: LinearGaussian, forms: readonly Affine[], mostRank: number): Direction[] | null {
  const basis: Direction[] = [];
  const seen = new Set<string>();
  for (const { rows } of forms) {
    if (rows === null) continue;
    for (let i = 0; i + 1 < rows.start.length; i++) {
      const [from, to] = [rows.start[i]!, rows.start[i + 1]!];
      const name = `${rows.column.subarray(from, to).join()}|${rows.value.subarray(from, to).join()}`;
      if (from === to || seen.has(name)) continue;
      seen.add(name);
      const row = new Float64Array(model.owner.length);
      for (let at = from; at < to; at++) row[rows.column[at]!] = rows.value[at]!;
      const noise = backward(model, row);
      const whole = lengthOf(noise);
      if (!(whole > 0)) continue;
      for (let round = 0; round < 2; round++) {
        for (const other of basis) {
          const share = dot(noise, other.noise);
          subtract(noise, other.noise, share);
          subtract(row, other.row, share);
        }
      }
      const rest = lengthOf(noise);
      if (!(rest > dependent * whole)) continue;
      if (basis.length === mostRank) return null;
      basis.push({ noise: noise.map((each) => each / rest), row: row.map((each) => each / rest) });
    }
  }
  return basis;
}

/** Without overflow on the way. */
function lengthOf(x: Float64Array): number {
  const top = x.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return top > 0 ? top * Math.sqrt(x.reduce((sum, each) => sum + (each / top) ** 2, 0)) : 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * what[i]!;
}

interface Told {
  readonly logEvidence: number;
  readonly mean: Float64Array;
  /** Lower triangular, rank × rank. */
  readonly factor: Float64Array;
  readonly wanted: Projection['wanted'];
}

/** What the evidence says of q and of a wanted element. */
function told(
  model: LinearGaussian,
  evidence: ReadonlyMap<string, Float64Array>,
  basis: readonly Direction[],
  start: Float64Array,
  wanted: string | null,
): Told {
  const rank = basis.length;
  const first = model.owner.length;
  const node: Node = {
    key: formsKey,
    size: rank,
    first,
    conditional: {
      constant: Float64Array.from(basis, ({ row }) => -dot(row, start)),
      rows: sparse(basis.map(({ row }) => row)),
      noise: { kind: 'independent', variance: new Float64Array(rank) },
    },
  };
  const owner = new Int32Array(first + rank).fill(model.nodes.length);
  owner.set(model.owner);
  const nodes = rank === 0 ? model.nodes : [...model.nodes, node];
  const extended: LinearGaussian = { nodes, byKey: new Map(nodes.map((each) => [each.key, each])), owner };
  const keep = [...(rank === 0 ? [] : [formsKey]), ...(wanted === null ? [] : [wanted])];
  const { logEvidence, mean, covariance } = filter(extended, evidence, keep);
  const all = mean.length;
  const factor = semidefiniteFactor(covariance, all);
  const own = new Float64Array(rank * rank);
  for (let k = 0; k < rank; k++) own.set(factor.subarray(k * all, k * all + rank), k * rank);
  const size = all - rank;
  const root = new Float64Array(size * rank);
  const rest = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const row = factor.subarray((rank + j) * all, (rank + j + 1) * all);
    root.set(row.subarray(0, rank), j * rank);
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let l = rank; l <= rank + k; l++) sum += row[l]! * factor[(rank + k) * all + l]!;
      rest[j * size + k] = rest[k * size + j] = sum;
    }
  }
  return {
    logEvidence,
    mean: mean.subarray(0, rank),
    factor: own,
    wanted: wanted === null ? null : { constant: mean.slice(rank), root, covariance: rest },
  };
}

/** No element has this key. */
const formsKey = '\0forms';

function sparse(dense: readonly Float64Array[]): Rows {
  const [start, column, value]: [number[], number[], number[]] = [[0], [], []];
  for (const row of dense) {
    row.forEach((each, i) => {
      if (each === 0) return;
      column.push(i);
      value.push(each);
    });
    start.push(column.length);
  }
  return { start: Int32Array.from(start), column: Int32Array.from(column), value: Float64Array.from(value) };
}

/**
 * All coordinates at some values of the standard normals behind them.
 * @param noise null for the prior means; otherwise without these: B ε
 */
function forward({ nodes, owner }: LinearGaussian, noise: Float64Array | null): Float64Array {
  const z = new Float64Array(owner.length);
  for (const { first, size, conditional } of nodes) {
    const { constant, rows, noise: own } = conditional!;
    if (noise === null) z.set(constant, first);
    else times(factorOf(own), noise.subarray(first, first + size), z.subarray(first, first + size));
    if (rows === null) continue;
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let at = rows.start[j]!; at < rows.start[j + 1]!; at++) sum += rows.value[at]! * z[rows.column[at]!]!;
      z[first + j]! += sum;
    }
  }
  return z;
}

/** A row over the coordinates as one over the standard normals behind them: Bᵀ row. */
function backward({ nodes, owner }: LinearGaussian, row: Float64Array): Float64Array {
  const a = row.slice();
  const result = new Float64Array(owner.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { first, size, conditional } = nodes[i]!;
    const { rows, noise } = conditional!;
    const own = a.subarray(first, first + size);
    if (own.every((each) => each === 0)) continue;
    timesTransposed(factorOf(noise), own, result.subarray(first, first + size));
    if (rows === null) continue;
    for (let j = 0; j < size; j++) {
      for (let at = rows.start[j]!; at < rows.start[j + 1]!; at++) a[rows.column[at]!]! += rows.value[at]! * own[j]!;
    }
  }
  return result;
}

/** A square root of a noise covariance: standard deviations, or one lower triangle for every block. */
type Factor =
  | { readonly kind: 'independent'; readonly sd: Float64Array }
  | { readonly kind: 'blocks'; readonly block: number; readonly lower: Float64Array };

const factors = new WeakMap<Noise, Factor>();

function factorOf(noise: Noise): Factor {
  let factor = factors.get(noise);
  if (factor === undefined) {
    factor =
      noise.kind === 'independent'
        ? { kind: 'independent', sd: noise.variance.map(Math.sqrt) }
        : { kind: 'blocks', block: noise.block, lower: semidefiniteFactor(noise.covariance, noise.block) };
    factors.set(noise, factor);
  }
  return factor;
}

function times(factor: Factor, x: Float64Array, result: Float64Array): void {
  if (factor.kind === 'independent') {
    for (let j = 0; j < x.length; j++) result[j] = factor.sd[j]! * x[j]!;
    return;
  }
  const { block, lower } = factor;
  for (let from = 0; from < x.length; from += block) {
    for (let j = 0; j < block; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += lower[j * block + k]! * x[from + k]!;
      result[from + j] = sum;
    }
  }
}

function timesTransposed(factor: Factor, x: Float64Array, result: Float64Array): void {
  if (factor.kind === 'independent') {
    times(factor, x, result);
    return;
  }
  const { block, lower } = factor;
  for (let from = 0; from < x.length; from += block) {
    for (let k = 0; k < block; k++) {
      let sum = 0;
      for (let j = k; j < block; j++) sum += lower[j * block + k]! * x[from + j]!;
      result[from + k] = sum;
    }
  }
}
