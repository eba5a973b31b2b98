import { logSumExp } from '../math/logSum';
import { type LogIntegrand, logNormalDensity } from './cubature';

/** A linear map of the plane: s = middle + (a, 0; b, c) u. */
export interface Frame {
  readonly middle: readonly [number, number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Nodes on each side of the grid that a frame is fitted on. */
const side = 28;
const rounds = 60;
/** Nodes that must share the weight, at least, before a fit is believed. */
const enough = 14;

/**
 * Finds middle and spread of the integrand by its moments on a grid. Where it is too narrow for the grid its logarithm, without the
 * normal density, is flattened by a factor
 * until enough nodes share the weight; the next grid lies about what that finds.
 */
export function* fitFrame(f: LogIntegrand): Generator<null, { frame: Frame; evaluations: number }> {
  let frame: Frame = { middle: [0, 0], a: 10 / 6, b: 0, c: 10 / 6 };
  const count = side * side;
  let evaluations = 0;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const places: [Float64Array, Float64Array] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < count; i++) {
      const [s, t] = mapped(frame, gridPlace(i % side), gridPlace(Math.floor(i / side)));
      places[0][i] = s;
      places[1][i] = t;
    }
    evaluations += count;
    const normal = logNormalDensity(places);
    const logs = rowTotals(yield* f(places));
    const power = flattening(logs, normal);
    if (power === null) return { frame, evaluations };
    const next = frameOf(places, weightsAt(power, logs, normal), frame);
    const area = Math.log(next.a * next.c);
    // What is bent stays narrower than its frame.
    const steady = Math.abs(area - before) < (power === 1 ? 0.1 : 0.01);
    before = area;
    frame = next;
    if (steady) break;
  }
  return { frame, evaluations };
}

function gridPlace(i: number): number {
  return -6 + (12 * (i + 0.5)) / side;
}

/** The weights of nodes with a power of the integrand, over the largest. */
function weightsAt(power: number, logs: Float64Array, normal: Float64Array): Float64Array {
  const weights = logs.map((log, i) => (log === Number.NEGATIVE_INFINITY ? log : power * log + normal[i]!));
  const top = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return weights.map((log) => Math.exp(log - top));
}

/**
 * The largest power up to 1 at which enough nodes share the weight; null where all are 0.
 * @param normal the log of the density that stays as it is
 */
function flattening(logs: Float64Array, normal: Float64Array): number | null {
  const possible = logs.filter((log) => log > Number.NEGATIVE_INFINITY).length;
  if (possible === 0) return null;
  const sharing = (power: number) => {
    const weights = weightsAt(power, logs, normal);
    let [sum, squares] = [0, 0];
    for (const weight of weights) {
      sum += weight;
      squares += weight * weight;
    }
    return (sum * sum) / squares;
  };
  const goal = Math.min(enough, 0.9 * possible, 0.9 * sharing(0));
  if (sharing(1) >= goal) return 1;
  let [low, high] = [0, 1];
  // By halves of the logarithm: the power may be as small as 1e-12.
  for (let i = 0; i < 60; i++) {
    const middle = low === 0 ? high / 8 : Math.sqrt(low * high);
    if (sharing(middle) >= goal) low = middle;
    else high = middle;
    if (low > 0 && high / low < 1.05) break;
  }
  return low > 0 ? low : high;
}

/** @param grid the frame of the places: what lies between them is at least a part of their distance wide */
function frameOf(places: readonly Float64Array[], weights: Float64Array, grid: Frame): Frame {
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = places.map((place) => place.reduce((total, s, i) => total + s * weights[i]!, 0) / sum);
  const covariance = (j: number, k: number) =>
    weights.reduce((total, w, i) => total + w * (places[j]![i]! - mean[j]!) * (places[k]![i]! - mean[k]!), 0) / sum;
  const within = (12 / side) ** 2 / 12;
  const a = Math.sqrt(covariance(0, 0) + within * grid.a ** 2);
  const b = (covariance(0, 1) + within * grid.a * grid.b) / a;
  const c = Math.sqrt(Math.max(covariance(1, 1) + within * (grid.b ** 2 + grid.c ** 2) - b * b, within * grid.c ** 2));
  return { middle: [mean[0]!, mean[1]!], a, b, c };
}

export function mapped({ middle, a, b, c }: Frame, u: number, v: number): [number, number] {
  return [middle[0] + a * u, middle[1] + b * u + c * v];
}

/** log of the sum of rows. */
export function rowTotals(rows: readonly Float64Array[]): Float64Array {
  if (rows.length === 1) return rows[0]!;
  return rows[0]!.map((_, i) => logSumExp(rows.map((row) => row[i]!)));
}
