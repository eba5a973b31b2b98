import { describe, expect, it } from 'vitest';
import { particles } from '../../../src/engine/chains/particles';
import { inquire, result, seen } from '../queries/inquire';

const walk = `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(z[t-1], 1)  for t in 2..6
observed x[t] | z[t]   ~ Normal(z[t], 0.5)  for t in 1..6`;

function drawn(text: string, of: readonly string[], values: Parameters<typeof seen>[0] = {}, count = 8192) {
  const inquiry = inquire(text);
  const found = result(
    particles(
      inquiry,
      of.map((key) => inquiry.graph.byKey(key)),
      seen(values),
      count,
    ),
  );
  if (found === null) return null;
  const mean = (key: string) => found.values.get(key)!.reduce((sum, value, i) => sum + value * found.weights[i]!, 0);
  return { ...found, mean };
}

describe('particles', () => {
  it('without evidence are as many ancestral draws, all of one weight', () => {
    const found = drawn(walk, ['z[1]', 'z[6]'])!;
    expect(found.worth).toBeCloseTo(8192, 6);
    expect([...found.values.keys()].sort()).toEqual(['z[1]', 'z[6]']);
    expect(found.mean('z[6]')).toBeCloseTo(0, 1);
    const variance = found.values.get('z[6]')!.reduce((sum, value) => sum + value * value, 0) / 8192;
    expect(variance / 6).toBeCloseTo(1, 1);
  });

  it('given evidence have the posterior’s mean', () => {
    // z[1] | x[1] = 2 has mean 2 / 1.25.
    const found = drawn(walk, ['z[1]', 'z[2]'], { 'x[1]': 2 })!;
    expect(found.mean('z[1]')).toBeCloseTo(1.6, 1);
    expect(found.mean('z[2]')).toBeCloseTo(1.6, 1);
    expect(found.worth).toBeLessThan(8192);
    expect(found.worth).toBeGreaterThan(100);
  });

  it('pass evidence that comes element by element, where weights alone would be worth next to nothing', () => {
    const evidence = Object.fromEntries(Array.from({ length: 6 }, (_, t) => [`x[${t + 1}]`, t + 1]));
    const found = drawn(walk, ['z[6]'], evidence)!;
    // The filter of a random walk, step by step.
    let [mean, variance] = [0, 1];
    for (let t = 1; t <= 6; t++) {
      const gain = variance / (variance + 0.25);
      mean += gain * (t - mean);
      variance = (1 - gain) * variance + 1;
    }
    expect(found.mean('z[6]')).toBeCloseTo(mean, 1);
  });

  it('take known parents for what they are, also categories and vectors', () => {
    const text = `
latent k ~ Categorical(a: 0.5, b: 0.5)
latent u ~ Normal([0, 10], 1)
observed x | k, u ~ Normal(case k { a: u[1], b: u[2] }, 0.1)`;
    expect(drawn(text, ['x'], { k: 2 })!.mean('x')).toBeCloseTo(10, 1);
    const found = drawn(text, ['k', 'u'], { x: 10.2 })!;
    expect(found.mean('k')).toBeCloseTo(2, 3);
    expect(found.values.get('u')).toHaveLength(2 * 8192);
  });

  it('are none where the evidence is impossible, and the same for the same seed', () => {
    expect(drawn('latent u ~ Uniform(0, 1)\nobserved x | u ~ Uniform(u, u + 1)', ['u'], { x: 3 })).toBe(null);
    const [one, other] = [drawn(walk, ['z[3]'], { 'x[2]': 1 }), drawn(walk, ['z[3]'], { 'x[2]': 1 })];
    expect(one!.values.get('z[3]')).toEqual(other!.values.get('z[3]'));
  });
});
