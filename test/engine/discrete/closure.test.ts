import { expect, it } from 'vitest';
import { closure } from '../../../webview/engine/discrete/closure';
import { Unanswerable } from '../../../webview/engine/unanswerable';
import { elements, evidenceOf, question } from './questions';

const text = `
  latent a ~ Bernoulli(0.5)
  latent b | a ~ Bernoulli(0.1 + 0.5 * a)
  latent unasked | b ~ Bernoulli(0.1 + 0.5 * b)
  observed x | b ~ Normal(b, 1)
  observed y | a, x ~ Normal(a + x, 1)`;

it('holds targets, evidence and all that they depend on, parents first', () => {
  const { graph } = question(text);
  const keys = closure(graph, elements(graph, 'b', 'a'), evidenceOf({ y: 1 })).map(({ key }) => key);
  expect([...keys].sort()).toEqual(['a', 'b', 'x', 'y']);
  for (const [child, parent] of [
    ['b', 'a'],
    ['x', 'b'],
    ['y', 'x'],
  ]) {
    expect(keys.indexOf(child!)).toBeGreaterThan(keys.indexOf(parent!));
  }
});

it('takes chains of thousands of steps, whatever the order in which they are asked for', () => {
  const { graph } = question(`
    latent z[1] ~ Bernoulli(0.5)
    latent z[t] | z[t-1] ~ Bernoulli(0.1 + 0.5 * z[t-1]) for t in 2..4000
    observed x ~ Normal(0, 1)`);
  const targets = Array.from({ length: 4000 }, (_, t) => graph.element('z', 4000 - t));
  expect(closure(graph, targets, new Map()).map(({ index }) => index)).toEqual(
    Array.from({ length: 4000 }, (_, t) => t + 1),
  );
});

it('refuses evidence on what the model does not have', () => {
  const { graph } = question(text);
  expect(() => closure(graph, [], evidenceOf({ nothing: 1 }))).toThrow(Unanswerable);
});
