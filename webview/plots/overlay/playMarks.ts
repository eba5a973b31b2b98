import type { Bars, Curve } from '../../../src/engine/api/preview';
import { barsPath, linePath, tenth } from '../axes/path';
import type { BarsLayout } from '../bars/bars';
import type { CurveLayout } from '../curve/curve';
import type { PlaneLayout } from '../plane/plane';
import { scaleOf } from '../scale/scaledPlot';
import { binOf, tally } from '../text/tally';
import type { Plot, PlotLayout } from '../words/pointing';

/** What has been drawn, and what of it is to be seen. */
export interface Played {
  /** x of the draws so far, the newest last; as many numbers for each as the plot has axes of values. */
  readonly draws: readonly (readonly number[])[];
  /** Whether the newest falls. */
  readonly falls: boolean;
  /** Whether the draws are shown as a histogram; otherwise each is a mark by itself. */
  readonly histogram: boolean;
  /** The component that x is drawn from; null where none of them is it. */
  readonly lit: string | null;
  /** p(x | z) at the points of the plot; null where it is not known, or shown by a component. */
  readonly conditional: Float64Array | null;
}

/** Draws in a plot, in pixels. */
export interface PlayMarks {
  readonly histogram: string;
  /** Of the bins of the histogram, or of the values. */
  readonly counts: readonly number[];
  readonly lit: { readonly line: string; readonly area: string; readonly className: string } | null;
  readonly conditional: string;
  /** The newest draw: it comes from `from`, and comes to rest at `y`. */
  readonly dot: { readonly x: number; readonly from: number; readonly y: number } | null;
  /** All draws, where each is a point. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

/** Places what has been drawn in a plot. */
export function layoutPlayed(plot: Plot, layout: PlotLayout, played: Played): PlayMarks {
  if (plot.kind === 'curve' && layout.kind === 'curve') return onCurve(plot, layout, played);
  if (plot.kind === 'bars' && layout.kind === 'bars') return onBars(plot, layout, played);
  return layout.kind === 'plane' ? onPlane(layout, played) : nowhere;
}

const nowhere: PlayMarks = { histogram: '', counts: [], lit: null, conditional: '', dot: null, dots: [] };

function onCurve(curve: Curve, { frame, x, y, components }: CurveLayout, played: Played): PlayMarks {
  const onDensity = scaleOf(curve) === 'density';
  const low = curve.x[0] ?? 0;
  const high = curve.x[curve.x.length - 1] ?? 1;
  const values = played.draws.map(([value = Number.NaN]) => value);
  const { edges, counts, density } = tally(played.histogram ? values : [], low, high);
  const shown = onDensity && played.histogram;
  const newest = values.at(-1);
  const bin = newest === undefined ? null : binOf(newest, low, high, counts.length);
  const top = shown && bin !== null ? Math.max(frame.top, y.scale(density[bin] ?? 0)) : frame.bottom;
  const mark = components.find(({ label }) => label === played.lit);
  const height = curve.components.kind === 'draws' ? curve.components.scale : 1;
  return {
    histogram: shown
      ? barsPath(
          edges,
          density,
          (value) => x.scale(value),
          (value) => y.scale(value),
          frame.bottom,
          frame.top,
        )
      : '',
    counts: shown ? [...counts] : [],
    lit: mark === undefined ? null : { line: mark.line, area: mark.area, className: mark.className },
    conditional:
      played.conditional === null || !onDensity || played.conditional.length !== curve.x.length
        ? ''
        : linePath(
            curve.x,
            played.conditional.map((value) => height * value),
            (value) => x.scale(value),
            (value) => y.scale(value),
            frame.top - 4,
          ),
    dot:
      !played.falls || newest === undefined || bin === null
        ? null
        : { x: tenth(x.scale(newest)), from: frame.top, y: tenth(top) },
    dots: [],
  };
}

function onBars(bars: Bars, { frame, y, step, stacks }: BarsLayout, played: Played): PlayMarks {
  const shown = scaleOf(bars) === 'density' && played.histogram;
  const place = new Map(Array.from(bars.values, (value, i) => [value, i]));
  const counts = bars.values.length === 0 ? [] : Array.from(bars.values, () => 0);
  for (const [value = Number.NaN] of played.draws) {
    const i = place.get(value);
    if (i !== undefined) counts[i] = (counts[i] ?? 0) + 1;
  }
  const total = Math.max(1, played.draws.length);
  const share = (i: number): number => (counts[i] ?? 0) / total;
  const at = (value: number): number => tenth(Math.max(frame.top, y.scale(value)));
  const middle = (i: number): number => frame.left + (i + 0.5) * step;
  const thick = Math.max(1, Math.min(step * 0.4, 44));
  const newest = place.get(played.draws.at(-1)?.[0] ?? Number.NaN);
  const stack = stacks.find(({ label }) => label === played.lit);
  const box = (i: number): string =>
    share(i) > 0
      ? `M${tenth(middle(i) - thick / 2)},${tenth(frame.bottom)}V${at(share(i))}h${tenth(thick)}V${tenth(frame.bottom)}Z`
      : '';
  return {
    histogram: shown ? counts.map((_, i) => box(i)).join('') : '',
    counts: shown ? counts : [],
    lit: stack === undefined ? null : { line: stack.path, area: stack.path, className: stack.className },
    conditional: '',
    dot:
      !played.falls || newest === undefined
        ? null
        : { x: tenth(middle(newest)), from: frame.top, y: shown ? at(share(newest)) : frame.bottom },
    dots: [],
  };
}

function onPlane({ frame, x, y }: PlaneLayout, played: Played): PlayMarks {
  const dots = played.draws.map(([a = Number.NaN, b = Number.NaN]) => ({ x: tenth(x.scale(a)), y: tenth(y.scale(b)) }));
  const inside = (dot: { x: number; y: number } | undefined): boolean =>
    dot !== undefined && dot.x >= frame.left && dot.x <= frame.right && dot.y >= frame.top && dot.y <= frame.bottom;
  const newest = dots.at(-1);
  return {
    ...nowhere,
    dot: !played.falls || newest === undefined || !inside(newest) ? null : { ...newest, from: newest.y },
    dots: played.histogram ? dots.filter(inside) : [],
  };
}
