import type { Choice, Preview, PreviewQuery, PreviewRequest } from '../../src/engine/api/preview';
import { analyse } from '../../src/language/analyse';
import type { Model } from '../../src/model/model';
import { requestFor } from './build';

/** A model from its text, which must have no error. */
export function model(text: string): Model {
  const { model: checked, diagnostics } = analyse(text);
  if (checked === null) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return checked;
}

/** A request for a model from its text. */
export function ask(text: string, query: Partial<PreviewQuery> = {}): PreviewRequest {
  const checked = model(text);
  return { ...requestFor(checked, query), structureKey: checked.structureKey, views: checked.views };
}

export function choice(variable: string, coordinate: number | null = null, index: number | null = null): Choice {
  return { variable, index, coordinate, label: variable };
}

/** The area under a curve, by the trapezoidal rule. */
export function area(x: ArrayLike<number>, density: ArrayLike<number>): number {
  let total = 0;
  for (let i = 1; i < x.length; i++) total += 0.5 * (density[i]! + density[i - 1]!) * (x[i]! - x[i - 1]!);
  return total;
}

/** The drawn heights of a preview. */
export function heights({ observed }: Preview): Float64Array {
  return observed.kind === 'bars' ? observed.probability : observed.density;
}
