import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quote, shortened } from '../../src/model/quote';

it('leaves alone what is short', () => {
  expect(shortened('waiting time')).toBe('waiting time');
  expect(shortened('Höhe σ 𝜎')).toBe('Höhe σ 𝜎');
  expect(quote('a.csv')).toBe('"a.csv"');
  expect(shortened('')).toBe('');
});

it('cuts what is long, and says so', () => {
  expect(shortened('x'.repeat(60))).toBe('x'.repeat(60));
  expect(shortened('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect(shortened('x'.repeat(300), 200)).toBe(`${'x'.repeat(199)}…`);
  expect(shortened(`a${' '.repeat(5_000_000)}b`)).toBe('a …');
});

it('writes what would break a line, or the terminal, as one mark', () => {
  expect(shortened('a\r\n\tb')).toBe('a b');
  expect(shortened('\u001b[2Ja\0\u202eb')).toBe('\ufffd[2Ja\ufffd\ufffdb');
});

it('is one short line without halves of characters, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
      const short = shortened(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(short).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
      if (!halves.test(text)) expect(short).not.toMatch(halves);
    }),
    { seed: 1 },
  );
});
