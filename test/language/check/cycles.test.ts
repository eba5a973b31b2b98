import { describe, expect, it } from 'vitest';
import { findCycle } from '../../../src/language/check/cycles';
import { inspect } from '../inspect';

function cycles(text: string): (string | null)[] {
  const check = inspect(text);
  return check.groups.filter(({ cyclic }) => cyclic).map((group) => findCycle(group, check)?.path.join(' ') ?? null);
}

describe('findCycle', () => {
  it.each([
    ['latent a | b ~ Normal(b, 1) latent b | a ~ Normal(a, 1)', 'a b a'],
    ['let a = b let b = c let c = a', 'a c b a'],
    ['let a = 2 * a', 'a a'],
    ['latent z | z ~ Normal(m, 1) let m = z', 'z z'],
    ['latent z[t] | z[t] ~ Normal(z[t], 1) for t in 1..9', 'z[t] z[t]'],
    ['latent z[t] | z[10-t] ~ Normal(z[10-t], 1) for t in 1..9', 'z[9] z[1] z[9]'],
    ['latent z[1] | z[2] ~ Normal(z[2], 1) latent z[2] | z[1] ~ Normal(z[1], 1)', 'z[2] z[1] z[2]'],
    ['latent z[1] ~ Normal(m, 1) let m = z[1]', 'z[1] z[1]'],
  ])('%s', (text, path) => {
    expect(cycles(text)).toEqual([path]);
  });

  it.each([
    'latent z[1] ~ Normal(0, 1) latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..10000',
    'latent z[9] ~ Normal(0, 1) latent z[t] | z[t+1] ~ Normal(z[t+1], 1) for t in 1..8',
    'latent a[t] | b[t-1] ~ Normal(b[t-1], 1) for t in 2..9 latent b[t] | a[t] ~ Normal(a[t], 1) for t in 2..9 latent b[1] ~ Normal(0, 1)',
    'latent z[3] ~ Normal(0, 1) latent z[1] | z[3] ~ Normal(z[3], 1) latent z[2] | z[1] ~ Normal(z[1], 1)',
    'latent z[1] ~ Normal(0, 1) let m = z[1] latent z[2] | z[1] ~ Normal(m, 1)',
  ])('finds none in %s', (text) => {
    expect(cycles(text)).toEqual([null]);
  });

  it('has nothing to look at where nothing needs itself', () => {
    expect(cycles('latent a ~ Normal(0, 1) observed x | a ~ Normal(a, 1)')).toEqual([]);
  });

  it('follows a long chain that jumps about without running out of stack', () => {
    const text =
      'latent z[10000] ~ Normal(0, 1) latent z[t] | z[t+1] ~ Normal(z[t+1] + m, 1) for t in 1..9999 let m = z[10000]';
    expect(cycles(text)).toEqual([null]);
  });
});
