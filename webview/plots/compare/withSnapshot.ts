import type { Plot } from '../words/pointing';
import { barsOn, lineOn } from './comparison';

/** A plot with the snapshot behind it, both on one scale; the plot itself where there is nothing to draw over it. */
export function withSnapshot(plot: Plot, kept: Plot | null): Plot {
  if (plot.kind === 'curve' && kept?.kind === 'curve') return { ...plot, before: lineOn(plot, kept) };
  if (plot.kind === 'bars' && kept?.kind === 'bars') return { ...plot, before: barsOn(plot, kept) };
  return plot;
}
