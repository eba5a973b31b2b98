import { describe, expect, it } from 'vitest';
import * as density from './densities';
import { crossings, integrate, logSum, sum } from './integral';

const near = (value: number, wanted: number, tolerance: number) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

describe('the integral that answers are judged by', () => {
  it('of a Normal under a Normal is a Normal, near and far, wide and narrow', () => {
    for (const [x, sd] of [
      [0.3, 1],
      [25, 0.5],
      [-4, 1e-5],
      [3, 200],
    ] as const) {
      const total = Math.hypot(1, sd);
      const found = integrate({
        log: (z) => density.normal(z, 0, 1) + density.normal(x, z, sd),
        low: -60,
        high: 60,
        points: [
          { at: 0, scale: 0.5 },
          { at: x, scale: sd / 2 },
        ],
      });
      const [mean, spread] = [x / total ** 2, sd / total];
      near(found.log, density.normal(x, 0, total), 1e-11);
      near(found.mean, mean, 1e-10);
      near(found.sd / spread, 1, 1e-9);
      for (const level of [-2, -0.3, 0, 1.7]) near(found.cdf(mean + level * spread), density.normalCdf(level), 1e-9);
    }
  });

  it('agrees with other software where a mean meets a value at many places', () => {
    // `narrow-sine` and `wavy` of the faults.
    const f = (z: number) => Math.sin(2 * z);
    const sine = (x: number) =>
      integrate({
        log: (z) => density.normal(z, 0, 1) + density.normal(x, f(z), 0.001),
        low: -12,
        high: 12,
        points: crossings(f, x, -12, 12, 0.00005),
      }).log;
    near(sine(-0.2), -1.1237012434450786, 1e-9);
    near(sine(0.9), -0.3147440601838645, 1e-9);
    const g = (z: number) => z * Math.cos(4 * z);
    const wave = (x: number) =>
      integrate({
        log: (z) => density.normal(z, 0, 2) + density.normal(x, g(z), 0.05),
        low: -24,
        high: 24,
        points: crossings(g, x, -24, 24, 0.002),
      }).log;
    near(wave(1.2), -2.2061542955622477, 1e-9);
    near(wave(3), -3.234304029442546, 1e-9);
  });

  it('goes by another coordinate where one is given', () => {
    const found = integrate({
      log: (u) => density.gamma(Math.exp(u), 0.7, 2) + u,
      value: Math.exp,
      low: -60,
      high: 5,
      points: [{ at: -1, scale: 0.2 }],
    });
    near(found.log, 0, 1e-12);
    near(found.mean, 0.35, 1e-11);
    near(found.sd, Math.sqrt(0.7) / 2, 1e-10);
  });

  it('refuses what its panels do not resolve', () => {
    expect(() =>
      integrate({ log: (z) => density.normal(Math.sin(1e6 * z), 0.2, 0.001), low: 0, high: 1, points: [] }),
    ).toThrow('does not settle');
  });
});

it('sums without losing what is small', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(logSum([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 12);
  expect(logSum([Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
});
