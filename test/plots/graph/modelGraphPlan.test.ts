import { describe, expect, it } from 'vitest';
import { planOf, plateKey, sideOf, stackHeight } from '../../../webview/plots/graph/modelGraphPlan';
import { measures } from '../../../webview/plots/graph/modelGraphShapes';
import { graphOf, graphTexts } from '../graphTexts';

const size = measures(13);

describe('the plan of a graph', () => {
  it('places a plate as one item, and its members in it', () => {
    const graph = graphOf(graphTexts.weather);
    const { outer, inner } = planOf(graph, new Set(), size);
    const [plate] = graph.plates;
    expect([...outer.at.keys()]).toEqual([plate === undefined ? '' : plateKey(plate)]);
    expect(inner.get('weather')).toBe(inner.get('degrees'));
    expect([...(inner.get('weather')?.placed.at.keys() ?? [])]).toEqual(['weather', 'degrees']);
  });

  it('lets arrows in and out of a plate through ports at its edges', () => {
    const graph = graphOf(graphTexts.turns);
    const { inner, links } = planOf(graph, new Set(graph.constants), size);
    const plate = inner.get('a');
    const ports = [...(plate?.placed.at ?? [])].filter(([name]) => / \d/.test(name));
    const out = links.flatMap(({ to }, i) => (to === 'x' ? [`out ${i}`] : []));
    expect(
      ports
        .map(([name]) => name)
        .filter((name) => name.startsWith('out'))
        .sort(),
    ).toEqual(out);
    for (const [name, { y }] of ports) {
      const height = plate?.placed.at.get(name.startsWith('in') ? 'a' : 'b')?.y ?? Number.NaN;
      expect(name.startsWith('in') ? y < height : y > height).toBe(true);
      expect(y).toBeGreaterThanOrEqual(plate?.box.top ?? Number.NaN);
      expect(y).toBeLessThanOrEqual(plate?.box.bottom ?? Number.NaN);
    }
  });

  it('leaves no arrow that leads back in the layers', () => {
    const graph = graphOf(graphTexts.turns);
    const { links } = planOf(graph, new Set(), size);
    expect(links.map(({ from, to }) => `${from} ${to}`)).toEqual(['a b', 'b x', 'a x']);
  });
});

describe('the side of the parameters', () => {
  const side = (text: string): (string | null)[] => {
    const graph = graphOf(text);
    const plan = planOf(graph, new Set(), size);
    return graph.constants.map((group) => sideOf(group, graph, plan));
  };
  const roots = (names: string): string =>
    `${[...names].map((name) => `param p${name} = 1\nlatent ${name} ~ Normal(p${name}, 1)\n`).join('')}observed x | ${[...names].join(', ')} ~ Normal(${[...names].join(' + ')}, 1)\n`;

  it('is the left where it is free, otherwise the right, otherwise neither', () => {
    expect(side(graphTexts.bumps)).toEqual(['left', 'left']);
    expect(side(roots('ab'))).toEqual(['left', 'right']);
    expect(side(roots('abc'))).toEqual(['left', null, 'right']);
  });
});

it('a stack is as high as what is in it and the gaps between', () => {
  expect(stackHeight([])).toBe(0);
  expect(stackHeight([10])).toBe(10);
  expect(stackHeight([10, 20]) - 30).toBe(stackHeight([10, 20, 30]) / 2 - 30);
});
