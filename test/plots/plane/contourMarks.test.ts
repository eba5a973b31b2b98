import { describe, expect, it } from 'vitest';
import { contourMarks } from '../../../webview/plots/plane/contourMarks';
import { gaussianGrid } from '../planes';

const frame = { left: 0, right: 400, top: 0, bottom: 400 };
const grid = gaussianGrid([0, 0], [1, 0, 1], 64, 4);
const marks = (pixels: number, within = frame) =>
  contourMarks(
    grid,
    (x) => 200 + pixels * x,
    (y) => 200 - pixels * y,
    within,
    13,
  );

describe('contours in a picture', () => {
  it('are closed paths, labelled at their lowest points', () => {
    const made = marks(40);
    expect(made.map(({ share, label }) => [share, label?.text])).toEqual([
      [0.5, '50 %'],
      [0.8, '80 %'],
      [0.95, '95 %'],
    ]);
    for (const { share, label, path } of made) {
      // The radius that holds a share of a standard Gaussian.
      const radius = 40 * Math.sqrt(-2 * Math.log(1 - share));
      expect(Math.abs(label!.y - 200 - radius)).toBeLessThan(1.5);
      expect(path.match(/M/g)).toHaveLength(1);
    }
  });

  it('have no labels where these would lie on each other, or outside', () => {
    // One below and one above: between them there is no room for the third.
    expect(marks(8).filter(({ label }) => label !== null)).toHaveLength(2);
    expect(marks(40, { ...frame, bottom: 100 }).map(({ label }) => label)).not.toContainEqual(
      expect.objectContaining({ y: expect.closeTo(247, 0) }),
    );
  });
});
