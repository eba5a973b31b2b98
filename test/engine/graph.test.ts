import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { Graph, graphKey } from '../../webview/engine/graph';
import { Program } from '../../webview/engine/program';

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
    expect(graph.element('z', 2).local.loops).toEqual(new Map([['t', 2]]));
    expect(graph.element('z', 1).parents).toEqual([]);
  });

  it('unrolls two thousand steps without running out of stack', () => {
    const { graph } = graphOf(chain);
    expect(graph.ancestors(graph.element('x', 2000)).length).toBe(2000);
  });

  it('refuses more elements than its limit', () => {
    const { graph } = graphOf(chain.replaceAll('2000', '9000'));
    expect(() => graph.ancestors(graph.element('x', 9000))).toThrow('x[9000] depends on more than 4,096 variables');
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
