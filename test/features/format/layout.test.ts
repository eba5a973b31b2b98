import { describe, expect, it } from 'vitest';
import { distance, editsOf, isComment, isSound, piecesOf, width } from '../../../src/features/format/layout';
import { analyse } from '../../../src/language/analyse';

describe('piecesOf', () => {
  it('merges tokens and comments, each with the gap before it', () => {
    const pieces = piecesOf(analyse('let a = 1 // one  \n\n  /* two */ let b'));
    expect(pieces.map(({ text, gap, sourceLines }) => [text, gap.lines, gap.spaces, sourceLines])).toEqual([
      ['let', 0, 0, 0],
      ['a', 0, 1, 0],
      ['=', 0, 1, 0],
      ['1', 0, 1, 0],
      ['// one', 0, 1, 0],
      ['/* two */', 2, 2, 2],
      ['let', 0, 1, 0],
      ['b', 0, 1, 0],
    ]);
    expect(pieces.map(({ statement }) => statement?.kind ?? null)).toEqual([
      ...['Let', 'Let', 'Let', 'Let', null, null],
      ...['Let', 'Let'],
    ]);
    expect(pieces.map(isComment)).toEqual([false, false, false, false, true, true, false, false]);
  });

  it('knows the columns of the source', () => {
    const pieces = piecesOf(analyse('let a = /* b\n c */ 1\n\n  let d'));
    expect(pieces.map(({ sourceColumn }) => sourceColumn)).toEqual([0, 4, 6, 8, 6, 2, 6]);
  });

  it('fixes a gap in which something without meaning stands', () => {
    expect(piecesOf(analyse('let a = ? 1')).map(({ gap }) => gap.fixed)).toEqual([false, false, false, true]);
  });
});

describe('isSound', () => {
  it('is what the parser could read', () => {
    const [good, bad, none] = analyse('let a = 1\nlet b =\n').tree.statements;
    expect([isSound(good ?? null), isSound(bad ?? null), isSound(none ?? null)]).toEqual([true, false, false]);
  });
});

describe('width and distance', () => {
  it('count characters, not code units, on the last line', () => {
    const pieces = piecesOf(analyse('let μ𝜎 = 1 /* a\nbcd */'));
    expect(pieces.map(width)).toEqual([3, 2, 1, 1, 6]);
    expect(distance(pieces, 0, 2)).toBe(7);
    expect(distance(pieces, 1, 1)).toBe(0);
  });

  it('are unknown across a line end', () => {
    const pieces = piecesOf(analyse('let a =\n 1'));
    expect(distance(pieces, 0, 3)).toBeNull();
  });
});

describe('editsOf', () => {
  it('are only the gaps that change', () => {
    const analysis = analyse('let  a = 1');
    const pieces = piecesOf(analysis);
    pieces[1]!.gap.spaces = 1;
    expect(editsOf(analysis, pieces, '\n')).toEqual([
      { span: { start: 3, end: 5 }, text: ' ' },
      { span: { start: 10, end: 10 }, text: '\n' },
    ]);
  });
});
