import { describe, expect, it } from 'vitest';
import { putPlaneTerms } from '../../../src/engine/tensor/planeTerms';
import { kernels } from '../../../src/engine/tensor/wasmKernels';
import { expectClose, normalLog } from './reference';

const own = kernels()!;
const floats = (at: number, count: number) => Array.from(own.floats(at, count));

describe('putPlaneTerms', () => {
  it('takes both densities into the offset', () => {
    own.reset();
    const nodes = { meanX: [0, 1], sdX: [1, 2], meanY: [3], sdY: [0.5, 4], logWeights: [-1, -2] };
    const terms = putPlaneTerms(own, nodes, 0, 2, [0, 0]);
    const offset = floats(terms.offset, 2);
    const peaks = offset.map((c) => (terms.base + c) * Math.LN2);
    expectClose(
      peaks,
      [normalLog(0, 0, 1) + normalLog(3, 3, 0.5) - 1, normalLog(1, 1, 2) + normalLog(3, 3, 4) - 2],
      1e-6,
    );
    expect(floats(terms.meanY, 2)).toEqual([3, 3]);
  });

  it('gives nodes without weight and invalid ones no finite offset', () => {
    own.reset();
    const infinity = Number.POSITIVE_INFINITY;
    const sdX = [1, 0, -1, Number.NaN, infinity, 1];
    const nodes = { meanX: [0], sdX, meanY: [0], sdY: [1], logWeights: [0, 0, 0, 0, 0, -infinity] };
    const terms = putPlaneTerms(own, nodes, 0, 6, [0, 0]);
    expect(floats(terms.offset, 6)).toEqual([0, Number.NaN, Number.NaN, Number.NaN, -infinity, -infinity]);
    expect(putPlaneTerms(own, nodes, 1, 6, [0, 0]).base).toBe(-infinity);
    expect(putPlaneTerms(own, { ...nodes, logWeights: [infinity, 0, 0, 0, 0, 0] }, 0, 6, [0, 0]).base).toBe(infinity);
  });

  it('keeps the digits of what is far from 0', () => {
    own.reset();
    const nodes = { meanX: [1e9 + 0.125], sdX: [1], meanY: [-1e9 + 0.25], sdY: [1], logWeights: [0] };
    const terms = putPlaneTerms(own, nodes, 0, 1, [1e9, -1e9]);
    expect([floats(terms.meanX, 1), floats(terms.meanY, 1)]).toEqual([[0.125], [0.25]]);
  });
});
