import { describe, expect, it } from 'vitest';
import { Ancestors } from '../../../src/language/names/ancestors';
import { inspect } from '../inspect';

const ancestors = new Ancestors(
  inspect(`
    latent a ~ Normal(0, 1)
    latent b | a ~ Normal(a, 1)
    let m = b + 1
    observed x | b ~ Normal(m, 1)
    latent z[1] ~ Normal(0, 1)
    latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3
    param p = 1
  `).scope,
);

describe('Ancestors', () => {
  it('follows parents, lets and chains', () => {
    expect(ancestors.get('a')).toEqual(new Set());
    expect(ancestors.get('b')).toEqual(new Set(['a']));
    expect(ancestors.get('x')).toEqual(new Set(['b', 'a']));
    expect(ancestors.get('z')).toEqual(new Set(['z']));
  });

  it('has the variables and nothing else', () => {
    expect([...ancestors.keys()]).toEqual(['a', 'b', 'x', 'z']);
    expect(ancestors.size).toBe(4);
    expect(ancestors.has('x')).toBe(true);
    expect(ancestors.has('p')).toBe(false);
    expect(ancestors.get('m')).toBeUndefined();
  });

  it('is a map in every other way', () => {
    const seen: string[] = [];
    ancestors.forEach((set, name) => {
      seen.push(`${name}${set.size}`);
    });
    expect(seen).toEqual(['a0', 'b1', 'x2', 'z1']);
    expect([...ancestors].map(([name]) => name)).toEqual([...ancestors.keys()]);
    expect([...ancestors.values()].map(({ size }) => size)).toEqual([0, 1, 2, 1]);
    expect(ancestors.get('x')).toBe(ancestors.get('x'));
  });
});
