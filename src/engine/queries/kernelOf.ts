import { normalKernel } from '../chains/normalKernel';
import type { Kernel } from '../chains/scalarTree';
import { type Law, lawAt, logMassesAt, nodesOf, parametersAt } from '../evaluate/laws/law';

/**
 * The conditional of a number from its distribution at each value of the parent.
 * @returns null where it is not a number with a density, or a parameter is outside of its domain
 */
export function kernelOf(law: Law): Kernel | null {
  if (law.size !== 1) return null;
  const rows = nodesOf(law);
  const own = Array.from({ length: rows }, (_, n) => rowAt(law, n));
  if (own.some((row) => row === null || row.name === 'Dirac')) return null;
  const found = own as readonly OwnRow[];
  if (found.every(({ name }) => name === 'Normal')) {
    const valid = found.every(
      ({ parameters: [mean, sd] }) => Number.isFinite(mean) && sd! > 0 && sd! < Number.POSITIVE_INFINITY,
    );
    if (!valid) return null;
    return normalKernel(
      Float64Array.from(found, ({ parameters }) => parameters[0]!),
      Float64Array.from(found, ({ parameters }) => parameters[1]!),
    );
  }
  const logDensity = (row: number, values: Float64Array) => logMassesAt(law, row, values);
  const quartiles = found.map(({ quantile }) => [quantile(0.25), quantile(0.5), quantile(0.75)] as const);
  if (!quartiles.every(([low, median, high]) => low <= median && median <= high)) return null;
  const location = Float64Array.from(quartiles, ([, median]) => median);
  // Far away from 0 a narrow distribution is narrower than the digits there tell.
  const scale = Float64Array.from(quartiles, ([low, median, high]) =>
    Math.max((high - low) / quartileWidth, Math.abs(median) * leastWidth, Number.MIN_VALUE),
  );
  return {
    rows,
    location,
    scale,
    isNormal: false,
    breaks: rows === 1 ? [] : breaksOf(found),
    logDensity,
    reach(row, depth) {
      const [low, median, high] = quartiles[row]!;
      const log = (x: number) => logDensity(row, Float64Array.of(x))[0]!;
      const least = log(median) + Math.log(scale[row]!) - depth;
      return [end(log, median, low, -scale[row]!, least), end(log, median, high, scale[row]!, least)];
    },
  };
}

/** What lies between the quartiles of the standard normal. */
const quartileWidth = 1.3489795003921634;

/** The parameters that are places of kinks or jumps. */
const breaking: Readonly<Record<string, readonly number[]>> = {
  Laplace: [0],
  Uniform: [0, 1],
  TruncatedNormal: [2, 3],
  Pareto: [1],
};

function breaksOf(rows: readonly OwnRow[]): Float64Array[] {
  const { name } = rows[0]!;
  if (rows.some((row) => row.name !== name)) return [];
  return (breaking[name] ?? [])
    .map((k) => Float64Array.from(rows, ({ parameters }) => parameters[k]!))
    .filter((places) => places.some((place) => place !== places[0]));
}

/** The least width of a distribution over its distance from 0. */
const leastWidth = 2 ** -48;

interface OwnRow {
  readonly name: string;
  readonly parameters: readonly number[];
  quantile(u: number): number;
}

/** The family and its parameters that hold at one value of the parent. */
function rowAt(law: Law, n: number): OwnRow | null {
  const own = lawAt(law, n);
  if (own.kind !== 'family') return null;
  const parameters = parametersAt(own, n, 0);
  return { name: own.name, parameters, quantile: (u) => own.family.quantile(u, parameters) };
}

/**
 * Where a distribution ends on one side, or has no more mass than exp(least) beyond, going by its density times the distance.
 * @param from a place inside
 * @param step towards that side
 */
function end(log: (x: number) => number, median: number, from: number, step: number, least: number): number {
  let inside = from;
  for (let length = step; ; length *= 2) {
    const x = inside + length;
    if (!Number.isFinite(x) || x === inside) return inside;
    const value = log(x);
    if (value === Number.NEGATIVE_INFINITY) return edge(log, inside, x);
    if (value + Math.log(Math.abs(x - median)) < least) return x;
    inside = x;
  }
}

/** The end of a support between a place inside of it and one outside. */
function edge(log: (x: number) => number, from: number, to: number): number {
  let [inside, outside] = [from, to];
  const least = Math.abs(to - from) * 2 ** -60;
  for (;;) {
    const middle = inside + 0.5 * (outside - inside);
    if (middle === inside || middle === outside || Math.abs(outside - inside) < least) return inside;
    if (log(middle) === Number.NEGATIVE_INFINITY) outside = middle;
    else inside = middle;
  }
}
