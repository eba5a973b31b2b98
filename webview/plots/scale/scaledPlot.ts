import type { AsideAnswer } from '../../../src/engine/api/aside';
import type { PlotScale } from '../axes/onScale';
import type { Plot } from '../words/pointing';
import { distributionBars, distributionCurve } from './distributionScale';
import { logBars, logCurve } from './logScale';

/** The scales that a plot can be drawn on: a heat map has densities only, and categories have no order to add up in. */
export function scalesOf(plot: Plot): readonly PlotScale[] {
  if (plot.kind === 'plane') return ['density'];
  const ordered = plot.kind === 'curve' || plot.labels.every((label) => /^[-−]?[\d.,]+$/.test(label));
  return ordered ? ['density', 'log', 'distribution'] : ['density', 'log'];
}

/**
 * A plot of densities on another scale; the same plot where it cannot be drawn on it.
 * @param distribution what the engine says of the distribution function; null where it was not asked for, or has not answered
 */
export function scaledPlot(plot: Plot, scale: PlotScale, distribution: AsideAnswer | null): Plot {
  if (plot.kind === 'plane' || !scalesOf(plot).includes(scale)) return plot;
  switch (scale) {
    case 'density':
      return plot;
    case 'log':
      return plot.kind === 'curve' ? logCurve(plot) : logBars(plot);
    case 'distribution':
      return plot.kind === 'curve'
        ? distributionCurve(plot, distribution?.kind === 'distribution' ? distribution : null)
        : distributionBars(plot);
  }
}

/** @returns the densities that a plot was made from. */
export function sourceOf(plot: Plot): Plot {
  return plot.kind === 'plane' ? plot : (plot.onScale?.source ?? plot);
}

/** @returns the scale that a plot is drawn on. */
export function scaleOf(plot: Plot): PlotScale {
  return plot.kind === 'plane' ? 'density' : (plot.onScale?.name ?? 'density');
}
