import { type FamilyName, families } from '../../../model/families';
import type { UnivariateFamily } from '../../families/family';

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

/** One coordinate of a discrete law, its parameters read node by node. */
export type Coordinate =
  | {
      readonly kind: 'family';
      readonly name: FamilyName;
      readonly family: UnivariateFamily;
      readonly nodes: number;
      /** The parameters at a node; not called for a Categorical. */
      at(node: number): readonly number[];
      /** How many categories a Categorical has. */
      readonly categories: number;
    }
  | { readonly kind: 'rows'; readonly rows: readonly Coordinate[] };

/**
 * The values that carry all but `truncationMass` of the probability at every node, of coordinates that are independent of each other.
 * @param reach where a support is cut off: how often to double what is kept of it, for evidence may favour what is unlikely
 * @returns null where there are more than 65,536 of them
 */
export function statesOfCoordinates(coordinates: readonly Coordinate[], reach = 0): States | null {
  const each: ScalarStates[] = [];
  let count = 1;
  for (const coordinate of coordinates) {
    const scalar = scalarStates(coordinate, reach);
    if (scalar === null) return null;
    count *= scalar.values.length;
    if (coordinates.length > 1 && count > stateLimit) return null;
    each.push(scalar);
  }
  return {
    count,
    values: product(
      each.map(({ values }) => values),
      count,
    ),
    truncated: each.some(({ truncated }) => truncated),
  };
}

type FamilyCoordinate = Extract<Coordinate, { kind: 'family' }>;

interface ScalarStates {
  readonly values: readonly number[];
  readonly truncated: boolean;
}

function scalarStates(coordinate: Coordinate, reach: number): ScalarStates | null {
  if (coordinate.kind === 'rows') {
    const rows = coordinate.rows.map((row) => scalarStates(row, reach));
    if (rows.some((row) => row === null)) return null;
    const values = [...new Set(rows.flatMap((row) => row!.values))].sort((a, b) => a - b);
    return { values, truncated: rows.some((row) => row!.truncated) };
  }
  const { name } = coordinate;
  if (name === 'Dirac') return { values: pointValues(coordinate), truncated: false };
  if (name === 'Categorical') return { values: integers(1, coordinate.categories), truncated: false };
  if (name === 'Bernoulli') return { values: [0, 1], truncated: false };
  if (!families[name].discrete) return null;
  const whole = wholeRange(coordinate);
  if (whole !== null && whole[1] - whole[0] < wholeSupport) return { values: integers(...whole), truncated: false };
  const [low, high] = extended(coordinate, likelyRange(coordinate), reach);
  if (!(high - low < stateLimit)) return null;
  return { values: integers(low, high), truncated: true };
}

function pointValues({ nodes, at }: FamilyCoordinate): number[] {
  const values = Array.from({ length: nodes }, (_, n) => at(n)[0]!);
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The whole support over all nodes, where it is finite. */
function wholeRange({ name, nodes, at }: FamilyCoordinate): [number, number] | null {
  const { support, parameters } = families[name];
  const place = (end: string) => parameters.findIndex((parameter) => parameter.name === end);
  const ends =
    support === 'integers-between'
      ? [place('low'), place('high')]
      : support === 'integers-to-n'
        ? [-1, place('n')]
        : null;
  if (ends === null) return null;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < nodes; n++) {
    const values = at(n);
    low = Math.min(low, ends[0]! < 0 ? 0 : values[ends[0]!]!);
    high = Math.max(high, values[ends[1]!]!);
  }
  return [low, high];
}

/** Where the values of a coordinate can lie at any node, from −Infinity to Infinity. */
export function endsOf(coordinate: Coordinate): [low: number, high: number] {
  const each =
    coordinate.kind === 'rows'
      ? coordinate.rows.map(endsOf)
      : Array.from({ length: coordinate.nodes }, (_, n): [number, number] => {
          if (coordinate.name === 'Categorical') return [1, coordinate.categories];
          const ends = coordinate.family.support?.(coordinate.at(n));
          return ends === undefined ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [ends.low, ends.high];
        });
  return [Math.min(...each.map(([low]) => low)), Math.max(...each.map(([, high]) => high))];
}

function likelyRange({ family, nodes, at }: FamilyCoordinate): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < nodes; n++) {
    low = Math.min(low, family.quantile(truncationMass / 2, at(n)));
    high = Math.max(high, family.quantile(1 - truncationMass / 2, at(n)));
  }
  return [low, high];
}

/** A range made larger on both sides, within the support. */
function extended(coordinate: FamilyCoordinate, [low, high]: [number, number], reach: number): [number, number] {
  if (reach === 0) return [low, high];
  const more = (high - low + 1) * (2 ** reach - 1);
  const [first, last] = endsOf(coordinate);
  return [Math.max(first, low - more), Math.min(last, high + more)];
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
