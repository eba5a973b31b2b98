import { describe, expect, it } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { latentPlace } from '../../../webview/ui/sampling/playPlaces';
import { bumpPrior, normalPrior, thousandCategories, twoBlobs } from '../../plots/fixtures';
import { bumpRows, column } from '../sampleRows';

const size = { width: 300, height: 200 };
const options = { fontSize: 13, compact: true };

describe('the place of a drawn value in its own plot', () => {
  it('is its bar', () => {
    const prior = bumpPrior();
    const layout = layoutShelf(prior, size, options);
    const place = latentPlace(bumpRows(), 0, prior, layout, 13);
    expect(place).toMatchObject({ kind: 'bar', value: 'orange', className: 'c1' });
    const row = layout.rows[1];
    if (place?.kind !== 'bar' || row === undefined) throw new Error('No bar.');
    expect(place.top).toBeLessThan(row.y);
    expect(place.top + place.height).toBeGreaterThan(row.y + row.height);
  });

  it('is a line among many thin bars', () => {
    const prior = thousandCategories();
    const layout = layoutShelf(prior, size, options);
    const rows = bumpRows({ columns: [column('z', [1, 1000])] });
    const [first, last] = [0, 1].map((row) => latentPlace(rows, row, prior, layout, 13));
    if (first?.kind !== 'point' || last?.kind !== 'point') throw new Error('No points.');
    expect([first.value, last.value]).toEqual(['1', '1000']);
    expect(first.x).toBeCloseTo(layout.frame.left, 0);
    expect(last.x).toBeCloseTo(layout.frame.right, 0);
    expect([first.text.anchor, last.text.anchor]).toEqual(['start', 'end']);
  });

  it('is on the curve, with what it is beside it, inside of the picture', () => {
    const prior = normalPrior();
    const layout = layoutCurve(prior, size, options);
    const rows = bumpRows({ columns: [column('z', [0.32, 3.9, 17])] });
    const place = latentPlace(rows, 0, prior, layout, 13);
    expect(place).toMatchObject({ kind: 'point', value: 'z = 0.32', text: { anchor: 'start' } });
    expect(place?.kind === 'point' ? place.x : 0).toBeCloseTo(layout.x.scale(0.32), 0);
    expect(place?.kind === 'point' ? place.y : 0).toBeCloseTo(layout.y.scale(0.379), 0);
    expect(latentPlace(rows, 1, prior, layout, 13)).toMatchObject({ text: { anchor: 'end' } });
    expect(latentPlace(rows, 2, prior, layout, 13)).toBeNull();
  });

  it('is a point of a plane', () => {
    const plane = twoBlobs('z', 8);
    const layout = layoutPlane(plane, size, options);
    const rows = bumpRows({
      columns: [
        column('z₁', [0.5, 9], { variable: 'z', coordinate: 1 }),
        column('z₂', [1, 1], { variable: 'z', coordinate: 2 }),
      ],
    });
    const place = latentPlace(rows, 0, plane, layout, 13);
    expect(place).toMatchObject({ value: '(0.5, 1)', line: null });
    expect(place?.kind === 'point' ? [place.x, place.y] : []).toEqual([
      Math.round(layout.x.scale(0.5) * 10) / 10,
      Math.round(layout.y.scale(1) * 10) / 10,
    ]);
    expect(latentPlace(rows, 1, plane, layout, 13)).toBeNull();
  });

  it('is nowhere for a variable without samples', () => {
    const prior = { ...bumpPrior(), choice: { ...bumpPrior().choice, variable: 'k' } };
    expect(latentPlace(bumpRows(), 0, prior, layoutShelf(prior, size, options), 13)).toBeNull();
  });
});
