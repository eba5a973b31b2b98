import { describe, expect, it } from 'vitest';
import { Program } from '../../../src/engine/evaluate/program';
import { Graph, graphKey } from '../../../src/engine/plan/graph';
import { analyse } from '../../../src/language/analyse';

function graphOf(text: string) {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  const program = new Program('test', model.structure);
  return { graph: new Graph(program, model.numbers), program, model };
}

const chain = `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..2000
observed x[t] | z[t]   ~ Normal(z[t], 0.3)         for t in 1..2000`;

describe('a graph', () => {
  it('unrolls a chain as far as it is asked for', () => {
    const { graph } = graphOf(chain);
    const x3 = graph.element('x', 3);
    expect(x3.parents).toEqual(['z[3]']);
    expect(graph.ancestors(x3).map(({ key }) => key)).toEqual(['z[1]', 'z[2]', 'z[3]']);
    expect(graph.element('z', 2).loops).toEqual(new Map([['t', 2]]));
    expect(graph.element('z', 1).parents).toEqual([]);
  });

  it('unrolls two thousand steps without running out of stack', () => {
    const { graph } = graphOf(chain);
    expect(graph.ancestors(graph.element('x', 2000)).length).toBe(2000);
  });

  it('refuses more elements than its limit', () => {
    const { graph } = graphOf(
      Array.from(
        { length: 11 },
        (_, i) => `latent z${i}[1] ~ Normal(0, 1)
latent z${i}[t] | z${i}[t-1]${i === 0 ? '' : `, z${i - 1}[t]`} ~ Normal(z${i}[t-1]${i === 0 ? '' : ` + z${i - 1}[t]`}, 1) for t in 2..10000`,
      ).join('\n') + '\nobserved x | z10[10000] ~ Normal(z10[10000], 1)',
    );
    expect(() => graph.ancestors(graph.element('x', null))).toThrow('x depends on more than 100,000 variables');
  });

  it('holds what is asked for and all that it depends on once, parents first, in whatever order it is asked', () => {
    const { graph } = graphOf(chain.replaceAll('2000', '10000'));
    const all = Array.from({ length: 10_000 }, (_, t) => [graph.element('x', t + 1), graph.element('z', t + 1)]).flat();
    for (const asked of [all, all.toReversed()]) {
      const closure = graph.closure(asked);
      expect(new Set(closure)).toEqual(new Set(asked));
      expect(closure.length).toBe(asked.length);
      const place = new Map(closure.map(({ key }, i) => [key, i]));
      for (const { key, parents } of closure) {
        for (const parent of parents) if (!(place.get(parent)! < place.get(key)!)) throw new Error(`${parent}, ${key}`);
      }
    }
  });

  it('refuses a chain that runs in a circle', () => {
    const { model } = graphOf(chain.replaceAll('2000', '4'));
    // No text gives one: z[t - 0] in place of z[t - 1].
    const structure = JSON.parse(JSON.stringify(model.structure).replaceAll('"value":1}', '"value":0}'));
    const graph = new Graph(new Program('test', structure), model.numbers);
    expect(() => graph.closure([graph.element('x', 4)])).toThrow('z[4] depends on itself');
  });

  it('sees variables through lets and leaves out what does not matter', () => {
    const { graph } = graphOf(`
latent a ~ Normal(0, 1)
latent b ~ Poisson(2)
latent c ~ Normal(0, 1)
let twice = 2 * a
observed x | a, b ~ Normal(twice + b, 1)
observed y | c ~ Normal(c, 1)`);
    const x = graph.element('x', null);
    expect(graph.ancestors(x).map(({ key }) => key)).toEqual(['a', 'b']);
    expect([graph.element('a', null).discrete, graph.element('b', null).discrete]).toEqual([false, true]);
  });

  it('knows what is a function of its parents', () => {
    const { graph } = graphOf(`
latent a ~ Normal(0, 1)
latent b | a ~ Dirac(a * a)
observed x | b ~ Normal(b, 1)`);
    expect(graph.element('b', null).deterministic).toBe(true);
    expect(graph.element('a', null).deterministic).toBe(false);
  });

  it('names an element that a chain lacks', () => {
    const { graph } = graphOf(chain);
    expect(() => graph.element('z', 2001)).toThrow('z has no element 2001: it goes from 1 to 2000.');
    expect(() => graph.element('z', null)).toThrow('z is a chain');
  });

  it('is the same for two sets of numbers with the same indices', () => {
    const { program, model } = graphOf(chain);
    const moved = model.numbers.map((value) => (value === 0.9 ? 0.8 : value));
    expect(graphKey(program, moved)).toBe(graphKey(program, model.numbers));
  });
});
