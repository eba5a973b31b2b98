import { describe, expect, it } from 'vitest';
import type { ConditionalPicture } from '../../../src/engine/api/aside';
import type { PreviewQuery } from '../../../src/engine/api/preview';
import { curveOf, final, first } from '../ask';
import { area, ask, choice } from '../models';

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));

function at(text: string, variable: string, values: readonly (number | null)[], query: Partial<PreviewQuery> = {}) {
  const request = ask(text, {
    points: 129,
    samples: 200,
    asides: [{ kind: 'conditional', latent: { variable, index: null }, values }],
    ...query,
  });
  const preview = final(request);
  return { request, preview, aside: preview.asides[0]! };
}

function conditionalOf({ aside }: Pick<ReturnType<typeof at>, 'aside'>): ConditionalPicture {
  if (aside.kind !== 'conditional') throw new Error(aside.kind === 'none' ? aside.reason : aside.kind);
  return aside;
}

const bumps = `latent z ~ Categorical([0.3, 0.5, 0.2])
observed x | z ~ Normal(case z { 1: -2, 2: 0.5, 3: 3 }, case z { 1: 0.5, 2: 1, 3: 0.7 })
`;

describe('p(x | z)', () => {
  it('of a category is its own density, whose weighted sum is the marginal', () => {
    const made = at(bumps, 'z', [2]);
    const { x, density } = curveOf(made.preview);
    const parts = [1, 2, 3].map((z) => conditionalOf(at(bumps, 'z', [z])));
    x.forEach((value, i) => {
      expect(parts[1]!.density[i]).toBeCloseTo(normal(value, 0.5, 1), 5);
      const sum = 0.3 * parts[0]!.density[i]! + 0.5 * parts[1]!.density[i]! + 0.2 * parts[2]!.density[i]!;
      expect(sum).toBeCloseTo(density[i]!, 5);
    });
    expect(conditionalOf(made).method.exact).toBe(true);
    expect(conditionalOf(made).standardError).toBe(null);
  });

  it('comes with the first answer', () => {
    expect(first(at(bumps, 'z', [1]).request).asides[0]?.kind).toBe('conditional');
  });

  it('moves with a continuous latent variable', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z), 0.2)';
    for (const z of [-0.4, 0.3]) {
      const made = at(text, 'z', [z]);
      curveOf(made.preview).x.forEach((x, i) => {
        expect(conditionalOf(made).density[i]).toBeCloseTo(normal(x, Math.sin(3 * z), 0.2), 4);
      });
    }
  });

  it('integrates the other latent variables out', () => {
    const text = 'latent a ~ Normal(0, 2)\nlatent b ~ Normal(1, 0.5)\nobserved x | a, b ~ Normal(a + b, 1)';
    const made = at(text, 'a', [1.5]);
    curveOf(made.preview).x.forEach((x, i) => {
      expect(conditionalOf(made).density[i]).toBeCloseTo(normal(x, 2.5, Math.sqrt(1.25)), 5);
    });
  });

  it('says how well it is known where it is drawn', () => {
    const text = 'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)^4\nobserved x | a, b ~ Normal(a + sum(sin(b)), 0.5)';
    const made = at(text, 'a', [0.5], { draws: 512 });
    const { density, standardError, method } = conditionalOf(made);
    expect(method.exact).toBe(false);
    expect(standardError?.every((error) => error >= 0)).toBe(true);
    expect(area(curveOf(made.preview).x, density)).toBeGreaterThan(0.9);
  });

  it('is a probability at each value of a discrete variable', () => {
    const text = 'latent z ~ Bernoulli(0.3)\nobserved n | z ~ Poisson(case z { true: 2, false: 6 })';
    const made = at(text, 'z', [1]);
    if (made.preview.observed.kind !== 'bars') throw new Error('no bars');
    made.preview.observed.values.forEach((n, i) => {
      const factorial = Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1);
      expect(conditionalOf(made).density[i]).toBeCloseTo((Math.exp(-2) * 2 ** n) / factorial, 6);
    });
  });

  it('says what lies left of the picture only while a distribution function is looked at', () => {
    const conditional = { kind: 'conditional', latent: { variable: 'z', index: null }, values: [2] } as const;
    const asides = [conditional, { kind: 'distribution' } as const];
    const zoom = { x: { low: 0.5, high: 3 }, y: null };
    expect(conditionalOf(at(bumps, 'z', [2], { asides, zoom })).below).toBeCloseTo(0.5, 3);
    expect(conditionalOf(at(bumps, 'z', [2], { zoom })).below).toBeNull();
  });

  it('is at the cells of a plane', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, 2 * z], [0.5, 1])';
    const made = at(text, 'z', [1], { points: 24 });
    const plane = made.preview.observed;
    if (plane.kind !== 'plane') throw new Error('no plane');
    plane.y.forEach((y, row) => {
      plane.x.forEach((x, column) => {
        const density = conditionalOf(made).density[row * plane.x.length + column];
        expect(density).toBeCloseTo(normal(x, 1, 0.5) * normal(y, 2, 1), 5);
      });
    });
  });

  it('is that of one coordinate where one is looked at', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, 2 * z], [0.5, 1])';
    const made = at(text, 'z', [1], { observed: choice('x', 2) });
    curveOf(made.preview).x.forEach((x, i) => {
      expect(conditionalOf(made).density[i]).toBeCloseTo(normal(x, 2, 1), 5);
    });
  });

  it('keeps the numbers that are not given at their medians', () => {
    const text = 'latent z ~ Normal([1, 4, -2], 1)\nobserved x | z ~ Normal(sum(z), 1)';
    const { values } = conditionalOf(at(text, 'z', [null, 0.5, null]));
    [1, 0.5, -2].forEach((value, j) => {
      expect(values[j]).toBeCloseTo(value, 5);
    });
  });

  it('keeps shares of a whole together', () => {
    const text = 'latent w ~ Dirichlet([4, 4, 2])\nobserved x | w ~ Normal(dot(w, [0, 1, 2]), 1)';
    const { values } = conditionalOf(at(text, 'w', [0.4, null, null]));
    expect(values[0]).toBe(0.4);
    expect(values[1]! + values[2]!).toBeCloseTo(0.6, 9);
    expect(values[1]! / values[2]!).toBeGreaterThan(1.8);
  });

  it('is refused with a reason where z cannot have the value, or has another size, or x has no density', () => {
    expect(at('latent z ~ Uniform(0, 1)\nobserved x | z ~ Normal(z, 1)', 'z', [3]).aside).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('impossible'),
    });
    expect(at(bumps, 'z', [1, 2]).aside).toMatchObject({ kind: 'none', reason: expect.stringContaining('made of 1') });
    expect(at('latent z ~ Normal(0, 1)\nobserved x | z ~ Dirac(2 * z)', 'z', [1]).aside).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('without a density'),
    });
  });
});
