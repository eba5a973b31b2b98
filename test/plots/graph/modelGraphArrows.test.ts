import { describe, expect, it } from 'vitest';
import { besideArrow, type Ground, type Obstacle, routes } from '../../../webview/plots/graph/modelGraphArrows';
import { planOf } from '../../../webview/plots/graph/modelGraphPlan';
import { measures } from '../../../webview/plots/graph/modelGraphShapes';
import { graphOf, graphTexts } from '../graphTexts';

const size = measures(13);
const everywhere = { left: -1000, right: 1000, top: -1000, bottom: 1000 };

describe('the ways of the arrows', () => {
  const graph = graphOf(graphTexts.sprinkler);
  const plan = planOf(graph, new Set(), size);
  const shapes = new Map(
    graph.nodes.map(({ name }) => {
      const { x, y } = plan.outer.at.get(name) ?? { x: 0, y: 0 };
      const { halfWidth = 0 } = plan.nodes.get(name) ?? {};
      return [name, { x, y, halfWidth, halfHeight: size.radius, radius: size.radius }];
    }),
  );
  const obstacles = [...shapes].map(
    ([name, { x, y, halfWidth, halfHeight }]): Obstacle => ({
      box: { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight },
      of: new Set([name]),
    }),
  );
  const ground = (parts: Partial<Ground> = {}): Ground => ({
    shapes,
    obstacles,
    field: () => everywhere,
    shift: () => ({ x: 0, y: 0 }),
    ...parts,
  });
  const across = plan.links.findIndex(({ from, to }) => from === 'rain' && to === 'wet');
  const commands = (parts: Partial<Ground> = {}): string =>
    (routes(plan, ground(parts))[across]?.line ?? '').replace(/[^A-Z]/g, '');

  it('are straight where nothing is in the way', () => {
    expect(commands({ obstacles: [] })).toBe('ML');
  });

  it('bow around what is in the way', () => {
    expect(commands()).toBe('MQ');
  });

  it('wind through the rows where there is no room for a bow', () => {
    const nowhere = { left: 0, right: 0, top: 0, bottom: 0 };
    expect(commands({ field: () => nowhere })).toMatch(/^MVC.*V$/);
  });
});

describe('what is written at an arrow', () => {
  const at = [
    { x: 0, y: 0 },
    { x: 0, y: 50 },
  ];

  it('stands beside its middle, on the right', () => {
    expect(besideArrow('t = 1', at, [], size)).toMatchObject({ text: 't = 1', x: 7, y: 0 });
  });

  it('goes to the other side, or along the arrow, where something is in the way', () => {
    const right: Obstacle = { box: { left: 5, right: 100, top: -20, bottom: 20 }, of: null };
    expect(besideArrow('t = 1', at, [right], size).x).toBeLessThan(-7);
    const both: Obstacle = { box: { left: -100, right: 100, top: -20, bottom: 20 }, of: null };
    expect(besideArrow('t = 1', at, [both], size)).toMatchObject({ x: 7, y: 50 });
  });

  it('may stand in a plate and not over its edge', () => {
    const plate = (left: number): Obstacle => ({ box: { ...everywhere, left }, of: new Set(['z']), plate: true });
    expect(besideArrow('t = 1', at, [plate(-500)], size).x).toBe(7);
    expect(besideArrow('t = 1', at, [plate(10)], size).x).toBeLessThan(-7);
  });
});
