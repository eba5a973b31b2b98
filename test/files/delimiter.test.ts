import { expect, it } from 'vitest';
import { guessDelimiter } from '../../src/files/delimiter';

it.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
  ['a\tb c\n1\t2\n', '\t'],
  ['a|b\n1|2', '|'],
  ['"a, b";c\n1;2\n', ';'],
  ['height (m, above sea);weight\n1;2\n3;4\n', ';'],
  ['x\n1\n2\n', ','],
  ['', ','],
  // The second row is cut off.
  ['a;b;c\n1,2', ';'],
  // Nothing but the beginning of one long row.
  [`${'a;'.repeat(1000)}b`, ';'],
])('in %j finds %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});
