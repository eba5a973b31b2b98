import { tensor, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { pick, selectRows } from '../../../src/engine/evaluate/pick';
import '../plain';

const values = (compute: () => { dataSync(): ArrayLike<number> }) => {
  let result: number[] = [];
  tidy(() => {
    result = Array.from(compute().dataSync());
  });
  return result;
};

describe('pick', () => {
  it('counts from 1, and gives NaN outside of the table', () => {
    expect(values(() => pick(tensor([5, 6, 7], [1, 1, 3]), tensor([1, 3, 4, 0], [1, 4])))).toEqual([
      5,
      7,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('picks rows of a matrix', () => {
    expect(values(() => pick(tensor([1, 2, 3, 4], [1, 1, 2, 2]), tensor([2, 1], [1, 2])))).toEqual([3, 4, 1, 2]);
  });

  it('picks from a table that differs at every node', () => {
    expect(values(() => pick(tensor([1, 2, 3, 4], [1, 2, 2]), tensor([2, 1], [1, 2])))).toEqual([2, 3]);
  });

  it('picks by one index from a table that differs at every node', () => {
    expect(values(() => pick(tensor([1, 2, 3, 4], [1, 2, 2]), tensor([2], [1, 1])))).toEqual([2, 4]);
  });
});

describe('selectRows', () => {
  it('finds the row of every node, and −1 for none', () => {
    const rows = [{ when: [0, 1] }, { when: [1, 2] }];
    tidy(() => {
      const selected = selectRows([tensor([0, 1, 1], [1, 3]), tensor([1, 2, 1], [1, 3])], rows);
      expect(Array.from(selected.row)).toEqual([0, 1, -1]);
      expect(selected.batch).toEqual([1, 3]);
    });
  });

  it('repeats a subject that is the same everywhere', () => {
    tidy(() => {
      const selected = selectRows([tensor([1], [1, 1]), tensor([1, 2], [1, 2])], [{ when: [1, 2] }]);
      expect(Array.from(selected.row)).toEqual([-1, 0]);
    });
  });
});
