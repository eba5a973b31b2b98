// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { ghostContours } from '../../../webview/ui/compare/ghostContours';
import { threeBumps, twoBlobs } from '../../plots/fixtures';
import { draw, sceneOf } from '../scenes';

const size = { width: 600, height: 400 };
const options = { fontSize: 13, compact: false };

it('the snapshot of a plane is drawn as its contours, where they lie in the picture', () => {
  const layout = layoutPlane(twoBlobs('x', 48), size, options);
  const element = draw(ghostContours(twoBlobs('x', 48), layout, sceneOf()));
  const paths = [...element.querySelectorAll('[data-role=ghost-contour]')];
  expect(paths.map((path) => Number(path.getAttribute('data-share')))).toEqual([0.5, 0.95]);
  expect(paths.map((path) => path.getAttribute('d'))).toEqual([layout.contours[0]?.path, layout.contours[2]?.path]);
  const { frame } = layout;
  expect(element.querySelector('svg')?.getAttribute('viewBox')).toBe(
    `${frame.left} ${frame.top} ${frame.right - frame.left} ${frame.bottom - frame.top}`,
  );
});

it('nothing is drawn without one, or over a curve', () => {
  const plane = layoutPlane(twoBlobs('x', 24), size, options);
  expect(draw(ghostContours(null, plane, sceneOf())).querySelector('svg')).toBe(null);
  const curve = layoutCurve(threeBumps(64), size, options);
  expect(draw(ghostContours(twoBlobs('x', 24), curve, sceneOf())).querySelector('svg')).toBe(null);
});
