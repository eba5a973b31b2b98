import { describe, expect, it } from 'vitest';
import { quadrature } from '../../../src/engine/integrate/quadrature';
import reference from '../../reference/models.json';
import { curveOf, final, first } from '../ask';
import { ask } from '../models';

const truth = reference.models.find(({ name }) => name === 'nonlinear-sin') as unknown as {
  x: number[];
  log_marginal: number[];
};

const bent = `
latent   z     ~ Normal(0, 1)
observed x | z ~ Normal(sin(3 * z) + z, 0.2 + 0.1 * z ^ 2)`;

/** Nothing, but in a form that is not taken for linear, so that the integral is not known in closed form. */
const unbent = ' + 0 * z ^ 2';

const normal = (x: number, mean: number, variance: number) =>
  Math.exp((-0.5 * (x - mean) ** 2) / variance) / Math.sqrt(2 * Math.PI * variance);

describe('quadrature', () => {
  it.each(truth.x.map((x, i) => [x, truth.log_marginal[i]!]))('of a bent line at x = %d is the reference', (x, log) => {
    const views = [{ variable: 'x', coordinate: null, low: x, high: x + 1 }];
    const preview = final({ ...ask(bent, { points: 16, samples: 0 }), views });
    const { density } = curveOf(preview);
    expect(preview.method.name).toBe('quadrature');
    expect(Math.abs(density[0]! - Math.exp(log))).toBeLessThan(2e-5 * Math.max(...density));
  });

  it('of a linear model is its normal', () => {
    const preview = final(ask(`latent z ~ Normal(1, 2)\nobserved x | z ~ Normal(3 * z${unbent}, 0.5)`, { points: 64 }));
    const { x, density } = curveOf(preview);
    x.forEach((value, i) => {
      expect(density[i]).toBeCloseTo(normal(value, 3, 36.25), 6);
    });
    expect(preview.method.relativeError).toBeLessThan(1e-4);
    expect(preview.method.exact).toBe(false);
  });

  it('of two variables is a double integral', () => {
    const preview = final(
      ask('latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z[1] - z[2] + 0 * z[1] ^ 2, 0.5)', { points: 32 }),
    );
    const { x, density } = curveOf(preview);
    const { relativeError } = preview.method;
    x.forEach((value, i) => {
      expect(Math.abs(density[i]! - normal(value, 0, 2.25))).toBeLessThan(relativeError * normal(0, 0, 2.25));
    });
    expect(relativeError).toBeLessThan(1e-4);
    expect(preview.method).toMatchObject({ name: 'quadrature', dimensions: 2 });
  });

  it('of a uniform and a normal is a difference of distribution functions', () => {
    const { x, density } = curveOf(
      final(ask('latent z ~ Uniform(0, 1)\nobserved x | z ~ Normal(z, 0.001)', { points: 64, samples: 0 })),
    );
    x.forEach((value, i) => {
      if (value > 0.01 && value < 0.99) expect(density[i]).toBeCloseTo(1, 3);
    });
  });

  it('says how far a first answer is from settled', () => {
    const request = ask(`latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z${unbent}, 0.01)`, { points: 64 });
    const coarse = first(request);
    expect(coarse.final).toBe(false);
    expect(coarse.method.badge).toMatch(/^quadrature · 257 nodes · ±/);
    const fine = final(request);
    expect(fine.method.nodes).toBeGreaterThan(coarse.method.nodes);
    expect(fine.method.badge).toMatch(/^quadrature · [\d,]+ nodes$/);
  });

  it('mixes discrete and continuous variables', () => {
    const preview = final(
      ask(`latent k ~ Bernoulli(0.3)\nlatent z ~ Normal(0, 1)\nobserved x | k, z ~ Normal(4 * k + z${unbent}, 0.5)`, {
        points: 64,
      }),
    );
    const { x, density, components } = curveOf(preview);
    expect(components.items.map(({ label, weight }) => [label, Number(weight.toFixed(6))])).toEqual([
      ['false', 0.7],
      ['true', 0.3],
    ]);
    x.forEach((value, i) => {
      expect(components.items[1]!.density[i]).toBeCloseTo(0.3 * normal(value, 4, 1.25), 6);
      expect(density[i]).toBeCloseTo(0.7 * normal(value, 0, 1.25) + 0.3 * normal(value, 4, 1.25), 6);
    });
  });

  it('is a generator that may be left at any time', () => {
    expect(quadrature.constructor.name).toBe('GeneratorFunction');
  });
});
