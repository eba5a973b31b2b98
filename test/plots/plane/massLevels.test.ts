import { describe, expect, it } from 'vitest';
import { contourShares, massLevels } from '../../../webview/plots/plane/massLevels';
import { gaussianGrid } from '../planes';

describe('levels of the mass', () => {
  it('of a Gaussian are its densities where chi-squared with two degrees of freedom has that share', () => {
    const [sx, sy, rho] = [1.5, 0.7, 0.6];
    const grid = gaussianGrid([1, -2], [sx ** 2, rho * sx * sy, sy ** 2], 96, 5);
    const peak = 1 / (2 * Math.PI * sx * sy * Math.sqrt(1 - rho ** 2));
    const levels = massLevels(grid, contourShares);
    expect(levels.map(({ share }) => share)).toEqual([0.5, 0.8, 0.95]);
    // P(density > peak · exp(−r² / 2)) = 1 − exp(−r² / 2).
    // A region of a grid grows by whole cells.
    for (const { share, density } of levels) expect(Math.abs(1 - density / peak - share)).toBeLessThan(0.004);
  });

  it('take the highest cells first, whatever their order', () => {
    const density = Float64Array.of(1, 8, 2, 4, 0, 16);
    const [level] = massLevels({ density }, [0.75]);
    expect(level!.density).toBeGreaterThan(4);
    expect(level!.density).toBeLessThanOrEqual(16);
  });

  it('leave out a share that ends within a plateau', () => {
    const uniform = Float64Array.from({ length: 400 }, (_, i) => (i % 20 < 10 ? 0.5 : 0));
    expect(massLevels({ density: uniform }, contourShares)).toEqual([]);
  });

  it('pay no heed to what is not a finite number', () => {
    const density = Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, 3, 2, 1, 0.5, 0.4, 0.3, 0.2, 0.1);
    expect(massLevels({ density: density.subarray(2) }, [0.6])).toEqual(massLevels({ density }, [0.6]));
    expect(massLevels({ density: Float64Array.of(0, 0) }, [0.5])).toEqual([]);
  });
});
