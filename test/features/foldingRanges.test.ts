import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../src/features/foldingRanges';
import { analyse } from '../../src/language/analyse';

const lines = (text: string) =>
  foldingRanges(analyse(text)).map(({ span, kind }) => {
    const line = (offset: number) => text.slice(0, offset).split('\n').length;
    return [line(span.start), line(span.end), kind];
  });

describe('foldingRanges', () => {
  it('are statements and comments of several lines, and runs of line comments', () => {
    const text = `// one
// two

// three
let a = 1 // four
// five
/* six
seven */
let b = [
  1
]
let c = 2`;
    expect(lines(text)).toEqual([
      [1, 2, 'comment'],
      [7, 8, 'comment'],
      [9, 11, 'code'],
    ]);
  });

  it('do not join comments across a statement or a blank line', () => {
    expect(lines('// a\nlet b = 1\n// c\n\n// d')).toEqual([]);
    expect(lines('let a = 1 // a\n// b')).toEqual([]);
    expect(lines('// a\n  // b\n// c')).toEqual([[1, 3, 'comment']]);
  });

  it('are none in an empty text', () => {
    expect(lines('')).toEqual([]);
  });
});
