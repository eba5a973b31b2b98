import { logSumExp } from '../../math/logSum';
import { eliminate, type Factor } from '../elimination/elimination';
import type { LogFactor } from './logFactor';

/** Joint states that are gone through one by one at every point; of more, variables are eliminated. */
const jointLimit = 4096;

/**
 * log Σ of the product of the factors over all variables but `keep`, at every point.
 * @param sizes the number of states of every variable
 * @returns points × the states of `keep`, row-major; null where a table on the way would be too large
 */
export function sumOut(
  factors: readonly LogFactor[],
  keep: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Float64Array | null {
  const points = factors.reduce((most, factor) => Math.max(most, factor.points), 1);
  const summed = [...new Set(factors.flatMap(({ keys }) => keys))].filter((key) => !keep.includes(key));
  const joint = [...keep, ...summed].reduce((product, key) => product * sizes.get(key)!, 1);
  if (joint <= jointLimit) return jointly(factors, keep, summed, sizes, points, joint);

  const kept = keep.reduce((product, key) => product * sizes.get(key)!, 1);
  const result = new Float64Array(points * kept);
  for (let p = 0; p < points; p++) {
    const sum = eliminate(
      factors.map((factor) => atPoint(factor, p)),
      keep,
      sizes,
    );
    if (sum.kind === 'too-large') return null;
    const { values, logScale } = sum.factor;
    for (let i = 0; i < kept; i++) result[p * kept + i] = Math.log(values[i]!) + logScale;
  }
  return result;
}

/** A factor at one point as numbers up to 1, the largest of them 1. */
function atPoint({ keys, sizes, points, values }: LogFactor, point: number): Factor {
  const size = values.length / points;
  const logs = points === 1 ? values : values.subarray(point * size, (point + 1) * size);
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const logScale = top === Number.NEGATIVE_INFINITY ? 0 : top;
  return { keys, sizes, values: logs.map((log) => Math.exp(log - logScale)), logScale };
}

function jointly(
  factors: readonly LogFactor[],
  keep: readonly string[],
  summed: readonly string[],
  sizes: ReadonlyMap<string, number>,
  points: number,
  joint: number,
): Float64Array {
  const all = [...keep, ...summed];
  const places = factors.map((factor) => placesIn(factor, all, sizes, joint));
  const inner = summed.reduce((product, key) => product * sizes.get(key)!, 1);
  const kept = joint / inner;
  const result = new Float64Array(points * kept);
  const logs = new Float64Array(inner);
  for (let p = 0; p < points; p++) {
    const starts = factors.map((factor) => (factor.points === 1 ? 0 : (p * factor.values.length) / factor.points));
    for (let k = 0; k < kept; k++) {
      for (let i = 0; i < inner; i++) {
        let log = 0;
        for (let f = 0; f < factors.length; f++) {
          log += factors[f]!.values[starts[f]! + places[f]![k * inner + i]!]!;
        }
        logs[i] = log;
      }
      result[p * kept + k] = logSumExp(logs);
    }
  }
  return result;
}

/** Where each joint state of all variables lies in a factor. */
function placesIn(
  factor: LogFactor,
  all: readonly string[],
  sizes: ReadonlyMap<string, number>,
  joint: number,
): Int32Array {
  const places = new Int32Array(joint);
  let stride = 1;
  const strides = new Map<string, number>();
  for (const key of [...factor.keys].reverse()) {
    strides.set(key, stride);
    stride *= sizes.get(key)!;
  }
  let outer = joint;
  for (const key of all) {
    const [count, own] = [sizes.get(key)!, strides.get(key) ?? 0];
    outer /= count;
    if (own === 0) continue;
    for (let i = 0; i < joint; i++) places[i]! += own * (Math.floor(i / outer) % count);
  }
  return places;
}
