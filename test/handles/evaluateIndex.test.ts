import { expect, test } from 'vitest';
import type { Expr } from '../../src/model/model';
import { evaluateIndex } from '../../webview/handles/evaluateIndex';
import { argument, readingOf } from './readings';

const text = (index: string) =>
  `latent z ~ Categorical(a: 0.5, b: 0.5)\nparam mu = [1, 2]\nobserved x | z ~ Normal(mu[${index}], 1)`;

function indexOf(written: string, states: Readonly<Record<string, number>>): number | null {
  const reading = readingOf(text(written), states);
  const mean = argument(reading, 'x', 'mean') as Extract<Expr, { op: 'index' }>;
  return evaluateIndex(mean.index, reading);
}

test('a category is its code', () => {
  expect(indexOf('z', { z: 2 })).toBe(2);
});

test('a variable without a state has no value', () => {
  expect(indexOf('z', {})).toBe(null);
});

test('the index of a loop, and sums of it', () => {
  const chain = `param mu = [1, 2, 3]
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(z[t-1], mu[t]) for t in 2..3
observed x | z[3] ~ Normal(z[3], 1)`;
  const reading = readingOf(chain, {}, new Map([['t', 3]]));
  const distribution = reading.structure.variables.find(({ name }) => name === 'z')!.definitions[1]!.distribution;
  const sd = (distribution.kind === 'family' ? distribution.args.sd! : null) as Extract<Expr, { op: 'index' }>;
  expect(evaluateIndex(sd.index, reading)).toBe(3);
  const mean = (distribution.kind === 'family' ? distribution.args.mean! : null) as Extract<Expr, { op: 'variable' }>;
  expect(evaluateIndex(mean.index!, reading)).toBe(2);
});

test('anything else has none', () => {
  const reading = readingOf('observed x ~ Normal(exp(1), 1)');
  expect(evaluateIndex(argument(reading, 'x', 'mean'), reading)).toBe(null);
});
