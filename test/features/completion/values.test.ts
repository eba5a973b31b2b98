import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../src/features/docs/function';
import { accept, complete, item, labels, ofKind } from '../completing';

const model = `param mu = [-2, 0.5, 3]
param sigma: positive = 1
latent k ~ Categorical([0.2, 0.3, 0.5])
latent z ~ Normal(0, 1)
let shift = z + 1
let fixed = 2
network f(a, z) = a -> dense(3)
`;

/** The labels but for the built-in functions and `case`. */
const names = (source: string) =>
  complete(source)
    .filter(({ kind }) => kind !== 'function' && kind !== 'keyword')
    .map(({ label }) => label);

describe('values', () => {
  it('offer listed parents first, then constants, then variables that become parents, then networks', () => {
    expect(names(`${model}observed x | z ~ Normal(mean: <|>`)).toEqual([
      'z',
      'mu',
      'sigma',
      'shift',
      'fixed',
      'k',
      'f',
    ]);
  });

  it('offer every built-in function and a table', () => {
    expect(ofKind('function', 'let y = <|>')).toEqual(functionNames);
    expect(ofKind('keyword', 'let y = <|>')).toEqual(['case']);
  });

  it.each([
    ['let y = <|>', ['k', 'z', 'mu', 'sigma', 'shift', 'fixed', 'f']],
    ['let y = 1 + <|>', ['k', 'z', 'mu', 'sigma', 'shift', 'fixed', 'f']],
    ['let y = [1, <|>', ['k', 'z', 'mu', 'sigma', 'shift', 'fixed', 'f']],
    ['param nu = <|>', ['mu', 'sigma', 'fixed']],
    ['network g(u) = <|>', ['u', 'mu', 'sigma', 'fixed', 'f']],
    ['network g(u, v) = u + <|>', ['u', 'v', 'mu', 'sigma', 'fixed', 'f']],
    ['observed x | z ~ Normal(z <|>', []],
  ])('at %s offer the names %j', (source, expected) => {
    expect(names(model + source)).toEqual(expected);
  });

  it('put a variable that is not listed into the parent list, too', () => {
    expect(accept('k', `${model}observed x | z ~ Normal(<|>, 1)`)).toBe(`${model}observed x | z, k ~ Normal(k, 1)`);
    expect(accept('k', `${model}observed x ~ Normal(<|>, 1)`)).toBe(`${model}observed x | k ~ Normal(k, 1)`);
    expect(accept('k', `${model}observed x ~ Normal(<|>`)).toBe(`${model}observed x | k ~ Normal(k`);
    expect(item('k', `${model}observed x ~ Normal(<|>`).detail).toContain('becomes a parent of x');
    expect(accept('k', `${model}let y = <|>`)).toBe(`${model}let y = k`);
  });

  it('never make a cycle', () => {
    const chain = 'latent a ~ Normal(<|>, 1)\nlatent b | a ~ Normal(a, 1)\nlet c = b\nlatent q ~ Normal(0, 1)';
    expect(ofKind('latent', chain)).toEqual(['q']);
    expect(ofKind('let', chain)).toEqual([]);
    expect(labels('let a = <|>\nlatent b ~ Normal(a, 1)').slice(0, 1)).toEqual(['exp']);
    expect(ofKind('param', 'param a = <|>\nparam b = a')).toEqual([]);
    expect(ofKind('network', 'network g(u) = <|>')).toEqual([]);
  });

  it('offer the index of a chain, and its elements with it', () => {
    const source = `latent z[t] ~ Normal(0, 1) for t in 1..9
observed x[t] | z[t] ~ Normal(<|>, 1) for t in 1..9`;
    expect(
      complete(source)
        .filter(({ kind }) => kind === 'index' || kind === 'latent')
        .map(({ label }) => label),
    ).toEqual(['t', 'z[t]']);
    expect(accept('z[t]', source)).toBe(source.replace('<|>', 'z[t]'));
    const young = 'latent z[t] ~ Normal(0, 1) for t in 1..9\nobserved x[i] ~ Normal(<|>';
    expect(names(young).slice(0, 3)).toEqual(['mean:', 'sd:', 'i']);
    expect(accept('z[i]', young)).toBe(`${young.replace('x[i]', 'x[i] | z[i]').replace('<|>', 'z[i]')}`);
  });

  it('put what can be an index first between the brackets of one', () => {
    expect(names(`${model}observed x | z, k ~ Normal(mu[<|>], 1)`)).toEqual([
      'k',
      'z',
      'mu',
      'sigma',
      'shift',
      'fixed',
      'f',
    ]);
  });

  it('call networks and functions with their arguments to be filled in', () => {
    expect(accept('f', `${model}observed x | z ~ Normal(mean: <|>`)).toBe(
      `${model}observed x | z ~ Normal(mean: f(, z)`,
    );
    expect(accept('f', `${model}observed x | z ~ Normal(mean: g<|>(1)`)).toBe(
      `${model}observed x | z ~ Normal(mean: f(1)`,
    );
    expect(item('exp', 'let y = <|>').insert).toBe('exp($1)');
    expect(item('exp', 'let y = <|>').show).toBe('signature');
  });

  it('offer the values of a variable for its inline data', () => {
    expect(labels('observed x ~ Bernoulli(0.5)\ndata x = [<|>')).toEqual(['true', 'false']);
    expect(labels('observed x ~ Categorical(a: 0.5, b: 0.5)\ndata x = [a, <|>')).toEqual(['a', 'b']);
    expect(labels('observed x ~ Normal(0, 1)\ndata x = [<|>')).toEqual([]);
  });
});
