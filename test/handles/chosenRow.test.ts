import { expect, test } from 'vitest';
import type { Expr } from '../../src/model/model';
import { chosenRow } from '../../webview/handles/chosenRow';
import { argument, readingOf } from './readings';

const text = `latent a ~ Bernoulli(0.5)
latent b ~ Bernoulli(0.5)
observed x | a, b ~ Normal(case a, b { true, true: 1, true, false: 2, else: 3 }, 1)`;

test.each([
  [{ a: 1, b: 1 }, 1],
  [{ a: 1, b: 0 }, 2],
  [{ a: 0, b: 1 }, 3],
  [{ a: 1 }, null],
])('the row for %o holds %s', (states, expected) => {
  const reading = readingOf(text, states);
  const table = argument(reading, 'x', 'mean') as Extract<Expr, { op: 'table' }>;
  const row = chosenRow(table, reading);
  expect(row?.op === 'number' ? reading.numbers[row.slot] : row).toBe(expected);
});
