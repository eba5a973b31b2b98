import { describe, expect as expectThat, it } from 'vitest';
import { normalKernel } from '../../../src/engine/chains/normalKernel';
import { expect, logSum, predict } from '../../../src/engine/chains/transfer';
import { logNormal } from '../queries/inquire';

const location = Float64Array.of(-1, 0.5, 40);
const scale = Float64Array.of(1, 0.3, 2);
const normal = normalKernel(location, scale);
/** The same, row by row. */
const any = { ...normal, isNormal: false };
const weights = Float64Array.of(-0.2, Number.NEGATIVE_INFINITY, -3);
const y = Float64Array.of(-2, 0.1, 300);

describe.each([
  ['Normal rows', normal],
  ['other rows', any],
])('of %s', (_, kernel) => {
  it('a prediction is the sum over the weighted rows, also far away', () => {
    predict(kernel, weights, y).forEach((log, j) => {
      const terms = [0, 2].map((i) => weights[i]! + logNormal(y[j]!, location[i]!, scale[i]!));
      const top = Math.max(...terms);
      expectThat(log).toBeCloseTo(top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0)), 8);
    });
  });

  it('what is expected is the sum over the weighted values', () => {
    expect(kernel, y, weights).forEach((log, i) => {
      const terms = [0, 2].map((j) => weights[j]! + logNormal(y[j]!, location[i]!, scale[i]!));
      const top = Math.max(...terms);
      expectThat(log).toBeCloseTo(top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0)), 8);
    });
  });
});

it('panels are left out of the sum for a value', () => {
  const leftOut = { order: 1, panels: [new Set([0]), new Set<number>(), new Set([0, 1, 2])] };
  const all = predict(any, weights, y);
  const some = predict(any, weights, y, leftOut);
  expectThat(some[0]).toBeCloseTo(weights[2]! + logNormal(-2, 40, 2), 9);
  expectThat(some[1]).toBe(all[1]);
  expectThat(some[2]).toBe(Number.NEGATIVE_INFINITY);
});

it('a kernel of one row takes all the weight', () => {
  const one = normalKernel(Float64Array.of(0), Float64Array.of(1));
  const [log] = predict(one, Float64Array.of(0, 0, 0), Float64Array.of(0.5));
  expectThat(log).toBeCloseTo(Math.log(3) + logNormal(0.5, 0, 1), 9);
});

it('the sum of logarithms is that of no terms too', () => {
  expectThat(logSum(Float64Array.of())).toBe(Number.NEGATIVE_INFINITY);
  expectThat(logSum(Float64Array.of(-1000, -1000))).toBeCloseTo(-1000 + Math.LN2, 10);
});
