import { describe, expect, it } from 'vitest';
import { lineIntegral } from '../../../webview/engine/queries/lineIntegral';
import { normal, result } from './inquire';

function integral(
  density: (x: number) => number,
  value: (x: number) => number,
  bulk: readonly [number, number],
  error: number | null = null,
) {
  const f = function* (places: Float64Array) {
    yield null;
    return {
      density: places.map(density),
      values: places.map(value),
      errors: error === null ? null : places.map(() => error),
    };
  };
  return result(lineIntegral(f, bulk));
}

describe('lineIntegral', () => {
  it('integrates values against a density, and the density itself', () => {
    const {
      integral: sum,
      mass,
      standardError,
    } = integral(
      (x) => normal(x, 3, 2),
      (x) => x * x,
      [-1, 7],
    );
    expect(sum).toBeCloseTo(13, 8);
    expect(mass).toBeCloseTo(1, 9);
    expect(standardError).toBeNull();
  });

  it('reaches far into heavy tails', () => {
    const { mass } = integral(
      (x) => 1 / (Math.PI * (1 + x * x)),
      () => 1,
      [-12, 12],
    );
    expect(mass).toBeCloseTo(1, 8);
  });

  it('finds peaks within the bulk and the ends of a support between its places', () => {
    expect(
      integral(
        (x) => normal(x, 0.4321, 0.002),
        () => 2,
        [-1, 1],
      ).integral,
    ).toBeCloseTo(2, 7);
    expect(
      integral(
        (x) => (x > 0 ? 0.5 / Math.sqrt(x) : 0) * (x < 1 ? 1 : 0),
        () => 1,
        [0.001, 0.95],
      ).mass,
    ).toBeCloseTo(1, 5);
  });

  it('takes no more places where values are known by draws, and passes their error on', () => {
    const sampled = integral(
      (x) => normal(x, 0, 1),
      () => 1,
      [-2, 2],
      0.03,
    );
    expect(sampled.standardError!).toBeCloseTo(0.03, 5);
    expect(sampled.places).toBeLessThan(3000);
  });
});
