import { describe, expect, it } from 'vitest';
import { callFrame, copyFrame, type Frame, rowsFrame, takeInside } from '../../../src/features/completion/frame';
import { lex } from '../../../src/language/syntax/lexer';
import type { Token } from '../../../src/language/syntax/token';

function take(frame: Frame, text: string): Frame {
  let last: Token | null = null;
  for (const token of lex(text).tokens) {
    if (token.kind === 'end') break;
    takeInside(frame, token, last);
    last = token;
  }
  return frame;
}

describe('a call', () => {
  it('counts its arguments, those by position apart', () => {
    expect(take(callFrame('f'), '1, sd: 2, 3,')).toEqual({
      kind: 'call',
      callee: 'f',
      index: 3,
      unnamed: 2,
      names: ['sd'],
      name: null,
      fresh: true,
    });
  });

  it('knows the name of the present argument, with either sign', () => {
    expect(take(callFrame('f'), '1, sd: 2')).toMatchObject({ index: 1, unnamed: 1, name: 'sd', fresh: false });
    expect(take(callFrame('f'), 'sd =')).toMatchObject({ name: 'sd', names: ['sd'], fresh: false });
    expect(take(callFrame('f'), ': 1')).toMatchObject({ name: null, names: [] });
  });
});

describe('a table', () => {
  it('keeps its rows', () => {
    expect(take(rowsFrame(['a', 'b']), 'x, y: 1, x, z: 2, u')).toMatchObject({
      rows: [
        ['x', 'y'],
        ['x', 'z'],
      ],
      patterns: [],
      pattern: 'u',
      phase: 'pattern',
    });
    expect(take(rowsFrame(['a']), '- 1: 2')).toMatchObject({ rows: [['-1']], phase: 'value' });
  });

  it('leaves a row without a colon behind', () => {
    expect(take(rowsFrame(['a']), 'x, y: 1')).toMatchObject({ rows: [['y']] });
  });
});

describe('the subjects of a table', () => {
  it('are the first names', () => {
    expect(take({ kind: 'subjects', subjects: [null] }, 'a, b + c, 1')).toEqual({
      kind: 'subjects',
      subjects: ['a', 'b', null],
    });
  });
});

describe('copyFrame', () => {
  it('is left alone by further reading', () => {
    const frames: Frame[] = [callFrame('f'), rowsFrame(['a']), { kind: 'subjects', subjects: [null] }];
    const copies = frames.map(copyFrame);
    expect(copies).toEqual(frames);
    for (const frame of frames) take(frame, 'x: 1, y: 2,');
    expect(copies).toEqual([callFrame('f'), rowsFrame(['a']), { kind: 'subjects', subjects: [null] }]);
    const group: Frame = { kind: 'group', base: null };
    expect(copyFrame(group)).toBe(group);
  });
});
