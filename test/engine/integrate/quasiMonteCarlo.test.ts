import { describe, expect, it } from 'vitest';
import { replicates } from '../../../src/engine/integrate/quasiMonteCarlo';
import { analyse } from '../../../src/language/analyse';
import { curveOf, final, first } from '../ask';
import { requestFor } from '../build';

/** x is normal with mean 0 and variance 3 + 0.25: three standard normals and noise, in a form that is not taken for linear. */
const sum = analyse(`
latent   z     ~ Normal(0, 1)^3
observed x | z ~ Normal(sum(z) + 0 * z[1] ^ 2, 0.5)`).model!;

const density = (x: number) => Math.exp((-0.5 * (x * x)) / 3.25) / Math.sqrt(2 * Math.PI * 3.25);

describe('quasi-Monte Carlo', () => {
  it('settles at its tolerance and says so', () => {
    const preview = final(requestFor(sum, { points: 64 }));
    expect(preview.method.name).toBe('quasi-monte-carlo');
    expect(preview.method.exact).toBe(false);
    expect(preview.method.relativeError).toBeLessThanOrEqual(2e-3);
    expect(preview.method.nodes % replicates).toBe(0);
    expect(preview.method.badge).toMatch(/^[\d,]+ draws · ±0\.[\d]+ %$/);
  });

  it('is within four standard errors of the truth over many seeds', () => {
    let worst = 0;
    let squares = 0;
    let count = 0;
    for (let seed = 0; seed < 24; seed++) {
      const curve = curveOf(first(requestFor(sum, { points: 32, samples: 0, draws: 1024, seed })));
      curve.x.forEach((x, i) => {
        const error = (curve.density[i]! - density(x)) / curve.standardError![i]!;
        if (density(x) < 1e-3) return;
        worst = Math.max(worst, Math.abs(error));
        squares += error * error;
        count++;
      });
    }
    // Student's t with 15 degrees of freedom has variance 1.15; 4 standard errors are passed once in 850.
    expect(worst).toBeLessThan(6);
    expect(squares / count).toBeGreaterThan(0.5);
    expect(squares / count).toBeLessThan(2);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const [a, b, c] = [0, 0, 1].map((seed) => curveOf(first(requestFor(sum, { points: 32, seed, draws: 1024 }))));
    expect(a!.density).toEqual(b!.density);
    expect(a!.density).not.toEqual(c!.density);
  });

  it('needs a fraction of the draws that plain Monte Carlo would', () => {
    const { nodes } = final(requestFor(sum, { points: 32, samples: 0 })).method;
    // Plain: E p(x|z)² / p(x)² − 1 is 1.6 at the peak, so 0.2 % takes 1.6 / 0.002² = 400,000 draws.
    expect(nodes).toBeLessThanOrEqual(65_536);
  });

  it('covers the reference marginal of probabilistic PCA within its error', () => {
    const model = analyse(`
param W = [[1, 0.5], [-0.3, 2], [0.8, -1]]
param mu = [0.5, -1, 2]
latent   z     ~ Normal(0, 1)^2
latent   e     ~ Normal(0, 0.3)
observed x | z, e ~ Normal(matmul(W, z) + mu + [e, e, e] + 0 * z[1] ^ 2 + 0 * e ^ 2, 0.4)`).model!;
    // Var x₁ = 1 + 0.25 + 0.09 + 0.16.
    const preview = final(requestFor(model, { points: 33 }));
    expect(preview.method.name).toBe('quasi-monte-carlo');
    const curve = curveOf(preview);
    curve.x.forEach((x, i) => {
      const truth = Math.exp((-0.5 * (x - 0.5) ** 2) / 1.5) / Math.sqrt(2 * Math.PI * 1.5);
      expect(Math.abs(curve.density[i]! - truth)).toBeLessThan(5 * curve.standardError![i]! + 1e-6);
    });
  });
});
