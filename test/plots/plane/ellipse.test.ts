import { describe, expect, it } from 'vitest';
import { type Covariance, ellipsePoints, principalAxes } from '../../../webview/plots/plane/ellipse';

const covariances: Covariance[] = [
  [4, 0, 1],
  [1, 0, 4],
  [2, 0.6, 1],
  [2, -0.6, 1],
  [1, 0.999, 1],
  [1e-6, 0, 1e6],
];

describe('principal axes', () => {
  it.each(covariances.map((covariance) => [covariance]))('of %j make up the covariance again', (covariance) => {
    const axes = principalAxes(covariance);
    const part = (i: 0 | 1, j: 0 | 1) =>
      axes.reduce((sum, { sd, direction }) => sum + sd ** 2 * direction[i] * direction[j], 0);
    const scale = Math.max(covariance[0], covariance[2]);
    expect(part(0, 0) / scale).toBeCloseTo(covariance[0] / scale, 12);
    expect(part(0, 1) / scale).toBeCloseTo(covariance[1] / scale, 12);
    expect(part(1, 1) / scale).toBeCloseTo(covariance[2] / scale, 12);
    expect(axes[0].sd).toBeGreaterThanOrEqual(axes[1].sd);
    const [a, b] = [axes[0].direction, axes[1].direction];
    expect(a[0] * b[0] + a[1] * b[1]).toBeCloseTo(0, 12);
    expect(Math.min(a[0], b[0])).toBeGreaterThanOrEqual(0);
  });

  it('of a circle are those of the coordinates', () => {
    expect(principalAxes([4, 0, 4])).toEqual([
      { sd: 2, direction: [1, 0] },
      { sd: 2, direction: [-0, 1] },
    ]);
  });
});

it('points of an ellipse have the same distance from the mean, in its own measure', () => {
  const [xx, xy, yy] = [2, 0.6, 1];
  const points = ellipsePoints([5, -3], [xx, xy, yy], 2, 16);
  const determinant = xx * yy - xy * xy;
  expect(points).toHaveLength(34);
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]! - 5, points[i + 1]! + 3];
    expect((yy * x * x - 2 * xy * x * y + xx * y * y) / determinant).toBeCloseTo(4, 9);
  }
  expect([points[32], points[33]]).toEqual([points[0], points[1]]);
});
