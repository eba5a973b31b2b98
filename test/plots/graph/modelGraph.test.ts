import { describe, expect, it } from 'vitest';
import { modelGraph, mostNodes, wholeGraph } from '../../../webview/plots/graph/modelGraph';
import { graphOf, graphTexts, structureOfText } from '../graphTexts';

describe('the graph of a model', () => {
  it('is the same for a picture and for a program, which takes one of any size', () => {
    expect(wholeGraph(structureOfText(graphTexts.turns))).toEqual(graphOf(graphTexts.turns));
    const names = Array.from({ length: mostNodes + 5 }, (_, i) => `z${i}`);
    const large = structureOfText(
      `${names.map((name) => `latent ${name} ~ Normal(0, 1)`).join('\n')}\nobserved x ~ Normal(${names[0]}, 1)\n`.replace(
        'x ~',
        `x | ${names[0]} ~`,
      ),
    );
    expect(modelGraph(large).kind).toBe('list');
    expect(wholeGraph(large).nodes.length).toBe(mostNodes + 6);
  });

  it('has variables, arrows, and parameters in groups by who uses them', () => {
    expect(graphOf(graphTexts.bumps)).toEqual({
      kind: 'graph',
      nodes: [
        { name: 'z', role: 'latent', shown: 'z', families: ['categorical'], copies: [], past: null, definition: 0 },
        { name: 'x', role: 'observed', shown: 'x', families: ['normal'], copies: [], past: null, definition: 0 },
      ],
      constants: [
        { kind: 'params', names: ['weight'], users: ['z'] },
        { kind: 'params', names: ['mu', 'sigma'], users: ['x'] },
      ],
      edges: [{ from: 'z', to: 'x', label: '', back: false }],
      plates: [],
    });
  });

  it('finds parameters and networks through lets, networks and other parameters, and leaves out what nobody uses', () => {
    const { constants } = graphOf(`param unused = 1
param base = 1
param scale: positive = exp(base)
param slope = 2
let wide = 2 * scale
network f(a) = slope * a
network g(a) = f(a) -> dense(1)
latent z ~ Normal(0, wide)
observed x | z ~ Normal(g(z), 1)
`);
    expect(constants).toEqual([
      { kind: 'params', names: ['base', 'scale'], users: ['z'] },
      { kind: 'params', names: ['slope'], users: ['x'] },
      { kind: 'networks', names: ['f', 'g'], users: ['x'] },
    ]);
  });

  it('has one node for a chain, with its past, and a plate for chains of one length that lean on each other', () => {
    const { nodes, edges, plates } = graphOf(graphTexts.weather);
    expect(nodes.map(({ shown, past, definition }) => [shown, past, definition])).toEqual([
      ['weather[t]', 't − 1', 1],
      ['degrees[t]', null, 0],
    ]);
    expect(edges).toEqual([{ from: 'weather', to: 'degrees', label: '', back: false }]);
    expect(plates).toEqual([
      {
        members: ['weather', 'degrees'],
        label: 't = 1…7',
        starts: [{ name: 'weather', shown: 'weather[1]', definition: 0 }],
      },
    ]);
  });

  it('says which elements of a chain an arrow is about, and which arrows lead back', () => {
    const { edges, plates } = graphOf(graphTexts.turns);
    expect(edges).toEqual([
      { from: 'b', to: 'a', label: 't − 1', back: true },
      { from: 'a', to: 'b', label: '', back: false },
      { from: 'b', to: 'x', label: 't = 5', back: false },
      { from: 'a', to: 'x', label: 't = 1', back: false },
    ]);
    expect(plates.map(({ members }) => members)).toEqual([['a', 'b']]);
  });

  it('names no more than a few elements', () => {
    const { edges } = graphOf(`latent z[t] ~ Normal(0, 1) for t in 1..4
observed x | z[1], z[2], z[3], z[4] ~ Normal(z[1] + z[2] + z[3] + z[4], 1)
`);
    expect(edges.map(({ label }) => label)).toEqual(['t = 1, 2, …']);
  });

  it('gives chains a plate each where a common one would have something both above and below it', () => {
    expect(graphOf(graphTexts.between).plates.map(({ members }) => members)).toEqual([['z'], ['x']]);
  });

  it('counts copies, from the outside in', () => {
    const { nodes } = graphOf('latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z, 1)\n');
    expect(nodes.map(({ copies }) => copies)).toEqual([[2], []]);
  });

  it('is a list where there are more variables than a picture can hold', () => {
    const latent = Array.from({ length: mostNodes }, (_, i) => `latent z${i} ~ Normal(0, 1)\n`);
    const sum = latent.map((_, i) => `z${i}`);
    const text = `${latent.join('')}observed x | ${sum.join(', ')} ~ Normal(${sum.join(' + ')}, 1)\n`;
    const list = modelGraph(structureOfText(text));
    expect(list.kind === 'list' && list.variables.length).toBe(mostNodes + 1);
    expect(list.kind === 'list' && list.variables.at(-1)).toEqual({ name: 'x', role: 'observed' });
  });
});
