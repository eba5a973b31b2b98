import type { Curve } from '../../src/engine/api/preview';
import { type Loops, noLoops } from '../../src/model/loops';
import type { Expr, Model } from '../../src/model/model';
import type { Reading } from '../../webview/handles/reading';
import { curveOf, final } from '../engine/ask';
import { ask, model } from '../engine/models';

/** A model's text read for one component. */
export function readingOf(
  text: string,
  states: Readonly<Record<string, number>> = {},
  loops: Loops = noLoops,
): Reading & { readonly model: Model } {
  const checked = model(text);
  const { structure, numbers } = checked;
  return { model: checked, structure, numbers, states: new Map(Object.entries(states)), loops };
}

/** An argument of the distribution of a variable's first definition. */
export function argument(reading: { readonly model: Model }, variable: string, name: string): Expr {
  const found = reading.model.structure.variables.find((each) => each.name === variable);
  const distribution = found!.definitions[0]!.distribution;
  if (distribution.kind !== 'family') throw new Error(`${variable} follows no single family.`);
  return distribution.args[name]!;
}

/** What the literal of a slot is in the text. */
export function literalText(text: string, reading: { readonly model: Model }, slot: number): string {
  const { start, end } = reading.model.numberSpans[slot]!;
  return text.slice(start, end);
}

/** The drawn marginal of a model's first observed variable. */
export function drawn(text: string): Curve {
  return curveOf(final(ask(text, { points: 65, samples: 100 })));
}
