// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { layoutGraph } from '../../../webview/plots/graph/modelGraphLayout';
import { graphPane } from '../../../webview/ui/graph/graphPane';
import type { Scene } from '../../../webview/ui/scene/scene';
import { withCaret } from '../../../webview/ui/state/selecting';
import type { Asked } from '../../../webview/ui/state/state';
import { graphOf, graphTexts, structureOfText } from '../../plots/graphTexts';
import { askedOf, draw, sceneOf, shownState, textOf } from '../scenes';

function asked(text: string, parts: Partial<Asked['model']> = {}): Asked {
  const shown = askedOf(shownState());
  return { ...shown, model: { ...shown.model, structure: structureOfText(text), ...parts } };
}

function drawn(model: Asked, scene: Scene = sceneOf()): HTMLElement {
  return draw(graphPane(model, scene));
}

it('leads from each node to its statement', () => {
  const reveal = vi.fn();
  const base = sceneOf();
  const host = drawn(asked(graphTexts.bumps), { ...base, actions: { ...base.actions, reveal } });
  expect(textOf(host.querySelector('h2'))).toBe('Graph');
  const button = host.querySelector<HTMLButtonElement>('button[aria-label="z, latent, categorical, parent of x"]');
  button?.click();
  expect(reveal.mock.calls).toEqual([['file:///a.lvm', { start: 0, end: 20 }]]);
});

it('leads to the statement of the loop, and from the corner of the plate to that of the start', () => {
  const reveal = vi.fn();
  const base = sceneOf();
  const [first, loop] = [
    { start: 0, end: 9 },
    { start: 10, end: 40 },
  ];
  const host = drawn(asked(graphTexts.weather, { statementSpans: new Map([['weather', [first, loop]]]) }), {
    ...base,
    actions: { ...base.actions, reveal },
  });
  for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-name=weather]')) button.click();
  expect(reveal.mock.calls.map(([, span]) => span)).toEqual([loop, first]);
});

it('does nothing for a name whose statement is not known', () => {
  const reveal = vi.fn();
  const base = sceneOf();
  const host = drawn(asked(graphTexts.bumps), { ...base, actions: { ...base.actions, reveal } });
  host.querySelector<HTMLButtonElement>('button[data-name=mu]')?.click();
  expect(reveal).not.toHaveBeenCalled();
});

it('says the whole graph in words', () => {
  const figure = drawn(asked(graphTexts.bumps)).querySelector('figure');
  expect(figure?.getAttribute('aria-label')).toBe('Graph of the model: weight → z; z, mu, sigma → x. Observed: x.');
});

it.each([
  [[], []],
  [[['x', []]], []],
  [[['x', [Float64Array.of(1, 2, 3)]]], ['N = 3']],
  [
    [
      ['x', [Float64Array.of(1, 2)]],
      ['y', [Float64Array.of(1)]],
    ],
    ['N'],
  ],
] as [[string, Float64Array<ArrayBuffer>[]][], string[]][])('with data %j has the plates %j', (data, labels) => {
  const host = drawn(asked(graphTexts.bumps, { data: new Map(data) }));
  expect([...host.querySelectorAll('.plate + text')].map(textOf)).toEqual(labels);
});

it('is placed anew only for another structure', () => {
  const scene = sceneOf();
  const model = asked(graphTexts.bumps);
  const graph = scene.pictures.graph(model.model.structure);
  drawn(model, scene);
  drawn({ ...model, model: { ...model.model, numbers: [1, 2] } }, scene);
  expect(scene.pictures.graph(model.model.structure)).toBe(graph);
  if (graph.kind === 'list') throw new Error('a list');
  const layout = scene.pictures.graphLayout(graph, 13, null);
  expect(scene.pictures.graphLayout(graph, 13, null)).toBe(layout);
  expect(layout).toEqual(layoutGraph(graphOf(graphTexts.bumps), { fontSize: 13, data: null }));
});

it('lists what is too much for a picture, up to a point', () => {
  const names = Array.from({ length: 250 }, (_, i) => `z${i}`);
  const latent = names.map((name) => `latent ${name} ~ Normal(0, 1)\n`).join('');
  const reveal = vi.fn();
  const base = sceneOf();
  const model = asked(`${latent}observed x | ${names.join(', ')} ~ Normal(${names.join(' + ')}, 1)\n`, {
    statementSpans: new Map([['z3', [{ start: 5, end: 6 }]]]),
  });
  const host = drawn(model, { ...base, actions: { ...base.actions, reveal } });
  expect(host.querySelector('svg')).toBeNull();
  expect([...host.querySelectorAll('.rest')].map(textOf)).toEqual([
    '251 variables, 250 of them latent: too much for a picture, so they are listed.',
    'and 51 more, in the text',
  ]);
  const buttons = [...host.querySelectorAll<HTMLButtonElement>('.graph-list button')];
  expect(buttons.length).toBe(200);
  buttons[3]?.click();
  expect(reveal.mock.calls).toEqual([['file:///a.lvm', { start: 5, end: 6 }]]);
});

it('marks the node of the statement that the caret is in', () => {
  const state = withCaret(shownState(), { uri: 'file:///a.lvm', version: 4, start: 40, end: 40 });
  const current = (scene: Scene) =>
    [...drawn(asked(graphTexts.bumps), scene).querySelectorAll<HTMLElement>('[aria-current]')].map(
      ({ dataset }) => dataset.name,
    );
  expect(current(sceneOf({ state }))).toEqual(['x']);
  expect(current(sceneOf())).toEqual([]);
});
