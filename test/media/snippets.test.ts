import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { domainNames } from '../../src/language/inferParam';
import { parse } from '../../src/language/parser';
import { activations } from '../../src/model/activations';

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

const choices = (name: string, place: number): string[] => {
  const [, snippet] = snippets.find(([title]) => title === name)!;
  return new RegExp(`\\$\\{${place}\\|([^|]*)\\|`).exec(snippet.body.join('\n'))![1]!.split(',');
};

describe('snippets', () => {
  it('have prefixes and descriptions of their own', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [, { description }] of snippets) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it.each(snippets)('%s parses', (name, { body }) => {
    const text = expand(body);
    const source = name === 'case' ? `let a = ${text}` : text;
    expect(parse(source).diagnostics).toEqual([]);
  });

  it.each(snippets.filter(([, { body }]) => body.some((line) => line.startsWith('observed') && body.length > 1)))(
    '%s is a model without a diagnostic',
    (_, { body }) => {
      const { diagnostics, model } = analyse(expand(body));
      expect(diagnostics).toEqual([]);
      expect(model).not.toBeNull();
    },
  );

  it('offer the domains and activations that there are', () => {
    const simple = domainNames.filter((name) => name !== 'interval');
    expect(choices('param', 2).sort()).toEqual([...simple].sort());
    expect(choices('network', 4).sort()).toEqual(Object.keys(activations).sort());
  });
});
