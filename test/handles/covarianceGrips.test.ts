import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covarianceGrips } from '../../webview/handles/covarianceGrips';
import type { PlaneGrip, PlaneSubject } from '../../webview/handles/planeGrip';
import { model } from '../engine/models';
import { literalText, readingOf } from './readings';

function gripsIn(text: string, mean: readonly [number, number] = [1, 2]) {
  const reading = readingOf(text);
  const found = model(text).structure.variables.find(({ name }) => name === 'x')!.definitions[0]!.distribution;
  if (found.kind !== 'family') throw new Error('x follows no single family.');
  const item = {
    label: 'x',
    values: [],
    weight: 1,
    colour: null,
    mean,
    covariance: [1, 0, 1],
    conditional: true,
  } as const;
  const subject: PlaneSubject = { component: 0, item, name: 'x', single: true, coordinates: ['x₁', 'x₂'], reading };
  const made = covarianceGrips(found, subject);
  const grips = made.filter((each): each is PlaneGrip => !('reason' in each));
  return { grips, reasons: made.flatMap((each) => ('reason' in each ? [each.reason] : [])), reading };
}

const written = 'observed x ~ MultivariateNormal([1, 2], [[4, 0], [0, 1]])';
const step = { x: 0.01, y: 0.01 };

function dragged(text: string, i: number, x: number, y: number, by = step): number[] {
  return gripsIn(text)
    .grips[i]!.changes({ x, y }, by)
    .map(({ value }) => value);
}

describe('the axes of a covariance', () => {
  test('end one standard deviation from the centre', () => {
    const { grips } = gripsIn(written);
    expect(grips.map(({ name, place }) => [name, place])).toEqual([
      ['longer axis of the covariance of x', { x: 3, y: 2 }],
      ['shorter axis of the covariance of x', { x: 1, y: 3 }],
    ]);
  });

  test('grow and shrink with their ends', () => {
    expect(dragged(written, 0, 4, 2)).toEqual([9, 0, 0, 1]);
    expect(dragged(written, 1, 1, 2.5)).toEqual([4, 0, 0, 0.25]);
  });

  test('turn about the centre, both together', () => {
    // By 45 degrees: eigenvalues 4 and 1 along the diagonals.
    const [xx, xy, yx, yy] = dragged(written, 0, 1 + Math.SQRT2, 2 + Math.SQRT2);
    expect([xx, xy, yx, yy]).toEqual([2.5, 1.5, 1.5, 2.5]);
    expect(dragged(written, 0, 1, 4)).toEqual([1, 0, 0, 4]);
  });

  test('stop before the ellipse is a line', () => {
    const [xx, xy, , yy] = dragged(written, 1, 1, 2);
    expect(yy).toBeGreaterThan(0);
    expect(xx! * yy!).toBeGreaterThan(xy! ** 2);
  });

  test('have one covariance in both of its places, whichever way they are dragged', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.constantFrom(0, 1),
        fc.constantFrom(0.3, 0.01, 1e-4),
        (x, y, i, pixel) => {
          const [xx, xy, yx, yy] = dragged(written, i, x, y, { x: pixel, y: pixel * 2 });
          expect(xy).toBe(yx);
          expect(xx).toBeGreaterThan(0);
          expect(xx! * yy!).toBeGreaterThan(xy! * xy!);
        },
      ),
    );
  });

  test('may come from a param, whose literals follow', () => {
    const text = 'param r = 0.5\nobserved x ~ MultivariateNormal([1, 2], [[4, r], [r, 1]])';
    const { grips, reading } = gripsIn(text);
    const changes = grips[0]!.changes({ x: 4, y: 2 }, step);
    expect(changes.map(({ slot, value }) => `${literalText(text, reading, slot)} → ${value}`)).toHaveLength(3);
    expect(changes.map(({ slot }) => literalText(text, reading, slot))).toEqual(['4', '0.5', '1']);
  });

  test('stay where a param does not allow the number', () => {
    const text = 'param r: interval(-1, 1) = 0.5\nobserved x ~ MultivariateNormal([1, 2], [[4, r], [r, 1]])';
    expect(dragged(text, 0, 6, 7)).toEqual([]);
  });
});

test('a covariance that is no literal says why', () => {
  expect(
    gripsIn('param s: positive = 2\nobserved x ~ MultivariateNormal([1, 2], [[2 * s, 0], [0, 1]])').reasons,
  ).toEqual(['The covariance of x is an expression: no number in the text sets it alone.']);
  expect(gripsIn('param s: positive = 2\nobserved x ~ MultivariateNormal([1, 2], [[s, 0], [0, s]])').reasons).toEqual([
    'The covariance of x has one number in several places: its entries cannot be set apart.',
  ]);
});
