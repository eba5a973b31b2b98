import { describe, expect, it } from 'vitest';
import { marginalFormula } from '../../../webview/ui/graph/formula';
import { choice } from '../../plots/fixtures';
import { structureOf } from '../structures';

describe('the formula of a marginal', () => {
  it.each([
    ['a discrete parent', { z: ['category', []], x: ['real', ['z']] }, 'p(x) = Σ_{z} p(z) p(x | z)'],
    ['a continuous parent', { z: ['real', []], x: ['real', ['z']] }, 'p(x) = ∫ p(z) p(x | z) ⅆz'],
    ['a boolean parent', { z: ['boolean', []], x: ['real', ['z']] }, 'p(x) = Σ_{z} p(z) p(x | z)'],
    ['no parent', { x: ['real', []] }, 'p(x)'],
    [
      'both kinds of parents',
      { k: ['category', []], z: ['real', ['k']], x: ['real', ['z', 'k']] },
      'p(x) = Σ_{k} ∫ p(k) p(z | k) p(x | z, k) ⅆz',
    ],
    [
      'a parent of a parent',
      { k: ['category', []], z: ['real', ['k']], x: ['real', ['z']] },
      'p(x) = Σ_{k} ∫ p(k) p(z | k) p(x | z) ⅆz',
    ],
    [
      'many ancestors',
      { a: ['category', []], b: ['category', ['a']], c: ['real', []], x: ['real', ['b', 'c']] },
      'p(x) = Σ_{a, b} ∫ p(a, b, c) p(x | b, c) ⅆc',
    ],
    ['unrelated variables', { z: ['real', []], k: ['category', []], x: ['real', ['k']] }, 'p(x) = Σ_{k} p(k) p(x | k)'],
  ] as const)('with %s', (_, parts, formula) => {
    expect(marginalFormula(structureOf(parts), choice('x'))).toBe(formula);
  });

  it('of an element of a chain speaks of the chain', () => {
    const structure = structureOf({ z: ['real', ['z'], [1, 20]], x: ['real', ['z'], [1, 20]] });
    expect(marginalFormula(structure, { ...choice('x[3]'), index: 3 })).toBe('p(x[3]) = ∫ p(z, x[3]) ⅆz');
  });

  it('of a variable that is not in the structure is its name', () => {
    expect(marginalFormula(structureOf({}), choice('x'))).toBe('p(x)');
  });
});
