import { expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { asWritten, textWith } from '../../src/preview/asWritten';

const text = `param mu: ordered = [-2, 3, 5]
latent z ~ Categorical([0.2, 0.3, 0.5])
observed x | z ~ Normal(mu[z], 0.5)`;
const model = analyse(text).model!;
const piece = (slot: number, written: string) => ({ span: model.numberSpans[slot]!, text: written });
const places = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => [start, end]);

test('numbers are known to stand where they are found when the text is read again', () => {
  const pieces = [piece(2, '12.25'), piece(0, '0.125'), piece(6, '1')];
  const written = textWith(text, pieces);
  const again = analyse(written).model!;
  const known = asWritten(model, pieces);
  expect(known.numbers).toEqual([...again.numbers]);
  expect(places(known.numberSpans)).toEqual(places(again.numberSpans));
});

test('numbers are known in a text that is no model any more', () => {
  const pieces = [piece(0, '7.25')];
  const written = textWith(text, pieces);
  expect(analyse(written).model).toBeNull();
  const { numberSpans, numbers } = asWritten(model, pieces);
  expect(numberSpans.map(({ start, end }) => Number(written.slice(start, end)))).toEqual(numbers);
  expect(numbers[0]).toBe(7.25);
});
