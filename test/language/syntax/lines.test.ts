import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../../src/language/syntax/lines';

describe('Lines', () => {
  it('takes \\n, \\r\\n and \\r as line ends', () => {
    const lines = new Lines('a\nbc\r\nd\re');
    expect(lines.count).toBe(4);
    expect(lines.position(0)).toEqual({ line: 0, column: 0 });
    expect(lines.position(1)).toEqual({ line: 0, column: 1 });
    expect(lines.position(2)).toEqual({ line: 1, column: 0 });
    expect(lines.position(6)).toEqual({ line: 2, column: 0 });
    expect(lines.position(8)).toEqual({ line: 3, column: 0 });
    expect(lines.position(9)).toEqual({ line: 3, column: 1 });
  });

  it('keeps the \\n of \\r\\n on the line that it ends', () => {
    expect(new Lines('ab\r\nc').position(3)).toEqual({ line: 0, column: 3 });
  });

  it('counts an empty text as one line', () => {
    expect(new Lines('').count).toBe(1);
    expect(new Lines('').position(0)).toEqual({ line: 0, column: 0 });
  });

  it('agrees with splitting for every offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'μ', '\n', '𝜎'), { maxLength: 30 }), (characters) => {
        const text = characters.join('');
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset).split('\n');
          expect(lines.position(offset)).toEqual({ line: before.length - 1, column: before.at(-1)!.length });
        }
      }),
      { seed: 1 },
    );
  });
});
