import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/language/check/ruleList';

const names = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe('the rules', () => {
  const files = names('src/language/rules', '.ts');

  it('are registered, every file once, under the name of the file', () => {
    expect(rules.map(({ code }) => code).sort()).toEqual(files);
  });

  it('have each a test of the same name', () => {
    expect(names('test/language/rules', '.test.ts')).toEqual(files);
  });
});
