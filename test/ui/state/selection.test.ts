import { expect, test } from 'vitest';
import { sameSelection, selectionAt } from '../../../webview/ui/state/selection';
import { model } from '../../engine/models';

const text = 'param mu = [-2, 3]\nlatent z ~ Bernoulli(0.5)\nobserved x | z ~ Normal(z, 1)';
const checked = model(text);
const { numberSpans, statementSpans, structureKey } = checked;
const parts = {
  structureKey,
  numberSpans: [...numberSpans],
  statementSpans: new Map(Array.from(statementSpans, ([name, spans]) => [name, [...spans]])),
};
const at = (part: string, length = 0) => {
  const start = text.indexOf(part);
  return selectionAt({ start, end: start + length }, parts);
};

test('a caret in a number is in its literal and in its statement', () => {
  expect(at('-2')).toEqual({ structureKey, slots: [0], statement: 'mu' });
  expect(at('0.5')).toMatchObject({ slots: [2], statement: 'z' });
});

test('a caret beside the numbers is in the statement alone, a selection in all that it covers', () => {
  expect(at('latent')).toMatchObject({ slots: [], statement: 'z' });
  expect(at('[-2, 3]', 7)).toMatchObject({ slots: [0, 1] });
});

test('the same place is the same selection', () => {
  expect(sameSelection(at('-2'), at('-2'))).toBe(true);
  expect(sameSelection(at('-2'), at('0.5'))).toBe(false);
  expect(sameSelection(null, null)).toBe(true);
});
