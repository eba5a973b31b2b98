import { describe, expect, it } from 'vitest';
import { posteriorPlot } from '../../../webview/ui/scene/posteriorPlot';
import { counts, preview, threeBumps, twoBlobs } from '../../plots/fixtures';

const { method } = preview();
const posterior = (density: Float64Array) => ({ kind: 'posterior', density, standardError: null, method }) as const;

describe('the plot of a posterior', () => {
  it('has its densities, the prior behind, and none of the prior’s samples', () => {
    const prior = threeBumps(64);
    const density = prior.density.map((value) => value * 2);
    const plot = posteriorPlot(prior, posterior(density));
    expect(plot).toMatchObject({ kind: 'curve', density, before: prior.density, histogram: null });
    expect((plot as typeof prior).logDensity[3]).toBeCloseTo(Math.log(density[3]!), 12);
  });

  it('has probabilities where the prior has', () => {
    const prior = counts();
    const probability = prior.probability.map(() => 0.1);
    expect(posteriorPlot(prior, posterior(probability))).toMatchObject({
      probability,
      before: prior.probability,
      samples: null,
    });
  });

  it('of a pair is a plane without samples', () => {
    const prior = twoBlobs('z', 8);
    const density = prior.density.map(() => 1);
    expect(posteriorPlot(prior, posterior(density))).toMatchObject({
      kind: 'plane',
      density,
      samples: new Float64Array(0),
    });
  });
});
