import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { activations } from '../../src/model/activations';
import { families } from '../../src/model/families';
import { functions } from '../../src/model/functions';

const reference = readFileSync('media/docs/language.md', 'utf8');
const lines = reference.split('\n');

/** The one row of a table whose first cell is this code. */
function row(code: string): string {
  const found = lines.filter((line) => line.startsWith(`| \`${code}\` |`));
  expect(found, code).toHaveLength(1);
  return found[0]!;
}

describe('the language reference', () => {
  it.each(Object.entries(families))('describes %s as the catalogue does', (name, family) => {
    const text = row(name);
    expect(text).toContain(`| ${family.supportText} | ${family.doc} |`);
    for (const parameter of family.parameters) expect(text).toMatch(new RegExp(`[|;] ${parameter.name}\\b`));
  });

  it('describes every function and activation as the catalogue does', () => {
    for (const { signature, doc } of Object.values(functions))
      expect(row(signature)).toBe(`| \`${signature}\` | ${doc} |`);
    const start = lines.indexOf('### Activations of `dense`');
    for (const [name, { formula, doc }] of Object.entries(activations))
      expect(lines.slice(start)).toContain(`| \`${name}\` | ${formula} | ${doc} |`);
  });

  const examples = [...reference.matchAll(/```lvm\n([\s\S]*?)```/g)].map((match) => match[1]!);

  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples)('has an example without anything to complain about:\n%s', (text) => {
    const { diagnostics, model } = analyse(text, new Map());
    expect(diagnostics).toEqual([]);
    expect(model).not.toBeNull();
  });
});
