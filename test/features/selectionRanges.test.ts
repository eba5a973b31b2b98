import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../src/features/selectionRanges';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';
import { analysed } from './cursor';

const texts = (source: string) => {
  const { analysis, offset } = analysed(source);
  return selectionRanges(analysis, offset).map(({ start, end }) => analysis.text.slice(start, end));
};

describe('selectionRanges', () => {
  it('grow from the word to the text', () => {
    expect(texts('let a = 1\nlet y = exp(a<|> + 1)')).toEqual([
      ...['a', 'a + 1', 'exp(a + 1)', 'let y = exp(a + 1)'],
      'let a = 1\nlet y = exp(a + 1)',
    ]);
  });

  it('are the whole text between statements', () => {
    expect(texts('let a = 1\n<|>\nlet b = 2')).toEqual(['let a = 1\n\nlet b = 2']);
    expect(texts('<|>')).toEqual(['']);
  });

  it('hold each other, whatever the text', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        const analysis = analyse(text);
        for (let offset = 0; offset <= text.length; offset += 2) {
          const spans = selectionRanges(analysis, offset);
          expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
          spans.forEach(({ start, end }, i) => {
            expect(start <= offset && offset <= end).toBe(true);
            const outer = spans[i + 1];
            if (outer) expect(outer.start <= start && end <= outer.end).toBe(true);
          });
        }
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});
