import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/features/format/layout';
import { alignTables, tablesOf } from '../../../src/features/format/tables';
import { analyse } from '../../../src/language/analyse';
import { formatted } from '../formatted';

describe('tablesOf', () => {
  it('tells tables of several lines from those on one', () => {
    const text = 'let a = case r { true: 1, false: 2 }\nlet b = case r {\n true: 1, false: 2 }\nlet c = case';
    const tables = tablesOf(analyse(text));
    expect(tables.multiline).toHaveLength(1);
    expect([...tables.joined].map((at) => text.slice(at).split(/\W/)[0])).toEqual(['true', 'false', '']);
    expect([...tables.rowStarts].map((at) => text.slice(at).split(/\W/)[0])).toEqual(['true', 'false']);
    expect([...tables.closes].map((at) => text[at])).toEqual(['}']);
  });
});

describe('alignTables', () => {
  it.each([
    [
      'sets rows on lines of their own once one is',
      'let y = case r, s { true, true: 1,\nfalse, true: 2, else: 3}',
      'let y = case r, s {\n  true,  true: 1,\n  false, true: 2,\n  else:        3\n}\n',
    ],
    [
      'lines up labels of different lengths',
      'observed x | k ~ case k {\na:Normal(0,1),\nlong : Laplace(0,1)\n}',
      'observed x | k ~ case k {\n  a:    Normal(0, 1),\n  long: Laplace(0, 1)\n}\n',
    ],
    [
      'keeps comments in their rows',
      'let y = case r {\n// first\ntrue: 1, // one\nfalse: 2\n// last\n}',
      'let y = case r {\n  // first\n  true:  1,  // one\n  false: 2\n  // last\n}\n',
    ],
    [
      'indents a table in a table',
      'let y = case r {\ntrue: case s {\ntrue: 1,\nfalse: 2\n},\nfalse: 3\n}',
      'let y = case r {\n  true:  case s {\n    true:  1,\n    false: 2\n  },\n  false: 3\n}\n',
    ],
    ['keeps a table on its line', 'let y = case r {true:1,false:2}', 'let y = case r { true: 1, false: 2 }\n'],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });

  it('changes nothing where there is no table', () => {
    const analysis = analyse('let  a = 1');
    const pieces = piecesOf(analysis);
    alignTables(pieces, tablesOf(analysis));
    expect(pieces.map(({ gap }) => gap.spaces)).toEqual([0, 2, 1, 1]);
  });
});
