import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import type { Model } from '../../../src/model/model';
import { corpus } from '../../mutations/texts';

function build(text: string): Model {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(JSON.stringify(diagnostics));
  return model;
}

const real = { kind: 'real', shape: [] };
const vector = (length: number) => ({ kind: 'real', shape: [length] });
const number = (slot: number) => ({ op: 'number', type: real, slot });

describe('buildModel', () => {
  it('builds the three bumps', () => {
    const text = corpus.find(([name]) => name === 'three-bumps.lvm')![1];
    const model = build(text);
    const z = { op: 'variable', type: { kind: 'category', shape: [], count: 3 }, name: 'z', index: null };
    const param = (name: string, domain: string, first: number) => ({
      name,
      type: vector(3),
      domain,
      value: { op: 'vector', type: vector(3), items: [number(first), number(first + 1), number(first + 2)] },
    });
    expect(model.title).toBe('Three bumps');
    expect(model.numbers).toEqual([0.3, 0.5, 0.2, -2, 0.5, 3, 0.5, 1, 0.7]);
    expect(model.numberSpans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '0.3',
      '0.5',
      '0.2',
      '-2',
      '0.5',
      '3',
      '0.5',
      '1',
      '0.7',
    ]);
    const { params, variables, lets, networks } = model.structure;
    expect([lets, networks]).toEqual([[], []]);
    expect([...params].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      param('mu', 'real', 3),
      param('sigma', 'positive', 6),
      param('weight', 'simplex', 0),
    ]);
    expect(variables).toEqual([
      {
        name: 'z',
        role: 'latent',
        type: z.type,
        range: null,
        definitions: [
          {
            range: null,
            loop: null,
            parents: [],
            distribution: {
              kind: 'family',
              family: 'Categorical',
              type: z.type,
              args: { probabilities: { op: 'param', type: vector(3), name: 'weight' } },
            },
          },
        ],
      },
      {
        name: 'x',
        role: 'observed',
        type: real,
        range: null,
        definitions: [
          {
            range: null,
            loop: null,
            parents: [{ name: 'z', index: null }],
            distribution: {
              kind: 'family',
              family: 'Normal',
              type: real,
              args: {
                mean: { op: 'index', type: real, base: { op: 'param', type: vector(3), name: 'mu' }, index: z },
                sd: { op: 'index', type: real, base: { op: 'param', type: vector(3), name: 'sigma' }, index: z },
              },
            },
          },
        ],
      },
    ]);
    expect([...model.statementSpans.keys()]).toEqual(['weight', 'mu', 'sigma', 'z', 'x']);
    expect([model.views, model.data, model.weights, model.fit]).toEqual([[], [], null, null]);
  });

  it('is plain JSON', () => {
    for (const [, text] of corpus) {
      const model = build(text);
      expect(JSON.parse(JSON.stringify(model.structure))).toEqual(model.structure);
    }
  });

  it('puts parents before their children', () => {
    for (const [, text] of corpus) {
      const { variables } = build(text).structure;
      const names = variables.map(({ name }) => name);
      for (const [position, { definitions, name }] of variables.entries()) {
        for (const { parents } of definitions) {
          for (const parent of parents)
            if (parent.name !== name) expect(names.indexOf(parent.name)).toBeLessThan(position);
        }
      }
    }
  });

  it('builds chains, with the loop in indices and parents', () => {
    const { variables } = build(
      'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 0.4) for t in 2..20\nobserved x | z[20] ~ Normal(z[20], 1)',
    ).structure;
    const integer = { kind: 'integer', shape: [] };
    const before = {
      op: 'subtract',
      type: integer,
      left: { op: 'loop', type: integer, name: 't' },
      right: { op: 'constant', type: integer, value: 1 },
    };
    expect(variables[0]).toMatchObject({
      name: 'z',
      range: [1, 20],
      definitions: [
        { range: [1, 1], loop: null, parents: [] },
        {
          range: [2, 20],
          loop: 't',
          parents: [{ name: 'z', index: before }],
          distribution: { args: { mean: { op: 'variable', name: 'z', index: before }, sd: number(2) } },
        },
      ],
    });
  });

  it('numbers the layers of a network, and leaves out a network that nobody calls', () => {
    const { networks } = build(
      'network f(z) = z -> dense(8, tanh) -> dense(1)\nnetwork g(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(f(z), 1)',
    ).structure;
    expect(networks).toEqual([
      {
        name: 'f',
        args: [{ name: 'z', type: vector(2) }],
        type: real,
        body: {
          ...{ op: 'dense', type: real, network: 'f', layer: 1, inputs: 8, units: 1, activation: 'linear' },
          input: {
            ...{ op: 'dense', type: vector(8), network: 'f', layer: 0, inputs: 2, units: 8, activation: 'tanh' },
            input: { op: 'argument', type: vector(2), name: 'z' },
          },
        },
      },
    ]);
  });

  it('binds data, views, weights and the fit', () => {
    const model = build(`
      observed x ~ Normal(0, 1)^2
      observed k ~ Categorical(a: 0.5, b: 0.5)
      observed c[t] ~ Poisson(2) for t in 1..3
      data x = [[1, -2], [3, 4]]
      data k = [b, a]
      data c = [5, 6, 7]
      view x[2] in [-1, 2 * 3]
      view k in [1, 2]
      weights from "w.safetensors"
      fit iwae(steps = 10, seed = 0)`);
    expect(model.data).toEqual([
      {
        kind: 'inline',
        variable: 'x',
        rows: [
          [1, -2],
          [3, 4],
        ],
      },
      { kind: 'inline', variable: 'k', rows: [[2], [1]] },
      { kind: 'inline', variable: 'c', rows: [[5, 6, 7]] },
    ]);
    expect(model.views).toEqual([
      { variable: 'x', coordinate: 2, low: -1, high: 6 },
      { variable: 'k', coordinate: null, low: 1, high: 2 },
    ]);
    expect(model.weights).toBe('w.safetensors');
    expect(model.fit).toEqual({ method: 'iwae', options: { steps: 10, seed: 0 } });
    expect(build('observed x ~ Normal(0, 1) data x from "a.csv" columns "old faithful"').data).toEqual([
      { kind: 'file', variable: 'x', path: 'a.csv', columns: ['old faithful'] },
    ]);
  });

  it('names hold whatever JavaScript thinks of them', () => {
    const model = build('param constructor = 1\nparam __proto__ = 2\nobserved x ~ Normal(constructor + __proto__, 1)');
    expect([...model.statementSpans.keys()]).toEqual(['constructor', '__proto__', 'x']);
  });

  it('builds the networks whose arguments some call tells, each before what needs it', () => {
    const text =
      'network h(c) = f(c)\nnetwork f(a) = g(a) -> dense(2)\nnetwork g(b) = b -> dense(2)\nobserved x | z ~ Normal(f(f(g(z))), 1)\nlatent z ~ Normal(0, 1)^2';
    const { structure } = build(text);
    expect(structure.networks.map(({ name, args, type }) => [name, args, type])).toEqual([
      ['g', [{ name: 'b', type: vector(2) }], vector(2)],
      ['f', [{ name: 'a', type: vector(2) }], vector(2)],
    ]);
    const uncalled = build('network h(c) = f(c)\nnetwork f(a) = dot(a, [1, 2])\nobserved x ~ Normal(0, 1)');
    expect(uncalled.structure.networks).toEqual([]);
  });
});
