import { describe, expect, it } from 'vitest';
import { planePeak, describe as summarise } from '../../../webview/plots/words/summary';
import { bumpPrior, counts, infiniteMixture, normalPrior, sumMethod, threeBumps, twoBlobs } from '../fixtures';

describe('the text alternative', () => {
  it('of three bumps says what, where, which and how', () => {
    expect(summarise(threeBumps(512), sumMethod)).toBe(
      'Density of x from −5 to 5.6, highest at x = −1.97 with 0.248. ' +
        '3 components by z: orange 0.50, blue 0.30, green 0.20. ' +
        'The range holds 99.8 % of the mass. exact · sum over 3 states.',
    );
  });

  it('of an infinite mixture says that the components are a few of many', () => {
    expect(summarise(infiniteMixture(), null)).toContain(
      '24 of infinitely many components are drawn, each for one value of z.',
    );
  });

  it('of bars names the most probable value', () => {
    expect(summarise(bumpPrior(), null)).toBe(
      'Probabilities of the 3 values of z; the most probable is orange with 0.500. The range holds 100 % of the mass.',
    );
    expect(summarise(counts(), null)).toContain('2 components by k: slow 0.60, fast 0.40.');
  });

  it('of a plain curve has no components', () => {
    expect(summarise(normalPrior(), null)).toBe(
      'Density of z from −4 to 4, highest at z = 0 with 0.399. The range holds more than 99.9 % of the mass.',
    );
  });

  it('of a plane gives both coordinates of the peak', () => {
    expect(summarise(twoBlobs('x', 61), null)).toContain(
      'Density of the pair x as a heat map, highest at (1.20, −0.667)',
    );
  });

  it('of a plane names the components with their weights and means', () => {
    expect(summarise(twoBlobs('x', 61), null)).toContain(
      '2 components by z: z = 1 0.55 at (−0.800, 0.400), z = 2 0.45 at (1.20, −0.700).',
    );
  });
});

it('the peak of a plane is a point of its grid', () => {
  const plane = twoBlobs('x', 5);
  const best = Math.max(...plane.density);
  expect(planePeak(plane).density).toBe(best);
  expect(plane.x).toContain(planePeak(plane).x);
});
