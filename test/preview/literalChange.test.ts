import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { literalChange } from '../../src/preview/literalChange';

const text = 'param mu = [-2, 0.5]\nobserved x ~ Normal(mu, 1)';
const { model } = analyse(text);
const edit = (changes: { slot: number; was: number; value: number }[], structureKey = model!.structureKey) => ({
  type: 'edit' as const,
  uri: 'file:///a.lvm',
  structureKey,
  gesture: 1,
  changes,
});
const nothing = new Map<number, number>();

/** The text after an edit, or why there is none. */
function textAfter(changes: { slot: number; was: number; value: number }[], written = nothing): string {
  const replacements = literalChange(model, edit(changes), written);
  if (typeof replacements === 'string') return replacements;
  return [...replacements]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: piece }) => all.slice(0, span.start) + piece + all.slice(span.end), text);
}

describe('a literal', () => {
  test('gets the new number, its sign included', () => {
    expect(textAfter([{ slot: 0, was: -2, value: 1.25 }])).toBe('param mu = [1.25, 0.5]\nobserved x ~ Normal(mu, 1)');
    expect(textAfter([{ slot: 1, was: 0.5, value: -3 }])).toBe('param mu = [-2, -3]\nobserved x ~ Normal(mu, 1)');
  });

  test('gets it together with others', () => {
    expect(
      textAfter([
        { slot: 1, was: 0.5, value: 4 },
        { slot: 2, was: 1, value: 0.1 },
      ]),
    ).toBe('param mu = [-2, 4]\nobserved x ~ Normal(mu, 0.1)');
  });

  test('may hold what the same gesture wrote before', () => {
    expect(textAfter([{ slot: 1, was: 9, value: 4 }], new Map([[1, 0.5]]))).toBe(
      'param mu = [-2, 4]\nobserved x ~ Normal(mu, 1)',
    );
  });

  test('that has the number already is left alone', () => {
    expect(literalChange(model, edit([{ slot: 1, was: 0.5, value: 0.5 }]), nothing)).toEqual([]);
  });

  test('is never a negative zero', () => {
    expect(textAfter([{ slot: 1, was: 0.5, value: -0 }])).toBe('param mu = [-2, 0]\nobserved x ~ Normal(mu, 1)');
  });
});

describe('nothing is written', () => {
  const changed = 'The number was changed in the text while the plot was dragged; nothing was written.';

  test('where the literal holds another number than the gesture began with', () => {
    expect(textAfter([{ slot: 0, was: 7, value: 1 }])).toBe(changed);
  });

  test('where one of several does', () => {
    expect(
      textAfter([
        { slot: 1, was: 0.5, value: 1 },
        { slot: 0, was: 7, value: 1 },
      ]),
    ).toBe(changed);
  });

  test('where there is no such literal', () => {
    expect(textAfter([{ slot: 12, was: 7, value: 1 }])).toBe(changed);
  });

  test('where the structure of the model is another', () => {
    expect(literalChange(model, edit([{ slot: 0, was: -2, value: 1 }], 'other'), nothing)).toBe(
      'The text was changed while the plot was dragged; nothing was written.',
    );
  });

  test('where the text has errors', () => {
    expect(literalChange(null, edit([{ slot: 0, was: -2, value: 1 }]), nothing)).toBe(
      'The text has errors: mend them, and the plot can be dragged again.',
    );
  });
});
