import { expressionsOf } from '../../../src/model/expressionsOf';
import { type FamilyName, families } from '../../../src/model/families';
import type { Loops } from '../../../src/model/loops';
import type { Distribution, FamilyCall } from '../../../src/model/model';
import { sizeOf } from '../batch';
import { accepts } from '../checkLaw';
import { type Coordinate, type States, statesOfCoordinates } from '../discreteStates';
import { distributions } from '../distributions';
import type { UnivariateFamily } from '../distributions/family';
import type { Program } from '../program';
import { type DoubleScope, evaluate, isDouble, rowsAt } from './doubleExpression';
import { constant, type Doubles } from './doubles';
import { hasLogMass, logMass, mass } from './logMass';

/** A factorised distribution with its parameters evaluated in double precision at all nodes. */
export type DoubleLaw = FamilyLaw | RowsLaw;

interface FamilyLaw {
  readonly kind: 'family';
  readonly name: FamilyName;
  readonly family: UnivariateFamily;
  readonly parameters: readonly Doubles[];
  /** Numbers in a draw; coordinate j uses number j of each parameter, counted round and round. */
  readonly size: number;
  /** Numbers of a parameter that belong to one coordinate: the categories of a Categorical, or else 1. */
  readonly width: number;
  /** The parameters at each node, where they are few: likelihoods of long chains ask for them again and again. */
  readonly rows: readonly (readonly number[])[] | null;
}

interface RowsLaw {
  readonly kind: 'rows';
  readonly rows: readonly DoubleLaw[];
  /** The row that holds at each node. */
  readonly row: Int32Array;
  readonly size: number;
}

/** Whether a distribution can be evaluated in double precision. */
export function isDoubleDistribution(distribution: Distribution, program: Program): boolean {
  return hasFamilies(distribution) && expressionsOf(distribution).every((expr) => isDouble(expr, program));
}

function hasFamilies(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'family':
      return hasLogMass(distribution.family) && hasFlatParameters(distribution);
    case 'copies':
      return hasFamilies(distribution.base);
    case 'table':
      return (
        distribution.rows.every((row) => hasFamilies(row.value)) &&
        (distribution.otherwise === null || hasFamilies(distribution.otherwise))
      );
  }
}

/** Whether every parameter is one number for all coordinates, or one for each. */
function hasFlatParameters({ family, args, type }: FamilyCall): boolean {
  const size = sizeOf(type.shape);
  return Object.values(args).every((arg) => {
    const own = family === 'Categorical' ? arg.type.shape.slice(0, -1) : arg.type.shape;
    return sizeOf(own) === 1 || sizeOf(own) === size;
  });
}

/**
 * Evaluates the parameters of a distribution.
 * @param distribution one for which `isDoubleDistribution` holds
 * @returns null where a parameter is outside of its domain: the check of parameters in single precision words that
 */
export function doubleLaw(distribution: Distribution, scope: DoubleScope, loops: Loops): DoubleLaw | null {
  switch (distribution.kind) {
    case 'family':
      return familyLaw(distribution, scope, loops);
    case 'copies': {
      const law = doubleLaw(distribution.base, scope, loops);
      return law === null ? null : copies(law, distribution.count);
    }
    case 'table': {
      const subjects = distribution.subjects.map((subject) => evaluate(subject, scope, loops));
      const row = rowsAt(subjects, distribution.rows);
      const used = [...new Set(row)];
      const laws: DoubleLaw[] = [];
      for (const each of used) {
        const chosen = each < 0 ? distribution.otherwise : distribution.rows[each]!.value;
        const law = chosen === null ? null : doubleLaw(chosen, scope, loops);
        if (law === null) return null;
        laws.push(law);
      }
      return {
        kind: 'rows',
        rows: laws,
        row: row.map((each) => used.indexOf(each)),
        size: sizeOf(distribution.type.shape),
      };
    }
  }
}

function familyLaw(call: FamilyCall, scope: DoubleScope, loops: Loops): FamilyLaw | null {
  const family = distributions[call.family];
  if (family.kind !== 'univariate') return null;
  const parameters = families[call.family].parameters.map(({ name, default: standard }) => {
    const arg = call.args[name];
    return arg === undefined ? constant(standard ?? Number.NaN) : evaluate(arg, scope, loops);
  });
  const width = call.family === 'Categorical' ? call.args.probabilities!.type.shape.at(-1)! : 1;
  const size = sizeOf(call.type.shape);
  const law: FamilyLaw = { kind: 'family', name: call.family, family, parameters, size, width, rows: null };
  if (!isValid(law)) return null;
  const nodes = nodesOf(law);
  if (size * width > 1 || nodes > rowLimit) return law;
  return { ...law, rows: Array.from({ length: nodes }, (_, n) => parametersAt(law, n, 0)) };
}

const rowLimit = 4096;

function copies(law: DoubleLaw, count: number): DoubleLaw {
  const size = law.size * count;
  return law.kind === 'family'
    ? { ...law, size, rows: null }
    : { ...law, rows: law.rows.map((row) => copies(row, count)), size };
}

function isValid(law: FamilyLaw): boolean {
  const { parameters, order } = families[law.name];
  const inDomain = law.parameters.every(({ data }, i) => {
    const { domain } = parameters[i]!;
    return data.every((value) => accepts[domain](value) && accepts[domain](Math.fround(value)));
  });
  if (!inDomain) return false;
  if (law.name === 'Categorical') return sumsToOne(law.parameters[0]!, law);
  if (order === undefined) return true;
  const [low, high] = [order.low, order.high].map((name) => parameters.findIndex((each) => each.name === name));
  for (let n = 0; n < nodesOf(law); n++) {
    for (let j = 0; j < law.size; j++) {
      const values = parametersAt(law, n, j);
      const [a, b] = [Math.fround(values[low!]!), Math.fround(values[high!]!)];
      if (order.relation === 'below' ? !(a < b) : !(a <= b)) return false;
    }
  }
  return true;
}

function sumsToOne({ data }: Doubles, { width }: FamilyLaw): boolean {
  for (let start = 0; start < data.length; start += width) {
    let total = 0;
    for (let k = 0; k < width; k++) total += data[start + k]!;
    if (!(Math.abs(total - 1) <= sumTolerance)) return false;
  }
  return true;
}

/** A little less than what the check in single precision accepts, so that it has the last word. */
const sumTolerance = 9e-4;

/** How many nodes the parameters are given at; 1 where they are the same at all. */
export function nodesOf(law: DoubleLaw): number {
  if (law.kind === 'rows') return Math.max(law.row.length, ...law.rows.map(nodesOf));
  return Math.max(...law.parameters.map(({ nodes }) => nodes));
}

/** The parameters of coordinate j at node n. */
function parametersAt({ parameters, width, rows }: FamilyLaw, n: number, j: number): readonly number[] {
  if (rows !== null) return rows[rows.length === 1 ? 0 : n]!;
  if (width > 1) {
    const { nodes, size, data } = parameters[0]!;
    const start = (nodes === 1 ? 0 : n * size) + ((j * width) % size);
    return Array.from(data.subarray(start, start + width));
  }
  return parameters.map(({ nodes, size, data }) => data[(nodes === 1 ? 0 : n * size) + (j % size)]!);
}

/** The values that a discrete law takes at any node; null where there are too many of them, or where it is continuous. */
export function statesOfDoubles(law: DoubleLaw, reach = 0): States | null {
  if (isPoint(law)) return pointStates(law);
  return statesOfCoordinates(
    Array.from({ length: law.size }, (_, j) => coordinate(law, j)),
    reach,
  );
}

function isPoint(law: DoubleLaw): boolean {
  return law.kind === 'rows' ? law.rows.every(isPoint) : law.name === 'Dirac';
}

/** The values of a function of its parents: each whole vector that occurs, and no others that its coordinates could make. */
function pointStates(law: DoubleLaw): States {
  const points = new Map<string, number[]>();
  const nodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) {
    const point = Array.from({ length: law.size }, (_, j) => pointAt(law, n, j));
    points.set(point.join(), point);
  }
  const sorted = [...points.values()].sort((a, b) => {
    const j = a.findIndex((value, i) => value !== b[i]);
    return j < 0 ? 0 : a[j]! - b[j]!;
  });
  return { count: sorted.length, values: Float64Array.from(sorted.flat()), truncated: false };
}

function pointAt(law: DoubleLaw, n: number, j: number): number {
  if (law.kind === 'rows') return pointAt(law.rows[law.row[law.row.length === 1 ? 0 : n]!]!, n, j);
  return parametersAt(law, n, j)[0]!;
}

function coordinate(law: DoubleLaw, j: number): Coordinate {
  if (law.kind === 'rows') return { kind: 'rows', rows: law.rows.map((row) => coordinate(row, j)) };
  return {
    kind: 'family',
    name: law.name,
    family: law.family,
    nodes: nodesOf(law),
    at: (n) => parametersAt(law, n, j),
    categories: law.width,
  };
}

/**
 * log p of one value at every node.
 * @param count of the nodes
 */
export function logLikelihood(law: DoubleLaw, value: Float64Array, count: number): Float64Array {
  const result = new Float64Array(count);
  const nodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) result[n] = logMassAt(law, n, value);
  return nodes < count ? result.fill(result[0]!) : result;
}

function logMassAt(law: DoubleLaw, n: number, value: Float64Array): number {
  if (law.kind === 'rows') return logMassAt(law.rows[law.row[law.row.length === 1 ? 0 : n]!]!, n, value);
  let log = 0;
  for (let j = 0; j < law.size; j++) log += logMass(law.name, value[j]!, parametersAt(law, n, j));
  return log;
}

/**
 * log p of some values at one node.
 * @param values count × size of a draw
 */
export function logMassesAt(law: DoubleLaw, n: number, values: Float64Array): Float64Array {
  if (law.kind === 'rows') return logMassesAt(law.rows[law.row[law.row.length === 1 ? 0 : n]!]!, n, values);
  const { name, size } = law;
  const result = new Float64Array(values.length / size);
  for (let j = 0; j < size; j++) {
    const parameters = parametersAt(law, n, j);
    for (let s = 0; s < result.length; s++) result[s]! += logMass(name, values[s * size + j]!, parameters);
  }
  return result;
}

/**
 * p of some values at one node.
 * @param values count × size of a draw
 */
export function massesAt(law: DoubleLaw, n: number, values: Float64Array): Float64Array {
  if (law.kind === 'rows') return massesAt(law.rows[law.row[law.row.length === 1 ? 0 : n]!]!, n, values);
  const { name, size } = law;
  const result = new Float64Array(values.length / size).fill(1);
  for (let j = 0; j < size; j++) {
    const parameters = parametersAt(law, n, j);
    for (let s = 0; s < result.length; s++) result[s]! *= mass(name, values[s * size + j]!, parameters);
  }
  return result;
}
