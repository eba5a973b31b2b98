import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';

const folder = new URL('../cases/models/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.lvm'));

describe('the corpus', () => {
  it.each(names)('%s has nothing to complain about and a model', (name) => {
    const { diagnostics, model } = analyse(readFileSync(new URL(name, folder), 'utf8'));
    expect(diagnostics).toEqual([]);
    expect(model).not.toBeNull();
  });
});
