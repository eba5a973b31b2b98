import { describe, expect, it } from 'vitest';
import { evaluateBinary, evaluateCall, isMap, maps, pick } from '../../../src/language/types/constant';

describe('evaluateBinary', () => {
  it('works elementwise, a scalar going with anything', () => {
    expect(evaluateBinary('+', [1], [2])).toEqual([3]);
    expect(evaluateBinary('-', [1, 2], [5])).toEqual([-4, -3]);
    expect(evaluateBinary('/', [6], [2, 3])).toEqual([3, 2]);
    expect(evaluateBinary('*', [1, 2], [3, 4])).toEqual([3, 8]);
    expect(evaluateBinary('^', [2], [10])).toEqual([1024]);
  });

  it('knows nothing where an operand is unknown', () => {
    expect(evaluateBinary('+', null, [1])).toBeNull();
    expect(evaluateBinary('+', [1], null)).toBeNull();
  });

  it('lets what is not finite through', () => {
    expect(evaluateBinary('/', [1], [0])).toEqual([Number.POSITIVE_INFINITY]);
    expect(evaluateBinary('/', [0], [0])).toEqual([Number.NaN]);
  });
});

describe('evaluateCall', () => {
  it.each([
    ['square', [[2, -3]], [[2]], [4, 9]],
    ['min', [[3, 1, 2]], [[3]], [1]],
    ['max', [[3], [7]], [[], []], [7]],
    ['sum', [[1, 2, 3, 4]], [[2, 2]], [10]],
    [
      'dot',
      [
        [1, 2],
        [3, 4],
      ],
      [[2], [2]],
      [11],
    ],
    ['concat', [[1], [2, 3]], [[], [2]], [1, 2, 3]],
    [
      'matmul',
      [
        [1, 2, 3, 4],
        [5, 6],
      ],
      [[2, 2], [2]],
      [17, 39],
    ],
    [
      'matmul',
      [
        [1, 2, 3, 4],
        [1, 0, 0, 1],
      ],
      [
        [2, 2],
        [2, 2],
      ],
      [1, 2, 3, 4],
    ],
  ] as const)('%s of %j', (name, args, shapes, expected) => {
    expect(evaluateCall(name, args, shapes)).toEqual(expected);
  });

  it('does not do too much work', () => {
    const large = new Array(10_000).fill(1);
    expect(
      evaluateCall(
        'matmul',
        [large, large],
        [
          [100, 100],
          [100, 100],
        ],
      ),
    ).toBeNull();
  });

  it('knows nothing of unknown arguments', () => {
    expect(evaluateCall('sum', [null], [[2]])).toBeNull();
    expect(evaluateCall('sum', [], [])).toBeNull();
  });
});

describe('maps', () => {
  it('are stable far out', () => {
    expect(maps.softplus(800)).toBe(800);
    expect(maps.softplus(-800)).toBe(0);
    expect(maps.sigmoid(-800)).toBe(0);
    expect(maps.relu(-1)).toBe(0);
    expect(isMap('tanh')).toBe(true);
    expect(isMap('sum')).toBe(false);
  });
});

describe('pick', () => {
  it('takes a row along the first axis, counted from 1', () => {
    expect(pick([1, 2, 3, 4], [2, 2], 2)).toEqual([3, 4]);
    expect(pick([1, 2], [2], 1)).toEqual([1]);
    expect([pick([1, 2], [2], 0), pick([1, 2], [2], 3), pick([1, 2], [2], 1.5)]).toEqual([null, null, null]);
  });
});
