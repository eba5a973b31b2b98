import { describe, expect, it } from 'vitest';
import { correlation } from '../../../src/engine/views/cornerSamples';
import { coordinate, cornerOf, massOf, pairOf } from './cornerOf';

describe('the correlation in samples', () => {
  it('is that of Pearson', () => {
    const a = Float64Array.of(1, 2, 3, 4);
    expect(correlation(a, Float64Array.of(2, 4, 6, 8))).toBe(1);
    expect(correlation(a, Float64Array.of(8, 6, 4, 2))).toBe(-1);
    // Σ(a − ā)(b − b̄) = 3, Σ(a − ā)² = 5, Σ(b − b̄)² = 5
    expect(correlation(a, Float64Array.of(1, 3, 2, 4))).toBeCloseTo(0.8, 12);
  });

  it('leaves out samples of which a number is undefined', () => {
    const a = Float64Array.of(1, Number.NaN, 2, 3, 9);
    expect(correlation(a, Float64Array.of(2, 7, 4, 6, Number.NaN))).toBe(1);
  });

  it('is none where nothing varies', () => {
    expect(correlation(Float64Array.of(1, 1), Float64Array.of(1, 2))).toBeNaN();
  });
});

it('a pair of many values has more bins than a call takes arguments', () => {
  const long = cornerOf('observed a ~ DiscreteUniform(1, 400)\nobserved b ~ DiscreteUniform(1, 400)', [
    coordinate('a'),
    coordinate('b'),
  ]);
  expect(pairOf(long, 1, 0).known).toBe('samples');
});

describe('a pair known by samples', () => {
  const picture = cornerOf('latent z ~ Normal(0, 1)\nobserved a | z ~ Normal(z, 1)\nobserved b | z ~ Normal(-z, 1)', [
    coordinate('a'),
    coordinate('b'),
  ]);
  const pair = pairOf(picture, 1, 0);

  it('is a histogram normalised over all of them, and says how many', () => {
    expect(massOf(pair, picture, 1, 0)).toBeGreaterThan(0.99);
    expect(massOf(pair, picture, 1, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect(pair).toMatchObject({ known: 'samples', badge: '8,192 samples' });
    expect(pair.sentence).toContain('8,192 samples of a and b together');
  });

  it('agrees with its density as far as counting goes', () => {
    expect(pair.correlation).toBeCloseTo(-0.5, 1);
    const variance = 4 - 1;
    let worst = 0;
    pair.density.forEach((density, cell) => {
      const x = pair.x[cell % pair.x.length]!;
      const y = pair.y[Math.floor(cell / pair.x.length)]!;
      const exact =
        Math.exp(-(2 * x * x + 2 * x * y + 2 * y * y) / (2 * variance)) / (2 * Math.PI * Math.sqrt(variance));
      worst = Math.max(worst, Math.abs(density - exact));
    });
    const highest = 1 / (2 * Math.PI * Math.sqrt(variance));
    expect(pair.relativeError).toBeGreaterThan(0.05);
    // Nearly a thousand cells: some lie a few standard errors off.
    expect(worst / highest).toBeLessThan(5 * pair.relativeError);
  });
});
