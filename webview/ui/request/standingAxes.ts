import type { Bars, Curve, Plane, Span, Standing } from '../../../src/engine/api/preview';
import type { State, WholeModel } from '../state/state';

/**
 * The axes that keep still while the reader holds what changes a number: those of the picture that is shown. None once it is let go, so that
 * a text has the same picture whatever was dragged before.
 */
export function standingAxes({ pending, shown }: State, { uri, structureKey }: WholeModel): Standing[] {
  if (pending?.held !== true || shown === null) return [];
  const { model } = shown.asked;
  if (model.uri !== uri || model.structureKey !== structureKey) return [];
  return [shown.preview.observed, shown.preview.prior].flatMap((plot) => (plot === null ? [] : axesOf(plot)));
}

function axesOf(plot: Curve | Bars | Plane): Standing[] {
  if (plot.kind === 'bars') return [];
  return [{ label: plot.choice.label, x: ends(plot.x), y: plot.kind === 'plane' ? ends(plot.y) : null }];
}

function ends(values: Float64Array): Span {
  return { low: values[0] ?? Number.NaN, high: values.at(-1) ?? Number.NaN };
}
