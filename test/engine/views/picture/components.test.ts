import { describe, expect, it } from 'vitest';
import { colours } from '../../../../src/engine/views/picture/components';
import { curveOf, final } from '../../ask';
import { area, ask } from '../../models';

const components = (text: string) => {
  const curve = curveOf(final(ask(text, { points: 256 })));
  return { ...curve.components, curve };
};

describe('components over discrete variables', () => {
  it('have weights that sum to 1, areas of their weights, and sum to the marginal', () => {
    const { items, curve } = components(
      'latent a ~ Categorical(p: 0.2, q: 0.8)\nlatent b ~ Bernoulli(0.25)\nobserved x | a, b ~ Normal(case a { p: -2, q: 2 } + b, 0.5)',
    );
    expect(items.map(({ label }) => label)).toEqual(['p, false', 'p, true', 'q, false', 'q, true']);
    [0.15, 0.05, 0.6, 0.2].forEach((weight, i) => {
      expect(items[i]!.weight).toBeCloseTo(weight, 6);
      expect(area(curve.x, items[i]!.density)).toBeCloseTo(weight, 3);
    });
    curve.density.forEach((value, i) => {
      expect(items.reduce((sum, { density }) => sum + density[i]!, 0)).toBeCloseTo(value, 6);
    });
  });

  it('keep no colour of their own when there are many', () => {
    const count = colours + 1;
    const { items, total } = components(`latent z ~ DiscreteUniform(1, ${count})\nobserved x | z ~ Normal(z, 0.3)`);
    expect(total).toBe(count);
    expect(items.map(({ colour }) => colour)).toEqual(Array(count).fill(null));
  });

  it('under a continuous variable are those of the discrete one', () => {
    const { kind, of, items } = components(
      'latent k ~ Bernoulli(0.25)\nlatent z | k ~ Normal(4 * k, 1)\nobserved x | z ~ Normal(z, 0.5)',
    );
    expect([kind, of]).toEqual(['categories', 'k']);
    expect(items.map(({ weight }) => Number(weight.toFixed(6)))).toEqual([0.75, 0.25]);
  });

  it('below a continuous variable get weights by integration', () => {
    const { items } = components(
      'latent z ~ Normal(0, 1)\nlatent b | z ~ Bernoulli(sigmoid(3 * z))\nobserved x | b ~ Normal(4 * b, 0.5)',
    );
    expect(items.map(({ weight }) => Number(weight.toFixed(5)))).toEqual([0.5, 0.5]);
  });
});

describe('components over a continuous variable', () => {
  const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(2 * z, 0.3)';

  it('are some of the infinitely many, scaled alike to be seen', () => {
    const { kind, items, total, of, scale, curve } = components(text);
    expect([kind, total, of]).toEqual(['draws', Number.POSITIVE_INFINITY, 'z']);
    expect(items.length).toBe(30);
    const peak = Math.max(...curve.density);
    const tallest = Math.max(...items.map(({ density }) => Math.max(...density)));
    expect(tallest / peak).toBeCloseTo(0.6, 6);
    // A normal of sd 0.3 is 1.33 high, where the marginal is 0.197.
    expect(scale).toBeCloseTo((0.6 * peak) / (1 / (0.3 * Math.sqrt(2 * Math.PI))), 2);
    expect(items.every(({ colour }) => colour === null)).toBe(true);
  });

  it('stand at evenly spread values, named', () => {
    const { items } = components(text);
    const values = items.map(({ label }) => Number(label.replace('−', '-')));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values[15]! + values[14]!).toBeCloseTo(0, 2);
    expect(values[29]).toBeCloseTo(2.13, 2);
  });

  it('fill a plane of two variables evenly', () => {
    const { items } = components('latent z ~ Uniform(0, 1)^2\nobserved x | z ~ Normal(z[1] + z[2], 0.3)');
    const quadrants = new Map<string, number>();
    for (const { label } of items) {
      const [a, b] = label.slice(1, -1).split(', ').map(Number) as [number, number];
      const key = `${a < 0.5} ${b < 0.5}`;
      quadrants.set(key, (quadrants.get(key) ?? 0) + 1);
    }
    expect([...quadrants.values()].every((count) => count >= 6 && count <= 9)).toBe(true);
  });
});
