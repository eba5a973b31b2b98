import { expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { children } from '../../src/model/children';
import type { Expr } from '../../src/model/model';

/** The operations of an expression, each before what it is made of. */
function operations(expr: Expr): string[] {
  return [expr.op, ...children(expr).flatMap(operations)];
}

function letValue(expression: string): Expr {
  const { model } = analyse(
    `param a = 1 param v = [1, 2] network f(u) = u -> dense(2) latent k ~ Bernoulli(0.5) let e = ${expression} observed x | k ~ Normal(e + a + v[1] + sum(f(1)) + k, 1)`,
  );
  return model!.structure.lets[0]!.value;
}

test.each([
  ['a', ['param']],
  ['-a', ['negate', 'param']],
  ['a + 2 * 3 ^ a', ['add', 'param', 'multiply', 'number', 'power', 'number', 'param']],
  ['a / 2 - 1', ['subtract', 'divide', 'param', 'number', 'number']],
  ['max(a, exp(2))', ['call', 'param', 'call', 'number']],
  ['sum([a, 1])', ['call', 'vector', 'param', 'number']],
  ['v[2]', ['index', 'param', 'constant']],
  ['sum(f(a))', ['call', 'network', 'param']],
  ['case k { true: a, else: 2 }', ['table', 'variable', 'param', 'number']],
])('%s', (expression, expected) => {
  expect(operations(letValue(expression))).toEqual(expected);
});

test('a dense layer is made of its input, an element of a chain of its index', () => {
  const { structure } = analyse(
    'network f(u) = u -> dense(2, tanh) -> dense(1) latent z[1] ~ Normal(0, 1) latent z[t] | z[t-1] ~ Normal(f(z[t-1]), 1) for t in 2..3 observed x | z[3] ~ Normal(z[3], 1)',
  ).model!;
  expect(operations(structure.networks[0]!.body)).toEqual(['dense', 'dense', 'argument']);
  const step = structure.variables.find(({ name }) => name === 'z')!.definitions[1]!.distribution;
  const mean = step.kind === 'family' ? step.args.mean! : null;
  expect(operations(mean!)).toEqual(['network', 'variable', 'subtract', 'loop', 'constant']);
});
