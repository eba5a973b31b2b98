import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import { structureKey } from '../../../src/language/build/structureKey';
import { corpus, meaningMutant } from '../../mutations/texts';

const structureOf = (text: string) => analyse(text).model?.structure;

it('is the same for equal structures', () => {
  for (const [, text] of corpus) {
    const structure = structureOf(text)!;
    expect(structureKey(JSON.parse(JSON.stringify(structure)))).toBe(structureKey(structure));
  }
});

it('tells any two different structures apart', () => {
  const known = new Map<string, string>();
  const learn = (text: string) => {
    const structure = structureOf(text);
    if (structure === undefined) return;
    const json = JSON.stringify(structure);
    const key = structureKey(structure);
    expect(known.get(key) ?? json).toBe(json);
    known.set(key, json);
  };
  for (const [, text] of corpus) learn(text);
  fc.assert(fc.property(meaningMutant, learn), { seed: 30, numRuns: 1500 });
  expect(new Set(known.values()).size).toBe(known.size);
  expect(known.size).toBeGreaterThan(60);
});

it('does not depend on numbers that have slots, and does on all others', () => {
  const key = (text: string) => structureKey(structureOf(text)!);
  const text = 'param m = [1, 2]\nobserved x ~ Normal(m[1], 3)^2';
  expect(key(text.replace('3)', '4)'))).toBe(key(text));
  expect(key(text.replace('m[1]', 'm[2]'))).not.toBe(key(text));
  expect(key(text.replace('^2', '^4'))).not.toBe(key(text));
});
