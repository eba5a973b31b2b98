import { describe, expect, it } from 'vitest';
import { Accumulator } from '../../../src/engine/math/accumulator';
import { addNormalPlane, multipleOf4 } from '../../../src/engine/tensor/addNormalPlane';
import { kernels } from '../../../src/engine/tensor/wasmKernels';
import { logSum, normalLog, numbers } from './reference';

const own = kernels()!;

describe('addNormalPlane', () => {
  it.each([
    [5, 3, 2],
    [16, 8, 40],
    [9, 13, 100],
  ])('adds the nodes of every segment on a grid of %i × %i, with %i nodes', (columns, rows, count) => {
    const [x, y] = [numbers(columns, -3, 3, 1), numbers(rows, -3, 3, 2)].map((each) => Float64Array.from(each).sort());
    const [meanX, sdX, meanY, sdY] = [
      numbers(count, -1, 1, 3),
      numbers(count, 0.5, 2, 4),
      numbers(count, -1, 1, 5),
      numbers(count, 0.5, 2, 6),
    ];
    const logWeights = numbers(count, -5, 0, 7);
    const middle = count >> 1;
    const segments = [
      { start: 0, end: middle, total: 0, component: -1 },
      { start: middle, end: count, total: 1, component: -1 },
    ];
    const totals = new Accumulator(2, columns * rows);
    expect(
      addNormalPlane(own, x!, y!, { meanX: meanX!, sdX: sdX!, meanY: meanY!, sdY: sdY!, logWeights }, segments, totals),
    ).toBe(true);
    y!.forEach((v, row) => {
      x!.forEach((u, column) => {
        segments.forEach(({ start, end, total }) => {
          const terms = logWeights
            .map((log, n) => log + normalLog(u, meanX![n]!, sdX![n]!) + normalLog(v, meanY![n]!, sdY![n]!))
            .slice(start, end);
          expect(totals.log(total, row * columns + column)).toBeCloseTo(logSum(terms), 5);
        });
      });
    });
  });

  it('adds nothing where the grid is too far away, and leaves out what has no weight', () => {
    const x = Float64Array.of(100, 101);
    const totals = new Accumulator(1, 4);
    const nodes = { meanX: [0], sdX: [1], meanY: [0], sdY: [1], logWeights: [0] };
    const segment = [{ start: 0, end: 1, total: 0, component: -1 }];
    expect(addNormalPlane(own, x, x, nodes, segment, totals)).toBe(false);
    const light = { ...nodes, logWeights: [Number.NEGATIVE_INFINITY] };
    expect(addNormalPlane(own, x, x, light, segment, totals)).toBe(true);
    expect(addNormalPlane(own, x, x, { ...nodes, logWeights: [Number.POSITIVE_INFINITY] }, segment, totals)).toBe(
      false,
    );
    expect(totals.log(0, 0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

it('multipleOf4 goes up', () => {
  expect([0, 1, 4, 5].map(multipleOf4)).toEqual([0, 4, 4, 8]);
});
