import { describe, expect, it } from 'vitest';
import { putNormalTerms, putPlaneTerms } from '../../../src/engine/tensor/normalTerms';
import { kernels } from '../../../src/engine/tensor/wasmKernels';
import { expectClose, normalLog } from './reference';

const own = kernels()!;
const floats = (at: number, count: number) => Array.from(own.floats(at, count));

describe('putNormalTerms', () => {
  it('writes log densities as powers of two, the largest offset 0', () => {
    own.reset();
    const nodes = { mean: [9, 0, 1, -2], sd: [1, 1, 0.5, 3], logWeights: [50, -1, -2, -3] };
    const terms = putNormalTerms(own, nodes, 1, 4);
    expect(terms.count).toBe(3);
    const [mean, scale, offset] = [terms.mean, terms.scale, terms.offset].map((at) => floats(at, 3)) as number[][];
    expect(Math.max(...offset!)).toBe(0);
    const x = 0.7;
    const logs = offset!.map((c, k) => (terms.base + c - ((x - mean![k]!) * scale![k]!) ** 2) * Math.LN2);
    expectClose(logs, [normalLog(x, 0, 1) - 1, normalLog(x, 1, 0.5) - 2, normalLog(x, -2, 3) - 3], 1e-6);
  });

  it('takes one mean and one width for all', () => {
    own.reset();
    const terms = putNormalTerms(own, { mean: [2], sd: [0.5], logWeights: [0, -1] }, 0, 2);
    expect(floats(terms.mean, 2)).toEqual([2, 2]);
    expectClose(floats(terms.offset, 2), [0, -1 / Math.LN2], 1e-6);
  });

  it('gives nodes without weight and invalid ones no finite offset', () => {
    own.reset();
    const infinity = Number.POSITIVE_INFINITY;
    const nodes = { mean: [0], sd: [1, 0, -1, Number.NaN, infinity, 1], logWeights: [0, 0, 0, 0, 0, -infinity] };
    const terms = putNormalTerms(own, nodes, 0, 6);
    expect(floats(terms.offset, 6)).toEqual([0, Number.NaN, Number.NaN, Number.NaN, -infinity, -infinity]);
    expect(putNormalTerms(own, nodes, 1, 6).base).toBe(-infinity);
    expect(putNormalTerms(own, { mean: [0], sd: [1], logWeights: [infinity, 0] }, 0, 2).base).toBe(infinity);
  });
});

describe('putPlaneTerms', () => {
  it('takes both densities into the offset', () => {
    own.reset();
    const nodes = { meanX: [0, 1], sdX: [1, 2], meanY: [3], sdY: [0.5, 4], logWeights: [-1, -2] };
    const terms = putPlaneTerms(own, nodes, 0, 2);
    const offset = floats(terms.offset, 2);
    const peaks = offset.map((c) => (terms.base + c) * Math.LN2);
    expectClose(
      peaks,
      [normalLog(0, 0, 1) + normalLog(3, 3, 0.5) - 1, normalLog(1, 1, 2) + normalLog(3, 3, 4) - 2],
      1e-6,
    );
    expect(floats(terms.meanY, 2)).toEqual([3, 3]);
  });
});
