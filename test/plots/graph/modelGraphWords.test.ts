import { describe, expect, it } from 'vitest';
import { constantWords, graphWords, nodeWords, tooMany } from '../../../webview/plots/graph/modelGraphWords';
import { graphOf, graphTexts } from '../graphTexts';

const words = (text: string): string[] => {
  const graph = graphOf(text);
  return graph.nodes.map((node) => nodeWords(node, graph));
};

describe('a node in words', () => {
  it('is its name, its role, its family and its children', () => {
    expect(words(graphTexts.bumps)).toEqual(['z, latent, categorical, parent of x', 'x, observed, normal']);
    expect(words(graphTexts.sprinkler)[0]).toBe('rain, latent, bernoulli, parent of sprinkler and wet');
  });

  it('says of a chain how long it is and what it leans on', () => {
    expect(words(graphTexts.weather)).toEqual([
      'weather, latent, categorical, chain, t from 1 to 7, depends on its own element t − 1, parent of degrees',
      'degrees, observed, normal, chain, t from 1 to 7',
    ]);
  });

  it('counts copies', () => {
    expect(words(graphTexts.decoder)[0]).toBe('z, latent, normal, 2 copies, parent of x');
  });
});

it('a parameter is named as in the text, with what it belongs to', () => {
  expect(constantWords('mu', { kind: 'params', names: ['mu'], users: ['x'] })).toBe('mu, parameter of x');
  expect(constantWords('f', { kind: 'networks', names: ['f'], users: ['x', 'y'] })).toBe('f, network of x and y');
});

it('the whole graph is said in one line', () => {
  expect(graphWords(graphOf(graphTexts.bumps))).toBe('Graph of the model: weight → z; z, mu, sigma → x. Observed: x.');
  expect(graphWords(graphOf(graphTexts.weather))).toBe(
    'Graph of the model: weather → weather; weather → degrees. Observed: degrees.',
  );
});

it('a large model says why there is no picture', () => {
  const list = {
    kind: 'list',
    variables: [
      { name: 'z', role: 'latent' },
      { name: 'x', role: 'observed' },
    ],
  } as const;
  expect(tooMany(list)).toBe('2 variables, 1 of them latent: too much for a picture, so they are listed.');
  expect(graphWords(list)).toBe(`Graph of the model: ${tooMany(list)}`);
});
