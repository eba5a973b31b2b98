import { describe, expect, it } from 'vitest';
import { type Known, knownOf } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { inquire, seen } from '../queries/inquire';

const { graph } = inquire(`
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..5
latent w ~ Normal(0, 1)
observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..5
observed y | w, z[5] ~ Normal(w + z[5], 1)
observed u ~ Normal(0, 1)`);

const known = (values: Parameters<typeof seen>[0]) =>
  new Map(knownOf(graph, seen(values)).map((each): [string, Known] => [each.element.key, each]));
const keys = (elements: readonly { readonly key: string }[]) => elements.map(({ key }) => key);

describe('the closure', () => {
  it('holds all that the elements depend on, parents first, each once', () => {
    const of = ['x[2]', 'z[1]', 'z[3]'].map((key) => graph.byKey(key));
    const order = keys(closureOf(graph, of));
    expect([...order].sort()).toEqual(['x[2]', 'z[1]', 'z[2]', 'z[3]']);
    expect(order.indexOf('z[1]')).toBeLessThan(order.indexOf('z[2]'));
    expect(order.indexOf('z[2]')).toBeLessThan(order.indexOf('x[2]'));
    expect(order.indexOf('z[2]')).toBeLessThan(order.indexOf('z[3]'));
  });
});

describe('the parts', () => {
  const closure = closureOf(
    graph,
    ['x[1]', 'x[5]', 'y', 'u'].map((key) => graph.byKey(key)),
  );

  it('are separated by what is known', () => {
    const parts = partsOf(closure, known({ 'x[1]': 0, 'x[5]': 0, 'z[3]': 1, u: 2 }), null);
    expect(parts.map(({ free }) => keys(free).sort())).toContainEqual(['z[1]', 'z[2]']);
    expect(parts.map(({ free }) => keys(free).sort())).toContainEqual(['w', 'y', 'z[4]', 'z[5]']);
    const none = parts.find(({ free }) => free.length === 0)!;
    expect(keys(none.elements)).toEqual(['u']);
    const first = parts.find(({ free }) => keys(free).includes('z[1]'))!;
    expect(keys(first.elements).sort()).toEqual(['x[1]', 'z[1]', 'z[2]', 'z[3]']);
  });

  it('are joined by a known common child', () => {
    const apart = partsOf(
      closureOf(
        graph,
        ['w', 'z[1]'].map((key) => graph.byKey(key)),
      ),
      new Map(),
      null,
    );
    expect(apart).toHaveLength(2);
    expect(partsOf(closure, known({ y: 1 }), null)[0]!.free).toContain(graph.byKey('w'));
  });

  it('leave out a leaf, which joins its parents all the same', () => {
    const own = closureOf(graph, [graph.byKey('y')]);
    const parts = partsOf(own, known({ 'z[4]': 0 }), graph.byKey('y'));
    const above = parts.find(({ free }) => keys(free).includes('w'))!;
    expect(keys(above.free).sort()).toEqual(['w', 'z[5]']);
  });
});
