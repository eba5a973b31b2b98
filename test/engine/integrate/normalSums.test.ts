import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNormalSums, type NormalNodes } from '../../../src/engine/integrate/normalSums';
import { Accumulator, type Segment } from '../../../src/engine/math/accumulator';
import { uniforms } from '../../../src/engine/sampling/random';

const doubles = (...data: number[]) => ({ nodes: data.length, size: 1, data: Float64Array.from(data) });

/** log Σ weight · density, term by term. */
function direct(x: number, { mean, sd, logWeights }: NormalNodes, start: number, end: number): number {
  const logs: number[] = [];
  for (let n = start; n < end; n++) {
    const [m, s] = [mean.data[mean.nodes === 1 ? 0 : n]!, sd.data[sd.nodes === 1 ? 0 : n]!];
    if (!(s > 0) || !Number.isFinite(s) || !Number.isFinite(m)) continue;
    logs.push(logWeights[n]! - 0.5 * ((x - m) / s) ** 2 - Math.log(s) - 0.5 * Math.log(2 * Math.PI));
  }
  const top = Math.max(...logs);
  return Number.isFinite(top) ? top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0)) : top;
}

function sumsOf(values: Float64Array, even: Int32Array, nodes: NormalNodes, segments: readonly Segment[]) {
  const totals = new Accumulator(Math.max(...segments.map(({ total }) => total)) + 1, values.length);
  const components = new Accumulator(Math.max(0, ...segments.map(({ component }) => component)) + 1, values.length);
  addNormalSums({ values, even }, nodes, segments, totals, components);
  return { totals, components };
}

const line = (low: number, high: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
const all = (values: Float64Array) => Int32Array.from(values.keys());
const one = (end: number): Segment[] => [{ start: 0, end, total: 0, component: 0 }];

describe('sums of weighted normals', () => {
  it('are those of the terms, one by one, for any widths, places and points', () => {
    const width = fc.double({ min: -12, max: 4, noNaN: true }).map((log) => Math.exp(log));
    const node = fc.tuple(
      fc.double({ min: -9, max: 9, noNaN: true }),
      width,
      fc.double({ min: -30, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 700 }),
        fc.double({ min: -40, max: 0, noNaN: true }),
        fc.double({ min: 0.001, max: 60, noNaN: true }),
        (normals, count, low, span) => {
          const values = line(low, low + span, count);
          const nodes = {
            mean: doubles(...normals.map(([mean]) => mean)),
            sd: doubles(...normals.map(([, sd]) => sd)),
            logWeights: Float64Array.from(normals, ([, , log]) => log),
          };
          const { totals, components } = sumsOf(values, all(values), nodes, one(normals.length));
          values.forEach((x, p) => {
            const expected = direct(x, nodes, 0, normals.length);
            // A point is known to half of its last digit, and so is the square of its distance.
            const steepness = Math.max(...normals.map(([mean, sd]) => Math.abs(x - mean) / sd ** 2)) * Math.abs(x);
            const tolerance = 1e-12 * Math.max(1, Math.abs(expected)) + 4e-16 * steepness;
            expect(Math.abs(totals.log(0, p) - expected), `at ${x}`).toBeLessThanOrEqual(tolerance);
            expect(components.log(0, p)).toBe(totals.log(0, p));
          });
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('take points between the even ones', () => {
    const values = Float64Array.from([...line(-3, 3, 101), 0.123, -1.7, 2.999]).sort();
    const even = Int32Array.from(line(-3, 3, 101), (x) => values.indexOf(x));
    const nodes = { mean: doubles(0.1, -1), sd: doubles(0.02, 0.7), logWeights: Float64Array.of(-1, -0.5) };
    const { totals } = sumsOf(values, even, nodes, one(2));
    values.forEach((x, p) => {
      expect(totals.log(0, p)).toBeCloseTo(direct(x, nodes, 0, 2), 11);
    });
  });

  it('keep totals and components apart, whatever their order', () => {
    const values = line(-4, 4, 65);
    const u = uniforms(3, 40);
    const nodes = {
      mean: doubles(...u.slice(0, 20).map((each) => 6 * each - 3)),
      sd: doubles(0.5),
      logWeights: Float64Array.from(u.slice(20), Math.log),
    };
    const segments = [
      { start: 0, end: 5, total: 0, component: 1 },
      { start: 5, end: 9, total: 0, component: -1 },
      { start: 9, end: 12, total: 1, component: 0 },
      { start: 12, end: 20, total: 1, component: 1 },
    ];
    const { totals, components } = sumsOf(values, all(values), nodes, segments);
    const sum = (x: number, parts: readonly (readonly [number, number])[]) =>
      Math.log(parts.reduce((total, [start, end]) => total + Math.exp(direct(x, nodes, start, end)), 0));
    values.forEach((x, p) => {
      expect(totals.log(0, p)).toBeCloseTo(sum(x, [[0, 9]]), 12);
      expect(totals.log(1, p)).toBeCloseTo(sum(x, [[9, 20]]), 12);
      expect(components.log(0, p)).toBeCloseTo(sum(x, [[9, 12]]), 12);
      expect(components.log(1, p)).toBeCloseTo(
        sum(x, [
          [0, 5],
          [12, 20],
        ]),
        12,
      );
    });
  });

  it('leave out nodes that have no density, or no weight', () => {
    const values = line(-1, 1, 9);
    const infinity = Number.POSITIVE_INFINITY;
    const nodes = {
      mean: doubles(0, Number.NaN, 0, 0, infinity, 0),
      sd: doubles(1, 1, 0, -1, 1, infinity),
      logWeights: new Float64Array(6),
    };
    const { totals } = sumsOf(values, all(values), nodes, one(6));
    values.forEach((x, p) => {
      expect(totals.log(0, p)).toBeCloseTo(direct(x, nodes, 0, 1), 13);
    });
    const none = sumsOf(values, all(values), { ...nodes, logWeights: new Float64Array(6).fill(-infinity) }, one(6));
    expect(none.totals.log(0, 0)).toBe(-infinity);
  });
});
