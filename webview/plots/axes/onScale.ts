import type { Bars, Curve } from '../../../src/engine/api/preview';

/** What the vertical axis says: densities (of a discrete variable probabilities), their natural logarithm, or P(X ≤ x). */
export type PlotScale = 'density' | 'log' | 'distribution';

/** What a plot carries whose values are not densities. */
export interface OnScale<P> {
  readonly name: Exclude<PlotScale, 'density'>;
  /** The plot with its densities or probabilities. */
  readonly source: P;
  /** The two ends of the vertical axis. What is lower is cut off. */
  readonly low: number;
  readonly high: number;
  /** Two standard errors to either side; null where the marginal has none on this scale. */
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
  /** How far down the axis goes, or how the values are known: a sentence. */
  readonly note: string;
}

/** A curve whose `density`, and that of its components and of its histogram, holds what the scale says. */
export type ScaledCurve = Curve & { readonly onScale?: OnScale<Curve> };

/** The same of bars. */
export type ScaledBars = Bars & { readonly onScale?: OnScale<Bars> };

/** @returns what stands on the vertical axis: `p(x)`, `log p(x)`, `F(x)`. */
export function valueName(label: string, scale: PlotScale): string {
  if (scale === 'distribution') return `F(${label})`;
  return scale === 'log' ? `log p(${label})` : `p(${label})`;
}

/** The title of the vertical axis. */
export function axisTitle(kind: 'curve' | 'bars', label: string, scale: PlotScale): string {
  if (scale === 'distribution') return `distribution function F(${label})`;
  const what = kind === 'curve' ? 'density' : 'probability';
  return scale === 'log' ? `log ${what}, log p(${label})` : `${what} p(${label})`;
}
