import { describe, expect, it } from 'vitest';
import type { Bars, Curve, Plane } from '../../../src/engine/api/preview';
import { barsOn, type Comparison, compare, lineOn } from '../../../webview/plots/compare/comparison';
import { distributionCurve } from '../../../webview/plots/scale/distributionScale';
import { logCurve } from '../../../webview/plots/scale/logScale';
import { categories, choice, grid, normal } from '../fixtures';

const none = { kind: 'none', items: [], total: 0, of: '', scale: 1 } as const;

function curve(log: (x: number) => number, low: number, high: number, massInside: number, points = 512): Curve {
  const x = grid(low, high, points);
  const logDensity = x.map(log);
  return {
    kind: 'curve',
    choice: choice('x'),
    x,
    density: logDensity.map(Math.exp),
    logDensity,
    standardError: null,
    components: none,
    histogram: null,
    massInside,
    data: new Float64Array(),
  };
}

function gaussian(mean: number, sd: number, low = mean - 4 * sd, high = mean + 4 * sd, massInside = 0.9999): Curve {
  return curve((x) => -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI)), low, high, massInside);
}

function bars(values: number[], probability: number[], massInside = 1): Bars {
  return {
    kind: 'bars',
    choice: choice('z'),
    values: Float64Array.from(values),
    labels: values.map(String),
    probability: Float64Array.from(probability),
    standardError: null,
    components: none,
    samples: null,
    coloured: false,
    massInside,
    data: new Float64Array(),
  };
}

function known(found: Comparison) {
  if (found.kind !== 'divergence') throw new Error(found.reason);
  return found;
}

const kl = (m: number, s: number, n: number, t: number) => Math.log(t / s) + (s * s + (m - n) ** 2) / (2 * t * t) - 0.5;

describe('two curves', () => {
  it('over one range have the divergence of their densities, and nothing to add', () => {
    const found = known(compare(gaussian(0, 1, -6, 6), gaussian(0.5, 1, -6, 6)));
    expect(found.divergence.forward).toBeCloseTo(0.125, 4);
    expect(found.divergence.backward).toBeCloseTo(0.125, 4);
    expect(found.note).toBe('');
  });

  it('over ranges of their own are continued, and say so', () => {
    const found = known(compare(gaussian(0, 1), gaussian(1, 0.25)));
    expect(found.divergence.forward).toBeCloseTo(kl(0, 1, 1, 0.25), 1);
    expect(found.divergence.forward / kl(0, 1, 1, 0.25)).toBeCloseTo(1, 2);
    expect(found.divergence.backward).toBeCloseTo(kl(1, 0.25, 0, 1), 3);
    expect(found.note).toBe('on [−4, 4], each continued beyond its own range by the bend of its end');
  });

  it('far apart are far apart, and not infinitely', () => {
    const found = known(compare(gaussian(0, 1), gaussian(20, 1)));
    expect(found.divergence.forward / 200).toBeCloseTo(1, 2);
    expect(found.divergence.totalVariation).toBeCloseTo(1, 6);
    expect(found.divergence.jensenShannon).toBeCloseTo(Math.LN2, 6);
  });

  it('with supports apart are infinitely far', () => {
    const flat = (low: number) =>
      curve((x) => (x >= low && x <= low + 1 ? 0 : Number.NEGATIVE_INFINITY), low - 0.1, low + 1.1, 1);
    expect(known(compare(flat(0), flat(2))).divergence).toMatchObject({
      forward: Number.POSITIVE_INFINITY,
      backward: Number.POSITIVE_INFINITY,
      totalVariation: 1,
    });
  });

  it('end where their supports end, and are not continued beyond', () => {
    const uniform = (low: number, high: number): Curve => ({
      ...curve(() => -Math.log(high - low), low, high, 1),
      outside: { below: 0, above: 0, exact: true },
    });
    const wider = known(compare(uniform(0, 1), uniform(0, 2))).divergence;
    expect(wider.forward).toBeCloseTo(Math.LN2, 2);
    expect(wider.backward).toBe(Number.POSITIVE_INFINITY);
    expect(wider.totalVariation).toBeCloseTo(0.5, 2);
    expect(known(compare(uniform(0, 1), uniform(3, 4))).divergence).toMatchObject({
      forward: Number.POSITIVE_INFINITY,
      backward: Number.POSITIVE_INFINITY,
    });
    // What samples have not met may be there all the same.
    const sampled = { ...gaussian(0, 1), outside: { below: 0, above: 0, exact: false } };
    expect(known(compare(sampled, gaussian(20, 1))).divergence.forward).toBeLessThan(1000);
  });

  it('of which only a part is seen are compared there', () => {
    const found = known(compare(gaussian(0, 1, -1, 1, 0.68), gaussian(0.5, 1, -0.5, 2, 0.77)));
    expect(found.note).toBe('on [−0.5, 1], of both given that it lies there');
    let [p, q, sum] = [0, 0, 0];
    const step = 1e-4;
    for (let x = -0.5; x < 1; x += step) {
      p += step * normal(x, 0, 1);
      q += step * normal(x, 0.5, 1);
    }
    for (let x = -0.5; x < 1; x += step)
      sum += (step * normal(x, 0, 1) * Math.log((normal(x, 0, 1) / p) * (q / normal(x, 0.5, 1)))) / p;
    expect(found.divergence.forward).toBeCloseTo(sum, 4);
    expect(compare(gaussian(0, 1, -1, 1, 0.68), gaussian(0, 1, 2, 3, 0.02))).toMatchObject({ kind: 'none' });
  });

  it('from draws say that they are approximate', () => {
    const rough = { ...gaussian(0, 1, -6, 6), standardError: new Float64Array(512).fill(0.01) };
    expect(known(compare(rough, gaussian(0, 1, -6, 6))).note).toMatch(/^approximate: /);
  });
});

describe('bars', () => {
  it('of names are compared by name, in whatever order the text lists them', () => {
    const before = categories(['blue', 'orange'], [0.3, 0.7]);
    const { forward, totalVariation } = known(compare(before, categories(['orange', 'blue'], [0.7, 0.3]))).divergence;
    expect([forward, totalVariation]).toEqual([0, 0]);
    const other = known(compare(before, categories(['red', 'green'], [0.3, 0.7]))).divergence;
    expect([other.forward, other.backward]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([other.jensenShannon, other.totalVariation]).toEqual([expect.closeTo(Math.LN2, 9), expect.closeTo(1, 9)]);
    const drawn = barsOn(categories(['green', 'orange', 'blue'], [0, 0.7, 0.3]), before);
    expect([...drawn]).toEqual([0, 0.7, 0.3]);
  });

  it('have the divergence of their probabilities', () => {
    expect(known(compare(bars([1, 2], [0.5, 0.5]), bars([1, 2], [0.25, 0.75]))).divergence.forward).toBeCloseTo(
      0.5 * Math.log(2) + 0.5 * Math.log(2 / 3),
      12,
    );
  });

  it('that are new have no probability in the snapshot', () => {
    const found = known(compare(bars([1, 2], [0.5, 0.5]), bars([1, 2, 3], [0.25, 0.25, 0.5])));
    expect(found.divergence.forward).toBeCloseTo(Math.LN2, 12);
    expect(found.divergence.backward).toBe(Number.POSITIVE_INFINITY);
  });

  it('of which some are not shown are compared over those that both show', () => {
    const found = known(compare(bars([0, 1, 2], [0.5, 0.25, 0.2], 0.95), bars([1, 2, 3], [0.4, 0.32, 0.2], 0.92)));
    expect(found.note).toBe('over the 2 values that both pictures show');
    expect(found.divergence.forward).toBeCloseTo(0, 9);
  });
});

describe('planes', () => {
  const plane = (mean: number, low = -5, high = 5): Plane => {
    const [x, y] = [grid(low, high, 81), grid(-5, 5, 81)];
    const density = Float64Array.from(
      { length: 81 * 81 },
      (_, i) => normal(x[i % 81]!, mean, 1) * normal(y[Math.floor(i / 81)]!, 0, 1),
    );
    return { kind: 'plane', choice: choice('x'), x, y, density, samples: new Float64Array(), massInside: 0.999 };
  };

  it('have the divergence of their cells', () => {
    expect(known(compare(plane(0), plane(0.5))).divergence.forward).toBeCloseTo(0.125, 3);
  });

  it('over other ranges are compared where both are', () => {
    const found = known(compare(plane(0, -5, 4.7), plane(0.5)));
    expect(found.divergence.forward).toBeCloseTo(0.125, 2);
    expect(found.note).toMatch(/^over the area that both pictures show/);
  });
});

it('what is of another variable or kind is not compared', () => {
  expect(compare(gaussian(0, 1), bars([1], [1]))).toMatchObject({
    kind: 'none',
    reason: 'The snapshot shows x, not z: choose that to compare.',
  });
  const other = { ...bars([1], [1]), choice: choice('x') };
  expect(compare(gaussian(0, 1), other)).toMatchObject({ kind: 'none', reason: expect.stringMatching(/another kind/) });
});

describe('the snapshot behind a plot', () => {
  const [now, kept] = [gaussian(0, 1, -2, 6), gaussian(0, 1, -4, 4)];

  it('is read at the points of the plot, and ends where it ends', () => {
    lineOn(now, kept).forEach((value, i) => {
      const x = now.x[i]!;
      if (x > 4) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(normal(x, 0, 1), 4);
    });
  });

  it('is on the scale of the plot', () => {
    lineOn(logCurve(now), logCurve(kept)).forEach((value, i) => {
      const x = now.x[i]!;
      if (x <= 4) expect(value).toBeCloseTo(Math.log(normal(x, 0, 1)), 3);
    });
    const cumulative = lineOn(distributionCurve(now, null), distributionCurve(kept, null));
    const middle = now.x.findIndex((x) => x >= 0);
    expect(cumulative[middle]).toBeCloseTo(0.5, 1);
  });

  it('of bars has nothing where it had no bar', () => {
    expect([...barsOn(bars([1, 2, 3], [0, 0, 1]), bars([1, 3], [0.4, 0.6]))]).toEqual([0.4, 0, 0.6]);
  });
});
