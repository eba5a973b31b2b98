import { describe, expect, it } from 'vitest';
import { quasiSamples } from '../../../webview/engine/queries/quasiSamples';
import { inquire, result } from './inquire';

describe('quasi-random samples', () => {
  const text = 'latent k ~ Bernoulli(0.25)\nlatent z | k ~ Normal([k, 5], 1)\nobserved x | z ~ Normal(sum(z), 0.1)';

  it('are joint, and even', () => {
    const inquiry = inquire(text);
    const [x, k, z] = result(
      quasiSamples(
        inquiry,
        ['x', 'k', 'z'].map((key) => inquiry.graph.byKey(key)),
        256,
      ),
    );
    expect([x!.length, k!.length, z!.length]).toEqual([4096, 4096, 8192]);
    x!.forEach((value, i) => {
      expect(Math.abs(value - z![2 * i]! - z![2 * i + 1]!)).toBeLessThan(0.6);
    });
    // Better than independent draws: the standard error of a share of 4,096 would be 0.007.
    expect(Math.abs(k!.reduce((a, b) => a + b, 0) / 4096 - 0.25)).toBeLessThan(1e-3);
    expect(Math.abs(x!.reduce((a, b) => a + b, 0) / 4096 - 5.25)).toBeLessThan(5e-3);
  });

  it('are the same for a seed', () => {
    const of = (seed: number) => {
      const inquiry = inquire(text, 4096, seed);
      return result(quasiSamples(inquiry, [inquiry.graph.byKey('x')], 4))[0]!;
    };
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  it('are refused where they take too many numbers', () => {
    const wide = 'latent z[t] ~ Normal(0, 1)^100 for t in 1..50\nobserved x | z[1] ~ Normal(sum(z[1]), 1)';
    const inquiry = inquire(wide);
    const elements = Array.from({ length: 50 }, (_, t) => inquiry.graph.byKey(`z[${t + 1}]`));
    expect(() => result(quasiSamples(inquiry, elements, 1))).toThrow(
      /^z\[1\] depends on 5,000 random numbers, more than the 4,096/,
    );
  });
});
