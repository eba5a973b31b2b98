import { describe, expect, it } from 'vitest';
import { logMean } from '../../../src/engine/integrate/replicated';
import { uniforms } from '../families/harness';

const sixteen = Array.from({ length: 16 }, (_, r) => r + 1);

describe('logMean', () => {
  it('is the logarithm of the mean', () => {
    expect(logMean(sixteen.map((each) => Math.log(each) - 2000)).log).toBeCloseTo(Math.log(8.5) - 2000, 10);
  });

  it('has the wider side of its 95 % interval for an error', () => {
    const { error } = logMean(sixteen.map(Math.log));
    // The variance of 1…16 is 68/3; t with 15 degrees of freedom has its 97.5 % quantile at 2.1314.
    const half = (2.1314495 * Math.sqrt(68 / 3 / 16)) / 8.5;
    expect(error).toBeCloseTo(-Math.log(1 - half) / 1.959964, 7);
    // Of estimates that hardly differ it is their standard error, wider by t over the normal.
    const near = logMean(sixteen.map((r) => 1e-4 * r));
    expect(near.error / (1e-4 * Math.sqrt(68 / 3 / 16))).toBeCloseTo(2.1314495 / 1.959964, 2);
  });

  it('covers the truth in 95 of 100 cases, of lopsided estimates too', () => {
    let covered = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      // Means of four exponentials.
      const draws = uniforms(run + 1, 64).map((u) => -Math.log(u));
      const estimates = sixteen.map((_, r) => Math.log(draws.slice(4 * r, 4 * r + 4).reduce((a, b) => a + b, 0) / 4));
      const { log, error } = logMean(estimates);
      if (Math.abs(log) <= 1.96 * error) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.94);
  });

  it('of equal replicates has no error; of few that matter, or none, it is not known', () => {
    expect(logMean(sixteen.map(() => -3))).toEqual({ log: -3, error: 0 });
    expect(logMean(sixteen.map((r) => (r === 1 ? 0 : -50))).error).toBe(Number.POSITIVE_INFINITY);
    const none = logMean(sixteen.map(() => Number.NEGATIVE_INFINITY));
    expect(none).toEqual({ log: Number.NEGATIVE_INFINITY, error: Number.POSITIVE_INFINITY });
  });
});
