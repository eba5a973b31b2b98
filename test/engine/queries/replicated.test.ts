import { describe, expect, it } from 'vitest';
import { logMean } from '../../../webview/engine/queries/replicated';

const sixteen = Array.from({ length: 16 }, (_, r) => r + 1);

describe('logMean', () => {
  it('is the logarithm of the mean with its relative standard error', () => {
    const { log, error } = logMean(sixteen.map((each) => Math.log(each) - 2000));
    expect(log).toBeCloseTo(Math.log(8.5) - 2000, 10);
    // The variance of 1…16 is 68/3.
    expect(error).toBeCloseTo(Math.sqrt(68 / 3 / 16) / 8.5, 10);
  });

  it('of equal replicates has no error, and of none −∞', () => {
    expect(logMean(sixteen.map(() => -3))).toEqual({ log: -3, error: 0 });
    expect(logMean(sixteen.map(() => Number.NEGATIVE_INFINITY))).toEqual({ log: Number.NEGATIVE_INFINITY, error: 0 });
  });
});
