import { expect, it } from 'vitest';
import { holds } from '../../../webview/plots/graph/modelGraphBox';
import { layoutGraph } from '../../../webview/plots/graph/modelGraphLayout';
import { graphTargets } from '../../../webview/plots/graph/modelGraphTargets';
import { graphOf, graphTexts } from '../graphTexts';

function targets(text: string) {
  const graph = graphOf(text);
  const layout = layoutGraph(graph, { fontSize: 13, data: null });
  return { layout, targets: graphTargets(graph, layout) };
}

it('every variable, parameter and network leads to its statement, parents first', () => {
  expect(targets(graphTexts.bumps).targets.map(({ name, label, definition }) => [name, label, definition])).toEqual([
    ['z', 'z, latent, categorical, parent of x', 0],
    ['x', 'x, observed, normal', 0],
    ['weight', 'weight, parameter of z', 0],
    ['mu', 'mu, parameter of x', 0],
    ['sigma', 'sigma, parameter of x', 0],
  ]);
});

it('a chain leads to the statement of its loop, and the corner of its plate to that of its start', () => {
  const { targets: found } = targets(graphTexts.weather);
  expect(found.map(({ name, definition }) => [name, definition])).toEqual([
    ['weather', 1],
    ['degrees', 0],
    ['weather', 0],
  ]);
  expect(found[2]?.label).toBe('weather[1], where the chain starts');
});

it('what can be clicked lies where it is drawn', () => {
  const { layout, targets: found } = targets(graphTexts.turns);
  for (const { shape, node } of layout.nodes) {
    expect(found.some(({ name, box, round }) => name === node.name && round && holds(box, shape))).toBe(true);
  }
  for (const { box } of found) {
    expect(
      holds(layout.frame, { x: box.left, y: box.top }) && holds(layout.frame, { x: box.right, y: box.bottom }),
    ).toBe(true);
  }
});
