import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Plane } from '../../../src/engine/api/preview';
import * as bulk from '../../../src/engine/tensor/bulk';
import { final } from '../ask';
import { ask } from '../models';

function plane(text: string, points = 40): Plane {
  const { observed } = final(ask(text, { points }));
  if (observed.kind !== 'plane') throw new Error('not a plane');
  return observed;
}

function mass({ x, y, density }: Plane): number {
  return density.reduce((a, b) => a + b, 0) * (x[1]! - x[0]!) * (y[1]! - y[0]!);
}

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the density of a pair', () => {
  it('of independent coordinates is their product', () => {
    const made = plane('observed x ~ Normal([0, 3], [1, 0.5])');
    made.y.forEach((y, row) => {
      made.x.forEach((x, column) => {
        const value = made.density[row * made.x.length + column]!;
        expect(value).toBeCloseTo(normal(x, 0, 1) * normal(y, 3, 0.5), 5);
      });
    });
  });

  it('of a mixture sums over its states, each with its own rows of a table', () => {
    const made = plane(
      'latent k ~ Bernoulli(0.25)\nobserved x | k ~ case k { true: Normal([3, 3], 1), false: Laplace([-1, 0], 0.5) }',
      96,
    );
    const laplace = (x: number, loc: number) => Math.exp(-Math.abs(x - loc) / 0.5);
    const [row, column] = [40, 30];
    const [x, y] = [made.x[column]!, made.y[row]!];
    const expected = 0.25 * normal(x, 3, 1) * normal(y, 3, 1) + 0.75 * laplace(x, -1) * laplace(y, 0);
    expect(made.density[row * made.x.length + column]).toBeCloseTo(expected, 5);
    expect(mass(made)).toBeCloseTo(1, 1);
  });

  it('under continuous variables agrees with the normal that it is', () => {
    const made = plane('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, -z], 0.5)');
    const determinant = 1.25 * 1.25 - 1;
    const [row, column] = [25, 14];
    const [x, y] = [made.x[column]!, made.y[row]!];
    const form = (1.25 * x * x + 2 * x * y + 1.25 * y * y) / determinant;
    const expected = Math.exp(-0.5 * form) / (2 * Math.PI * Math.sqrt(determinant));
    expect(made.density[row * made.x.length + column]).toBeCloseTo(expected, 4);
  });

  it('is the same before TensorFlow.js has come', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace([z, -z], 0.5)';
    const after = plane(text);
    const spy = vi.spyOn(bulk, 'bulk').mockReturnValue(null);
    const before = plane(text);
    expect(spy).toHaveBeenCalled();
    before.density.forEach((value, p) => {
      expect(value).toBeCloseTo(after.density[p]!, 6);
    });
  });

  it('of a correlated pair is evaluated point by point', () => {
    const made = plane('observed x ~ MultivariateNormal([0, 0], [[1.25, -1], [-1, 1.25]])');
    expect(mass(made)).toBeCloseTo(1, 1);
    expect(made.massInside).toBeGreaterThan(0.98);
    expect(made.samples.length).toBe(1000);
  });
});
