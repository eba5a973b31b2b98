import { describe, expect, it } from 'vitest';
import { loopOf } from '../../../src/language/names/references';
import { inspect, variableStatements } from '../inspect';

function last(text: string) {
  const check = inspect(text);
  return { check, statement: variableStatements(check.tree.statements).at(-1)! };
}

describe('References', () => {
  it('finds uses on the spot and through lets', () => {
    const { check, statement } = last(
      'latent a ~ Normal(0, 1) latent b ~ Normal(0, 1) let m = a + b let n = m * a observed x | a, b ~ Normal(n + a, b)',
    );
    const uses = check.references.usesOf(statement).map(({ written, through }) => [written, through?.name ?? null]);
    expect(uses).toEqual([
      ['a', 'n'],
      ['b', 'n'],
      ['a', null],
      ['b', null],
    ]);
    expect(check.references.parentsOf(statement).map(({ written }) => written)).toEqual(['a', 'b']);
  });

  it('tells elements of a chain apart, however they are written', () => {
    const { check, statement } = last('latent z[t] | z[t-1], z[1] ~ Normal(z[-1 + t] + z[1], 1) for t in 2..5');
    const keys = (uses: readonly { key: string | null }[]) => uses.map(({ key }) => key);
    expect(keys(check.references.usesOf(statement))).toEqual(keys(check.references.parentsOf(statement)));
    expect(loopOf(statement)).toBe('t');
  });

  it('takes a vector for one variable', () => {
    const { check, statement } = last('latent z ~ Normal(0, 1)^2 observed x | z ~ Normal(z[1], exp(z[2]))');
    expect(check.references.usesOf(statement).map(({ key }) => key)).toEqual(['z', 'z']);
  });

  it('knows the parents that are named with the wrong index', () => {
    const { check, statement } = last(
      'latent z[1] ~ Normal(0, 1) latent z[t] | z[t] ~ Normal(z[t-1], 1) for t in 2..5',
    );
    expect([...check.references.misnamedParents(statement)]).toEqual(
      check.references.parentsOf(statement).map(({ key }) => key),
    );
  });
});
