import { describe, expect, it } from 'vitest';
import { dependents } from '../../src/features/dependents';
import { analyse } from '../../src/language/analyse';

const names = (text: string, ...of: string[]) => [...dependents(analyse(text), ...of)].map(({ name }) => name).sort();

describe('dependents', () => {
  const model = `param p = 1
latent a ~ Normal(p, 1)
let b = a + 1
observed c | a ~ Normal(b, 1)
latent d ~ Normal(0, 1)
data c = [1, 2]
`;

  it('follows uses through every kind of statement', () => {
    expect(names(model, 'p')).toEqual(['a', 'b', 'c']);
    expect(names(model, 'a')).toEqual(['b', 'c']);
    expect(names(model, 'c')).toEqual([]);
    expect(names(model, 'd', 'b')).toEqual(['c']);
    expect(names(model, 'nobody')).toEqual([]);
  });

  it('holds a name itself only in a cycle', () => {
    expect(names('latent a | b ~ Normal(b, 1)\nlatent b | a ~ Normal(a, 1)', 'a')).toEqual(['a', 'b']);
    expect(names('latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..9', 'z')).toEqual(['z']);
  });
});
