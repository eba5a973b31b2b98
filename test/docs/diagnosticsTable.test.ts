import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import type { DataFiles } from '../../src/language/analysis';
import { rules } from '../../src/language/check/ruleList';

const reference = readFileSync('media/docs/language.md', 'utf8');
const rows = [...reference.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| `((?:[^`|]|\\\|)+)` \|$/gm)].map(
  ([, code, meaning, example]) => ({ code: code!, meaning: meaning!, example: example!.replaceAll('\\|', '|') }),
);
const files: DataFiles = new Map([
  ['missing.csv', { kind: 'missing', reason: 'There is no file `missing.csv` here.' }],
]);

describe('the table of diagnostics in the language reference', () => {
  it('has a row for every rule, once and in the order of the rules', () => {
    const codes = new Set(rules.map(({ code }) => code));
    expect(rows.map(({ code }) => code).filter((code) => codes.has(code))).toEqual(rules.map(({ code }) => code));
  });

  it.each(rows.filter(({ code }) => rules.some((rule) => rule.code === code)))('finds $code in $example', (row) => {
    expect(analyse(row.example, files).diagnostics.map(({ code }) => code)).toContain(row.code);
  });
});
