import { describe, expect, it } from 'vitest';
import { Accumulator, accumulate } from '../../../src/engine/math/accumulator';
import { addNormalTerms } from '../../../src/engine/tensor/addNormalTerms';
import { kernels } from '../../../src/engine/tensor/wasmKernels';
import { expectClose, normalLog, numbers } from './reference';

const own = kernels()!;
const logs = (sums: Accumulator) =>
  Array.from({ length: sums.groups }, (_, g) => Array.from({ length: sums.points }, (_, p) => sums.log(g, p))).flat();

describe('addNormalTerms', () => {
  it('adds what accumulate adds of the log densities, segment by segment', () => {
    const x = Float64Array.from([-60, -3, -1, 0, 0.5, 2, 7, 30, 100]);
    const count = 300;
    const [mean, sd] = [numbers(count, -3, 3, 1), numbers(count, 0.2, 2, 2)].map((each) => Float32Array.from(each));
    const logWeights = Float64Array.from(numbers(count, -9, 0, 3));
    logWeights.fill(Number.NEGATIVE_INFINITY, 10, 20);
    sd!.fill(Number.NaN, 25, 27);
    const segments = [
      { start: 0, end: 1, total: 0, component: 0 },
      { start: 1, end: 10, total: 0, component: -1 },
      { start: 10, end: 20, total: 1, component: 1 },
      { start: 20, end: 300, total: 1, component: 0 },
    ];
    const terms = Float64Array.from({ length: x.length * count }, (_, i) => {
      const n = i % count;
      return normalLog(x[Math.floor(i / count)]!, mean![n]!, sd![n]!);
    });
    const expected = [new Accumulator(2, x.length), new Accumulator(2, x.length)] as const;
    accumulate(terms, logWeights, x.length, segments, expected[0], expected[1]);
    const actual = [new Accumulator(2, x.length), new Accumulator(2, x.length)] as const;
    expect(addNormalTerms(own, x, { mean: mean!, sd: sd!, logWeights }, segments, actual[0], actual[1])).toBe(true);
    expectClose(logs(actual[0]), logs(expected[0]), 3e-7, 1e-6);
    expectClose(logs(actual[1]), logs(expected[1]), 3e-7, 1e-6);
  });

  it('leaves infinite weights to others', () => {
    const totals = new Accumulator(1, 1);
    const nodes = { mean: [0], sd: [1], logWeights: [Number.POSITIVE_INFINITY] };
    const segments = [{ start: 0, end: 1, total: 0, component: -1 }];
    expect(addNormalTerms(own, Float64Array.of(0), nodes, segments, totals, null)).toBe(false);
    expect(totals.log(0, 0)).toBe(Number.NEGATIVE_INFINITY);
  });
});
