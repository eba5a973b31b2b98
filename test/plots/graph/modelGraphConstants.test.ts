import { expect, it } from 'vitest';
import { constantsShape, placeConstants } from '../../../webview/plots/graph/modelGraphConstants';
import { planOf } from '../../../webview/plots/graph/modelGraphPlan';
import { measures } from '../../../webview/plots/graph/modelGraphShapes';
import { graphOf, graphTexts } from '../graphTexts';

const size = measures(13);

function placed(text: string, outline: Parameters<typeof placeConstants>[5] = null) {
  const graph = graphOf(text);
  const plan = planOf(graph, new Set(), size);
  const shapes = new Map(
    [...plan.outer.at].map(([name, at]) => [name, { ...at, halfWidth: 20, halfHeight: 20, radius: 20 }]),
  );
  return { shapes, constants: placeConstants(graph, plan, new Set(), shapes, [], outline) };
}

it('parameters and networks of one variable stand in a stack at its height', () => {
  const { shapes, constants } = placed(graphTexts.decoder);
  const [params, networks] = constants;
  expect(constants.map(({ constants: { kind } }) => kind)).toEqual(['params', 'networks']);
  expect(params?.box.bottom).toBeLessThan(networks?.box.top ?? 0);
  expect(((params?.box.top ?? 0) + (networks?.box.bottom ?? 0)) / 2).toBeCloseTo(shapes.get('x')?.y ?? Number.NaN, 6);
  for (const { box } of constants) expect(box.right).toBeLessThan((shapes.get('x')?.x ?? 0) - 20);
});

it('parameters stand outside of the plate of the data', () => {
  const outline = { left: -200, right: 200, top: -200, bottom: 400 };
  for (const { box } of placed(graphTexts.bumps, outline).constants) expect(box.right).toBeLessThan(-200);
});

it('names lie in their group, and an arrow starts a little beyond bare names', () => {
  for (const each of placed(graphTexts.decoder).constants) {
    for (const { x, width, y } of each.names) {
      expect(x).toBeGreaterThanOrEqual(each.box.left);
      expect(x + width).toBeLessThanOrEqual(each.box.right);
      expect(y > each.box.top && y < each.box.bottom).toBe(true);
    }
    const beyond = constantsShape(each).halfWidth - (each.box.right - each.box.left) / 2;
    expect(beyond).toBeCloseTo(each.constants.kind === 'params' ? 5 : 0, 6);
  }
});
