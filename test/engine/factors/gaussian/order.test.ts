import { describe, expect, it } from 'vitest';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { orderOf, parentsOf } from '../../../../src/engine/factors/gaussian/order';
import { model } from '../../models';
import { given } from '../../plain';

function linear(text: string, name: string, index: number | null = null) {
  const { numbers, graph } = given(model(text));
  const target = graph.element(name, index);
  return linearGaussian(numbers, [...graph.ancestors(target), target], new Map())!;
}

const none = new Set<string>();

describe('the order of a forward pass', () => {
  it('holds two neighbours of a chain at a time', () => {
    const chain = linear(
      'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..50\nobserved x | z[50] ~ Normal(z[50], 1)',
      'x',
    );
    const { visits, width } = orderOf(chain, none, new Set(['x']));
    expect(width).toBe(2);
    expect(visits.map(({ node }) => node.key)).toEqual([...Array.from({ length: 50 }, (_, t) => `z[${t + 1}]`), 'x']);
    expect(visits[7]!.release.map(({ key }) => key)).toEqual(['z[7]']);
  });

  it('finishes one branch of a tree before it begins the next', () => {
    const leaves = Array.from({ length: 16 }, (_, i) => `latent l${i} ~ Normal(0, 1)`);
    const level = (name: string, below: string, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const [a, b] = [`${below}${2 * i}`, `${below}${2 * i + 1}`];
        return `latent ${name}${i} | ${a}, ${b} ~ Normal(${a} + ${b}, 1)`;
      });
    const tree = linear(
      [
        ...leaves,
        ...level('a', 'l', 8),
        ...level('b', 'a', 4),
        ...level('c', 'b', 2),
        'observed x | c0, c1 ~ Normal(c0 + c1, 1)',
      ].join('\n'),
      'x',
    );
    // One waiting on each of the levels below the top, two leaves and what they give.
    expect(orderOf(tree, none, new Set(['x'])).width).toBeLessThanOrEqual(6);
  });

  it('leaves out what nothing asks for, and does not hold what is observed', () => {
    const made = linear(
      'latent a ~ Normal(0, 1)\nlatent b | a ~ Normal(a, 1)\nobserved y | b ~ Normal(b, 1)\nobserved x | y ~ Normal(y, 1)',
      'x',
    );
    const after = orderOf(made, new Set(['b']), new Set(['x']));
    expect(after.visits.map(({ node }) => node.key)).toEqual(['y', 'x', 'a', 'b']);
    expect(orderOf(made, new Set(['y']), new Set(['a'])).visits.map(({ node }) => node.key)).toEqual(['a', 'b', 'y']);
    expect(parentsOf(made, made.byKey.get('b')!).map(({ key }) => key)).toEqual(['a']);
  });
});
