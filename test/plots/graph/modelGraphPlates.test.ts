import { expect, it } from 'vitest';
import { holds } from '../../../webview/plots/graph/modelGraphBox';
import { dataPlate, placedPlate } from '../../../webview/plots/graph/modelGraphPlates';
import { measures, plateLine } from '../../../webview/plots/graph/modelGraphShapes';

const size = measures(13);
const box = { left: 0, top: 0, right: 100, bottom: 80 };

it('the lines of a plate stand one below the other in its lower right corner', () => {
  const { lines } = placedPlate(box, [plateLine('t = 1…7', size), plateLine('z', size)], size);
  const [first, second] = lines;
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(size.line, 6);
  for (const { right, y, width } of lines) {
    expect(holds(box, { x: right, y }) && holds(box, { x: right - width, y })).toBe(true);
  }
});

it('the plate of the data goes around everything, with room for its label', () => {
  const narrow = { left: 0, top: 0, right: 10, bottom: 10 };
  const { box: plate, lines } = dataPlate(narrow, 'N = 12,345', size);
  expect(plate.left).toBeLessThan(0);
  expect(plate.top).toBeLessThan(0);
  const [line] = lines;
  expect(line?.y).toBeGreaterThan(10);
  expect((line?.right ?? 0) - (line?.width ?? 0)).toBeGreaterThanOrEqual(plate.left);
  expect(plate.left + plate.right).toBeCloseTo(10, 6);
});
