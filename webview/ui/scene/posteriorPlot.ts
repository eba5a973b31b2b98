import type { PosteriorPicture } from '../../../src/engine/api/preview';
import type { Plot } from '../../plots/words/pointing';

/** The picture of a posterior: that of the prior with its densities replaced, and the prior's own left as a thin mark. */
export function posteriorPlot(prior: Plot, { density, standardError }: PosteriorPicture): Plot {
  switch (prior.kind) {
    case 'curve':
      return {
        ...prior,
        density,
        logDensity: density.map(Math.log),
        standardError,
        before: prior.density,
        // The samples are of the prior.
        histogram: null,
      };
    case 'bars':
      return { ...prior, probability: density, standardError, before: prior.probability, samples: null };
    case 'plane':
      // The components and the samples are those of the prior.
      return { ...prior, density, components: null, samples: new Float64Array(0) };
  }
}
