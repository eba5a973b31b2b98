import { families } from '../../src/model/families';
import { sizeOf } from './batch';
import type { Law, UnivariateLaw } from './law';
import { coordinateLaw } from './lawCoordinate';
import { reader } from './lawDraw';

/** The values that a discrete variable can take. */
export interface States {
  readonly count: number;
  /** count × size of one draw. */
  readonly values: Float64Array;
  /** True where values of very small probability were left out. */
  readonly truncated: boolean;
}

/** The probability that may be left out where a support is infinite or very large. */
export const truncationMass = 1e-10;
/** Finite supports up to this size are kept whole. */
const wholeSupport = 4096;
/** More states than this for one variable, and the variable must be drawn instead. */
const stateLimit = 65_536;

/**
 * The values of a discrete law that carry all but `truncationMass` of the probability at every node.
 * @returns null where there are more than 65,536 of them
 */
export function statesOf(law: Law): States | null {
  const size = sizeOf(law.shape);
  if (size === 1 && law.shape.length === 0) {
    const scalar = scalarStates(law);
    if (scalar === null) return null;
    return { count: scalar.values.length, values: Float64Array.from(scalar.values), truncated: scalar.truncated };
  }
  const coordinates: ScalarStates[] = [];
  let count = 1;
  for (let j = 0; j < size; j++) {
    const scalar = scalarStates(coordinateLaw(law, j));
    if (scalar === null) return null;
    count *= scalar.values.length;
    if (count > stateLimit) return null;
    coordinates.push(scalar);
  }
  return {
    count,
    values: product(
      coordinates.map(({ values }) => values),
      count,
    ),
    truncated: coordinates.some(({ truncated }) => truncated),
  };
}

interface ScalarStates {
  readonly values: readonly number[];
  readonly truncated: boolean;
}

function scalarStates(law: Law): ScalarStates | null {
  if (law.kind === 'table') {
    const rows = law.rows.map(scalarStates);
    if (rows.some((row) => row === null)) return null;
    const values = [...new Set(rows.flatMap((row) => row!.values))].sort((a, b) => a - b);
    return { values, truncated: rows.some((row) => row!.truncated) };
  }
  if (law.kind === 'multivariate') return null;
  if (law.name === 'Dirac') return { values: pointValues(law), truncated: false };
  if (law.name === 'Categorical') return { values: integers(1, law.parameters[0]!.shape.at(-1)!), truncated: false };
  if (law.name === 'Bernoulli') return { values: [0, 1], truncated: false };
  const whole = wholeRange(law);
  if (whole !== null && whole[1] - whole[0] < wholeSupport) return { values: integers(...whole), truncated: false };
  const [low, high] = likelyRange(law);
  if (!(high - low < stateLimit)) return null;
  return { values: integers(low, high), truncated: true };
}

function nodesOf(law: UnivariateLaw): number {
  return Math.max(...law.parameters.map((parameter) => parameter.shape[1] ?? 1));
}

function pointValues(law: UnivariateLaw): number[] {
  const read = reader(law);
  const values = Array.from({ length: nodesOf(law) }, (_, n) => read.at(n, 0)[0]!);
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The whole support over all nodes, where it is finite. */
function wholeRange(law: UnivariateLaw): [number, number] | null {
  const { support, parameters } = families[law.name];
  const at = (name: string) => parameters.findIndex((parameter) => parameter.name === name);
  const ends =
    support === 'integers-between' ? [at('low'), at('high')] : support === 'integers-to-n' ? [-1, at('n')] : null;
  if (ends === null) return null;
  const read = reader(law);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < nodesOf(law); n++) {
    const values = read.at(n, 0);
    low = Math.min(low, ends[0]! < 0 ? 0 : values[ends[0]!]!);
    high = Math.max(high, values[ends[1]!]!);
  }
  return [low, high];
}

function likelyRange(law: UnivariateLaw): [number, number] {
  const read = reader(law);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < nodesOf(law); n++) {
    low = Math.min(low, law.family.quantile(truncationMass / 2, read.at(n, 0)));
    high = Math.max(high, law.family.quantile(1 - truncationMass / 2, read.at(n, 0)));
  }
  return [low, high];
}

function integers(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

function product(coordinates: readonly (readonly number[])[], count: number): Float64Array {
  const size = coordinates.length;
  const values = new Float64Array(count * size);
  for (let state = 0; state < count; state++) {
    let rest = state;
    for (let j = size - 1; j >= 0; j--) {
      const choices = coordinates[j]!;
      values[state * size + j] = choices[rest % choices.length]!;
      rest = Math.floor(rest / choices.length);
    }
  }
  return values;
}
