import { describe, expect, it } from 'vitest';
import {
  type Batch,
  choose,
  constant,
  join,
  map,
  matrixProduct,
  pickRow,
  reduce,
  zip,
} from '../../../src/engine/values/batch';

const at = (size: number, ...data: number[]): Batch => ({
  nodes: data.length / size,
  size,
  data: Float64Array.from(data),
});
const plain = ({ nodes, size, data }: Batch) => ({ nodes, size, data: Array.from(data) });

describe('values at nodes', () => {
  it('are mapped number by number', () => {
    expect(plain(map(at(2, 1, 2, 3, 4), (a) => a * a))).toEqual({ nodes: 2, size: 2, data: [1, 4, 9, 16] });
  });

  it('go together with a scalar, and with one value for all nodes', () => {
    const difference = (a: number, b: number) => a - b;
    expect(plain(zip(at(2, 1, 2, 3, 4), at(1, 10, 20), difference)).data).toEqual([-9, -8, -17, -16]);
    expect(plain(zip(constant(5), at(2, 1, 2, 3, 4), difference))).toEqual({ nodes: 2, size: 2, data: [4, 3, 2, 1] });
    expect(plain(zip(at(1, 1, 2), constant(10, 20), difference)).data).toEqual([-9, -19, -8, -18]);
  });

  it('are reduced to one number each', () => {
    expect(plain(reduce(at(2, 1, 2, 3, 4), (all) => all[0]! + all[1]!))).toEqual({ nodes: 2, size: 1, data: [3, 7] });
  });

  it('are joined end to end', () => {
    expect(plain(join([at(1, 1, 2), constant(8, 9)]))).toEqual({ nodes: 2, size: 3, data: [1, 8, 9, 2, 8, 9] });
  });

  it('are picked from a table by codes from 1, and undefined outside of it', () => {
    expect(plain(pickRow(constant(1, 2, 3, 4), at(1, 2, 1, 3), 2)).data).toEqual([3, 4, 1, 2, Number.NaN, Number.NaN]);
    expect(plain(pickRow(at(2, 1, 2, 3, 4), constant(2), 2)).data).toEqual([2, 4]);
  });

  it('are chosen from rows, and undefined where there is none', () => {
    const rows = new Map([
      [0, constant(7)],
      [1, at(2, 1, 2, 3, 4, 5, 6)],
    ]);
    expect(plain(choose(Int32Array.of(0, 1, -1), rows, 2)).data).toEqual([7, 7, 3, 4, Number.NaN, Number.NaN]);
  });

  it('are multiplied as matrices at every node', () => {
    expect(plain(matrixProduct(constant(1, 2, 3, 4), at(2, 1, 1, 2, 0), 2))).toEqual({
      nodes: 2,
      size: 2,
      data: [3, 7, 2, 6],
    });
    expect(plain(matrixProduct(constant(1, 2), constant(3, 4, 5, 6), 2)).data).toEqual([13, 16]);
  });
});
