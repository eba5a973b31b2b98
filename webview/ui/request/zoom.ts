import type { Span, Zoom } from '../../../src/engine/api/preview';
import { scalesOf } from '../../plots/scale/scaledPlot';
import type { Plot } from '../../plots/words/pointing';
import { plotOf, type State } from '../state/state';
import { ask, quiet, type Step } from './step';
import { zoomOf, zoomSubject } from './zoomed';

/** A place in a picture as shares of its width (from the left) and of its height (from the bottom). */
export interface Shares {
  readonly x: number;
  readonly y: number;
}

const middle: Shares = { x: 0.5, y: 0.5 };

/** How much one press of a key or a button brings nearer. */
export const zoomStep = 0.6;
/** How much of the picture one press moves it by. */
export const panStep = 0.2;

/** Doubles tell the points of a curve well apart down to this width, relative to where they lie. */
const relativeLeast = 1e-10;
/** The least width as a share of that of the whole. */
const least = 1e-6;
/** A bar chart shows this many values at least. */
const fewestBars = 3;
/** The greatest width, and how far away the middle may go, in widths of the whole. */
const most = 50;

/** The range that a plot shows; null where it cannot be looked at nearer, as categories have no axis. */
export function shownRange(plot: Plot): Zoom | null {
  const ends = (values: Float64Array, beyond: number): Span => ({
    low: (values[0] ?? 0) - beyond,
    high: (values[values.length - 1] ?? 0) + beyond,
  });
  if (plot.kind === 'plane') return { x: ends(plot.x, 0), y: ends(plot.y, 0) };
  if (plot.kind === 'curve') return { x: ends(plot.x, 0), y: null };
  return scalesOf(plot).includes('distribution') && plot.values.length > fewestBars
    ? { x: ends(plot.values, 0.5), y: null }
    : null;
}

/** Whether the plot that is shown can be zoomed. */
export function canZoom(state: State): boolean {
  return rangeOf(state) !== null;
}

/**
 * Looks nearer, or from farther away.
 * @param factor of the new width to the old one
 * @param about what stays where it is
 */
export function zoomBy(state: State, factor: number, about: Shares = middle): Step {
  const now = rangeOf(state);
  if (now === null) return quiet(state);
  const nearby = zoomOf(state) !== null;
  const whole = (nearby ? state.whole : null) ?? now;
  const discrete = isDiscrete(state);
  const x = now.x && whole.x && nearer(now.x, factor, about.x, whole.x, discrete);
  const y = now.y && whole.y && nearer(now.y, factor, about.y, whole.y, discrete);
  const back = factor > 1 && passes(now.x, x, whole.x) && passes(now.y, y, whole.y);
  return back
    ? resetZoom(state)
    : ask({ ...state, zoom: { x, y }, zoomed: nearby ? state.zoomed : shownSubject(state), whole });
}

/** Moves what is looked at by shares of its width and height; nothing where all of it is shown. */
export function panBy(state: State, { x: across, y: up }: Shares): Step {
  const { whole } = state;
  const zoom = zoomOf(state);
  if (zoom === null || whole === null) return quiet(state);
  const discrete = isDiscrete(state);
  const x = zoom.x && whole.x && moved(zoom.x, across, whole.x, discrete);
  const y = zoom.y && whole.y && moved(zoom.y, up, whole.y, discrete);
  return ask({ ...state, zoom: { x, y } });
}

/** Shows the range that the engine chooses. */
export function resetZoom(state: State): Step {
  return state.zoom === null ? quiet(state) : ask(withoutZoom(state));
}

/** The same state, looked at as a whole. */
export function withoutZoom(state: State): State {
  return state.zoom === null ? state : { ...state, zoom: null, zoomed: null, whole: null };
}

function rangeOf(state: State): Zoom | null {
  const plot = plotOf(state);
  if (plot === null) return zoomOf(state);
  const { observed } = plot.preview;
  const type = plot.asked.model.structure.variables.find(({ name }) => name === observed.choice.variable)?.type;
  // Categories have no axis, even those whose names are numbers.
  if (observed.kind === 'bars' && type?.kind === 'category') return null;
  return zoomOf(state) ?? shownRange(observed);
}

function shownSubject(state: State): string | null {
  const plot = plotOf(state);
  return plot === null ? null : zoomSubject(plot.preview.observed.choice, plot.asked.model.structure);
}

function isDiscrete(state: State): boolean {
  return plotOf(state)?.preview.observed.kind === 'bars';
}

function nearer({ low, high }: Span, factor: number, about: number, whole: Span, discrete: boolean): Span {
  const width = high - low;
  const all = whole.high - whole.low;
  const narrowest = discrete
    ? fewestBars
    : Math.max(least * all, relativeLeast * Math.min(Math.abs(low), Math.abs(high)));
  const wanted = Math.min(Math.max(factor * width, Math.min(narrowest, width)), Math.max(most * all, width));
  const fixed = low + about * width;
  return within({ low: fixed - about * wanted, high: fixed + (1 - about) * wanted }, whole, discrete);
}

function moved({ low, high }: Span, share: number, whole: Span, discrete: boolean): Span {
  const by = share * (high - low);
  return within({ low: low + by, high: high + by }, whole, discrete);
}

/** Not so far away that nothing is left to see; counts do not go below 0. */
function within(span: Span, whole: Span, discrete: boolean): Span {
  const width = span.high - span.low;
  const reach = discrete ? whole.high - whole.low : most * (whole.high - whole.low);
  const floor = discrete && whole.low >= -0.5 ? -0.5 : whole.low - reach;
  const low = Math.max(Math.min(span.low, whole.high + reach - width), floor);
  return { low, high: low + width };
}

/** Whether a step outwards comes to the whole, or past it. */
function passes(now: Span | null, next: Span | null, whole: Span | null): boolean {
  if (now === null || next === null || whole === null) return true;
  const all = 0.999 * (whole.high - whole.low);
  return now.high - now.low < all && next.high - next.low >= all;
}
