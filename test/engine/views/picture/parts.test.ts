import { describe, expect, it } from 'vitest';
import { distributions } from '../../../../src/engine/families';
import { cumulativeAt, outsideOf, outsideOfSamples, type Part } from '../../../../src/engine/views/picture/parts';
import { curveOf, final } from '../../ask';
import { ask } from '../../models';

const normal = distributions.Normal;
if (normal.kind !== 'univariate') throw new Error('Normal is univariate.');
const part = (weight: number, mean: number, sd: number): Part => ({
  state: 0,
  weight,
  family: normal,
  parameters: [mean, sd],
});

describe('parts of a mixture', () => {
  it('have the weighted sum of their distribution functions', () => {
    expect(cumulativeAt([part(0.5, 0, 1), part(0.5, 10, 1)], 5)).toBeCloseTo(0.5, 6);
    expect(cumulativeAt([part(0.25, 0, 1)], 0)).toBeCloseTo(0.125, 12);
  });

  it('say what lies below and above a range, whatever their weights add up to', () => {
    const { below, above } = outsideOf([part(2, 0, 1)], -1, 2);
    expect(below).toBeCloseTo(normal.cdf(-1, [0, 1]), 12);
    expect(above).toBeCloseTo(1 - normal.cdf(2, [0, 1]), 12);
  });

  it('or samples say it, brought to a known sum', () => {
    const { below, above } = outsideOfSamples(Float64Array.of(-3, -2, -1.5, 0, 0.5, 9), -1, 1, 0.2);
    expect(below).toBeCloseTo(0.15, 12);
    expect(above).toBeCloseTo(0.05, 12);
    expect(outsideOfSamples(Float64Array.of(0), -1, 1, 0.2)).toEqual({ below: 0.1, above: 0.1 });
  });
});

describe('what lies outside of a curve', () => {
  it('is exact for a mixture, and adds up with what it holds', () => {
    const { massInside, outside } = curveOf(final(ask('observed x ~ Normal(0, 1)\nview x in [-1, 3]', { points: 32 })));
    expect(outside!.exact).toBe(true);
    expect(outside!.below).toBeCloseTo(normal.cdf(-1, [0, 1]), 6);
    expect(massInside + outside!.below + outside!.above).toBeCloseTo(1, 12);
  });

  it('comes from the samples where there is no closed form', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(z), 1)\nview x in [0, 9]';
    const { massInside, outside } = curveOf(final(ask(text, { points: 64 })));
    expect(outside!.exact).toBe(false);
    expect(outside!.below).toBeCloseTo(0.5, 1);
    expect(massInside + outside!.below + outside!.above).toBeCloseTo(1, 12);
  });
});
