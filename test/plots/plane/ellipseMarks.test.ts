import { describe, expect, it } from 'vitest';
import { ellipseMarks } from '../../../webview/plots/plane/ellipseMarks';
import { twoBlobs } from '../fixtures';

const frame = { left: 0, right: 600, top: 0, bottom: 500 };
const plane = twoBlobs('x', 9);
const marks = (components: typeof plane.components) =>
  ellipseMarks(
    { components: components ?? null },
    (x) => 300 + 100 * x,
    (y) => 250 - 100 * y,
    frame,
    13,
  );

describe('components in a picture', () => {
  it('are ellipses in their colours, the heaviest on top, named above', () => {
    const made = marks(plane.components);
    expect(made.map(({ label, className, name }) => [label, className, name?.text])).toEqual([
      ['2', 'c1', 'z = 2'],
      ['1', 'c0', 'z = 1'],
    ]);
    // Two standard deviations of 0.4 above a mean of −0.7.
    expect(made[0]!.name!.y).toBeLessThan(250 - 100 * (-0.7 + 0.8));
    expect(made[0]!.inner).toMatch(/^M470,320L/);
  });

  it('have no names that lie on each other', () => {
    const [first] = plane.components!.items;
    const twice = { ...plane.components!, items: [first!, { ...first!, label: '2', weight: 0.1 }] };
    expect(marks(twice).map(({ name }) => name?.text)).toEqual([undefined, 'z = 1']);
  });

  it('that are the only one take the colour of the whole, without a name', () => {
    const items = plane.components!.items.slice(0, 1);
    expect(marks({ items, total: 1, of: '' })).toMatchObject([{ className: 'of-marginal', name: null, outer: '' }]);
    expect(marks(null)).toEqual([]);
  });
});
