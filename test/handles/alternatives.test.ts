import { expect, test } from 'vitest';
import { alternatives } from '../../webview/handles/alternatives';
import { argument, literalText, readingOf } from './readings';

/** What the mean of `x` is written as. */
function written(text: string, path: readonly (number | null)[] = []): string[] {
  const reading = readingOf(text);
  return alternatives(argument(reading, 'x', 'mean'), path, reading).map((each) =>
    each.op === 'number' ? literalText(text, reading, each.slot) : each.op,
  );
}

test('a number is found behind names', () => {
  expect(written('param a = 5\nlet b = a\nobserved x ~ Normal(b, 1)')).toEqual(['5']);
});

test('a constant index picks its element, one that the states decide all of them', () => {
  const declared = 'param mu = [5, 6]\nlatent z ~ Categorical([0.5, 0.5])\n';
  expect(written(`${declared}observed x | z ~ Normal(mu[z], 1)`)).toEqual(['5', '6']);
  expect(written(`${declared}observed x | z ~ Normal(mu[2], z)`)).toEqual(['6']);
});

test('every row of a table counts, and the rest', () => {
  const table = 'case z { 1: 5, 2: -6, else: 7 }';
  expect(written(`latent z ~ Categorical([0.5, 0.3, 0.2])\nobserved x | z ~ Normal(${table}, 1)`)).toEqual([
    '5',
    '-6',
    '7',
  ]);
});

test('a vector is one, and has the places of a path', () => {
  const text = 'param m = [[5, 6], [7, 8]]\nobserved x ~ Normal(m, 1)';
  expect(written(text)).toEqual(['vector']);
  expect(written(text, [null, 1])).toEqual(['6', '8']);
  expect(written(text, [0])).toEqual(['vector']);
});

test('what is computed stands for itself, and has no places', () => {
  const text = 'param a = 5\nobserved x ~ Normal(a + 1, 1)';
  expect(written(text)).toEqual(['add']);
  expect(written(text, [0])).toEqual([]);
});

test('tables of names of tables are followed once', () => {
  const lets = Array.from({ length: 40 }, (_, i) => `let a${i + 1} = case z { 1: a${i}, 2: a${i} }`).join('\n');
  const text = `let a0 = 5\nlatent z ~ Categorical([0.5, 0.5])\n${lets}\nobserved x | z ~ Normal(a40, 1)`;
  expect(written(text)).toEqual(['5']);
});
