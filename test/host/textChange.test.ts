import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refined, type TextChange } from '../../src/host/textChange';

const made = (text: string, changes: readonly TextChange[]) =>
  changes.reduce((sum, { start, end, text: piece }) => sum.slice(0, start) + piece + sum.slice(end), text);
const told = (before: string, after: string) =>
  refined(before, [{ start: 0, end: before.length, text: after }], after).map(
    ({ start, end, text }) => `${before.slice(start, end)} > ${text}`,
  );

test('a text that replaces another is taken apart into what was changed, from the last to the first', () => {
  expect(told('let a = 1 * 2\n', 'let a = 1 * 25\n')).toEqual(['2 > 25']);
  expect(told('a = 1\nb = 2', 'a=3\nb =\n  4')).toEqual(['2 > 4', '\nb =  > \nb =\n  ', '1 > 3', 'a =  > a=']);
  expect(told('a = 1\nb = 2\nc = 3\n', 'a = 1\nd = 2\nb = 5\nc = 3\n')).toEqual(['2 > 5', ' > d = 2\n']);
  expect(told('a = 1\nb = 2\nc = 3\n', 'a = 1\nc = 3\n')).toEqual(['b = 2\n > ']);
  expect(told('mu1 = 1', 'mu2 = 1')).toEqual(['1 > 2']);
  expect(told('', 'a')).toEqual([' > a']);
});

test('lines of one shape are paired with their equals where there are such', () => {
  expect(told('x = 1\nx = 2\n', 'x = 2\n')).toEqual(['x = 1\n > ']);
  expect(told('x = 1\nx = 2\n', 'x = 1\n')).toEqual(['x = 2\n > ']);
});

test('changes that do not make the text are not believed', () => {
  expect(refined('a = 1', [{ start: 4, end: 5, text: '2' }], 'a = 3')).toEqual([{ start: 4, end: 5, text: '3' }]);
});

test('too many lines to pair are replaced as they are', () => {
  const lines = (from: number) => Array.from({ length: 2100 }, (_, i) => `v${from + i} = q\n`).join('');
  expect(refined(lines(0), [{ start: 0, end: lines(0).length, text: lines(9000) }], lines(9000))).toHaveLength(1);
});

test('the changes make the text, whatever it is', () => {
  const text = fc
    .array(fc.constantFrom('a = 1\n', 'b = 22 * 3.5\n', '\n', '-1e3', ' ', 'x', '7'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = refined(before, [{ start: 0, end: before.length, text: after }], after);
      expect(made(before, changes)).toBe(after);
      expect(changes.every(({ end }, i) => i === 0 || end <= changes[i - 1]!.start)).toBe(true);
    }),
  );
});
