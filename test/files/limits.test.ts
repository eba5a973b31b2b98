import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesInWords, limits } from '../../src/files/limits';

it('writes bytes as people say them', () => {
  expect([0, 999, 3200, 999_499, 1_000_000, 12_345_678, 1.2e9].map(bytesInWords)).toEqual([
    '0 kB',
    '1 kB',
    '3.2 kB',
    '999 kB',
    '1 MB',
    '12 MB',
    '1,200 MB',
  ]);
});

it('stands in the language reference', () => {
  const reference = readFileSync('media/docs/language.md', 'utf8').replace(/\s+/g, ' ');
  const count = (number: number) => number.toLocaleString('en');
  expect(reference).toContain(
    `A data file has at most ${bytesInWords(limits.tableBytes)}, ${count(limits.rows)} rows and ${count(limits.columns)} columns, and a model reads at most ${count(limits.cells)} numbers of it`,
  );
  expect(reference).toContain(`A weights file has at most ${bytesInWords(limits.weightsBytes)}`);
});
