import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../../src/engine/api/unanswerable';
import { atPoint, knownAt, knownOf } from '../../../../src/engine/factors/tables/known';
import { inquire, seen } from '../../queries/inquire';

const { graph } = inquire(`
latent z[t] ~ Normal(0, 1)^2 for t in 1..3
observed x | z[1] ~ Normal(sum(z[1]), 1)`);

describe('what is known', () => {
  it('is found by its key', () => {
    const knowns = knownOf(graph, seen({ 'z[2]': [1, 2], x: 3 }));
    expect(knowns.map(({ element, points }) => [element.key, points])).toEqual([
      ['z[2]', 1],
      ['x', 1],
    ]);
    expect(knowns[0]!.element).toBe(graph.element('z', 2));
  });

  it('may differ from point to point', () => {
    const known = knownAt(graph.byKey('z[2]'), Float64Array.of(1, 2, 3, 4), 2);
    expect(Array.from(atPoint(known, 1).values)).toEqual([3, 4]);
    expect(atPoint(known, 1).points).toBe(1);
    const same = knownAt(graph.byKey('x'), Float64Array.of(5));
    expect(atPoint(same, 7)).toBe(same);
  });

  it('must be whole values, finite, of elements that there are', () => {
    expect(() => knownAt(graph.byKey('z[2]'), Float64Array.of(1))).toThrow(
      new Unanswerable('z[2] takes 2 numbers, not 1: 2 for a value.'),
    );
    expect(() => knownAt(graph.byKey('x'), Float64Array.of(Number.POSITIVE_INFINITY))).toThrow(
      new Unanswerable('x cannot be Infinity: give a finite number.'),
    );
    expect(() => knownOf(graph, seen({ 'z[9]': [1, 2] }))).toThrow(Unanswerable);
  });
});
