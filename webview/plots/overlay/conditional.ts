import { spacingOf } from '../../../src/engine/api/spacing';
import type { PlotScale } from '../axes/onScale';
import { linePath, tenth } from '../axes/path';
import { peakOf } from '../curve/peak';
import { contourLines } from '../plane/contours';
import { massLevels } from '../plane/massLevels';
import type { Place, Plot, PlotLayout } from '../words/pointing';
import { planePeak } from '../words/summary';

/** p(x | z) over the picture of x, placed in pixels. */
export interface ConditionalLayout {
  /** One line for a curve, the outlines of bars, or two outlines in a plane. */
  readonly line: string;
  /** What lies under the line of a curve of densities; '' elsewhere. */
  readonly area: string;
  /** Where its name stands: above its highest place in the picture; null where it is nowhere in it. */
  readonly name: { readonly left: number; readonly top: number } | null;
}

/** How p(x | z) compares with p(x). */
export interface ConditionalSummary {
  /** Where p(x | z) is highest among the places of the picture; null where it is zero at all of them. */
  readonly peak: Place | null;
  readonly density: number;
  /** What p(x | z) is multiplied with to be drawn. */
  readonly factor: number;
  /** Whether the factor is the probability of z, so that what is drawn is the part of z in the marginal. */
  readonly isPart: boolean;
}

/** The shares of its mass that the outlines in a plane enclose. */
export const outlineShares: readonly number[] = [0.5, 0.95];

/**
 * Says where p(x | z) is highest and how it is to be drawn: as the part of z in the marginal where z has a probability; scaled as the
 * lines of the other z are where some of infinitely many are drawn; and never higher than the marginal's own peak.
 * @param plot of densities, not of their logarithms
 * @param density p(x | z) at the places of the plot
 * @param probability of z; null for one of a continuum
 */
export function summariseConditional(
  plot: Plot,
  density: Float64Array,
  probability: number | null,
): ConditionalSummary {
  const highest = peakIn(plot, density);
  const peak = highest.density > 0 ? highest.place : null;
  if (probability !== null) return { peak, density: highest.density, factor: probability, isPart: true };
  if (plot.kind === 'plane') return { peak, density: highest.density, factor: 1, isPart: false };
  const usual = plot.components.kind === 'draws' ? plot.components.scale : 1;
  const marginal = peakIn(plot, plot.kind === 'curve' ? plot.density : plot.probability).density;
  const most = peak !== null && marginal > 0 && marginal < Infinity ? marginal / highest.density : usual;
  return { peak, density: highest.density, factor: Math.min(usual, most), isPart: false };
}

/**
 * Places p(x | z) over the picture of x.
 * @param scale of the vertical axis
 * @param factor what p(x | z) is multiplied with
 * @param below what p(x | z) holds below the first place of the picture
 */
export function layoutConditional(
  plot: Plot,
  layout: PlotLayout,
  density: Float64Array,
  scale: PlotScale,
  factor: number,
  below = 0,
): ConditionalLayout {
  const { frame } = layout;
  if (plot.kind === 'plane' && layout.kind === 'plane') {
    const { place, density: highest } = peakIn(plot, density);
    if (!(highest > 0)) return nowhere;
    const grid = { x: plot.x, y: plot.y, density };
    const lines = massLevels(grid, outlineShares).flatMap((level) => contourLines(grid, level.density));
    const line = lines.map((points) => outline(points, layout.x.scale, layout.y.scale)).join('');
    return { line, area: '', name: { left: tenth(layout.x.scale(place.x)), top: tenth(layout.y.scale(place.y)) } };
  }
  if (plot.kind === 'curve' && layout.kind === 'curve') {
    const values = onScale(plot.x, density, scale, factor, layout.y.scale.invert(frame.bottom), below);
    const top = frame.top - 4;
    const line = linePath(plot.x, values, layout.x.scale, layout.y.scale, top);
    const peak = peakOf(plot.x, values);
    const some = highestOf(density) > 0 || (scale === 'distribution' && below > 0);
    if (line === '' || !some) return nowhere;
    return {
      line,
      area: scale === 'density' ? `${line}V${frame.bottom}H${tenth(layout.x.scale(plot.x[0] ?? 0))}Z` : '',
      name: { left: tenth(layout.x.scale(peak.x)), top: tenth(Math.max(frame.top, layout.y.scale(peak.density))) },
    };
  }
  if (plot.kind === 'bars' && layout.kind === 'bars') {
    const lowest = layout.y.scale.invert(frame.bottom);
    const values = onScale(spacingOf(plot.values), density, scale, factor, lowest, below);
    const width = Math.max(1, Math.min(layout.step * 0.5, 60));
    const middle = (i: number): number => frame.left + (i + 0.5) * layout.step;
    let line = '';
    values.forEach((value, i) => {
      const at = layout.y.scale(value);
      if (!(at < frame.bottom - 0.5)) return;
      const top = tenth(Math.max(frame.top - 4, at));
      line += `M${tenth(middle(i) - width / 2)},${frame.bottom}V${top}h${tenth(width)}V${frame.bottom}`;
    });
    if (line === '') return nowhere;
    const best = values.indexOf(highestOf(values));
    return {
      line,
      area: '',
      name: { left: tenth(middle(best)), top: tenth(Math.max(frame.top, layout.y.scale(values[best] ?? 0))) },
    };
  }
  return nowhere;
}

const nowhere: ConditionalLayout = { line: '', area: '', name: null };

/**
 * The values as the axis says them: factor × density, its logarithm (none where that is below the axis), or the running area under it, from what lies `below`.
 * @param x of the points of a curve; of bars, whose heights are summed, how far apart their values are
 */
function onScale(
  x: Float64Array | number,
  density: Float64Array,
  scale: PlotScale,
  factor: number,
  lowest: number,
  below: number,
): Float64Array {
  if (scale === 'density') return density.map((value) => factor * value);
  if (scale === 'log') {
    return density.map((value) => {
      const log = Math.log(factor * value);
      return log >= lowest ? log : Number.NaN;
    });
  }
  let sum = below;
  return density.map((value, i) => {
    if (typeof x === 'number') sum += value * x;
    else if (i > 0) sum += 0.5 * (value + (density[i - 1] ?? 0)) * ((x[i] ?? 0) - (x[i - 1] ?? 0));
    return factor * Math.min(1, sum);
  });
}

function outline(points: Float64Array, placeX: (value: number) => number, placeY: (value: number) => number): string {
  let path = '';
  for (let i = 0; i + 1 < points.length; i += 2) {
    path += `${i === 0 ? 'M' : 'L'}${tenth(placeX(points[i] ?? 0))},${tenth(placeY(points[i + 1] ?? 0))}`;
  }
  return path;
}

function peakIn(plot: Plot, density: Float64Array): { place: Place; density: number } {
  if (plot.kind === 'plane') {
    const { x, y, density: highest } = planePeak({ ...plot, density });
    return { place: { x, y }, density: highest };
  }
  const peak = peakOf(plot.kind === 'curve' ? plot.x : plot.values, density);
  return { place: { x: peak.x, y: 0 }, density: peak.density };
}

function highestOf(values: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > best) best = value;
  return best;
}
