import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { parse } from '../../src/language/syntax/parser';
import { innerKeywords, statementKeywords } from '../../src/language/syntax/token';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const path = join(__dirname, '../../media/snippets.json');
const snippets = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>);

/** What a snippet inserts when every place keeps its default, with the first of a choice. */
function expand(body: readonly string[]): string {
  const text = body.join('\n');
  expect(text.replace(/\$\{\d+(?::[^}]*|\|[^}]*\|)\}|\$0/g, '')).not.toContain('$');
  return text
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace('$0', '');
}

describe('snippets', () => {
  it('have prefixes and descriptions of their own', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [, { description }] of snippets) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it.each(snippets)('%s parses', (_, { body }) => {
    expect(parse(expand(body)).diagnostics).toEqual([]);
  });

  it.each(snippets.filter(([, { body }]) => body.some((line) => line.startsWith('observed') && body.length > 1)))(
    '%s is a model without a diagnostic',
    (_, { body }) => {
      const { diagnostics, model } = analyse(expand(body));
      expect(diagnostics).toEqual([]);
      expect(model).not.toBeNull();
    },
  );

  it('leave the words of the language to the completions, which know where each belongs', () => {
    const words: readonly string[] = [...statementKeywords, ...innerKeywords];
    expect(snippets.map(([, { prefix }]) => prefix).filter((prefix) => words.includes(prefix))).toEqual([]);
  });
});
