import { describe, expect, it } from 'vitest';
import { normalKernel } from '../../../src/engine/chains/normalKernel';
import { NoGrid } from '../../../src/engine/chains/panels';
import type { ScalarTree } from '../../../src/engine/chains/scalarTree';
import { Impossible, Sweep } from '../../../src/engine/chains/sweep';
import { logNormal, result } from '../queries/inquire';
import { chainOf, kalman, normalNoise, vertex } from './chains';

const seen = [0.5, null, -1.2, 2];
const model = { first: [0, 1] as const, factor: 0.8, sd: 0.5, noise: 0.4 };
const tree = chainOf({ ...model, mean: (z) => 0.8 * z, logLikelihood: normalNoise(0.4) }, seen);
const fineness = { order: 16, span: 6, tolerance: 1e-6, pairs: 1e7 };

function swept(of: ScalarTree, guide: Sweep | null = null, order = 16): Sweep {
  const sweep = new Sweep(of, { ...fineness, order }, guide);
  result(sweep.run());
  return sweep;
}

describe('a sweep', () => {
  const sweep = swept(tree);

  it('has the same evidence at every vertex', () => {
    const { logEvidence } = kalman(model, seen);
    expect(sweep.logEvidence).toBeCloseTo(logEvidence, 9);
    for (let t = 0; t < seen.length; t++) {
      const total = sweep.logMasses(t).reduce((sum, log) => sum + Math.exp(log), 0);
      expect(Math.log(total)).toBeCloseTo(logEvidence, 8);
    }
  });

  it('knows densities between its points as well as at them', () => {
    const { moments, logEvidence } = kalman(model, seen);
    const { mean, variance } = moments[1]!;
    const x = Float64Array.of(mean - 2 * Math.sqrt(variance), mean + 0.123);
    sweep.logJointAt(1, x)[0]!.forEach((log, i) => {
      expect(log - logEvidence).toBeCloseTo(logNormal(x[i]!, mean, Math.sqrt(variance)), 8);
    });
  });

  it('guided by another, of another order, shares no points with it and says the same', () => {
    const again = swept(tree, sweep, 18);
    expect(again.logEvidence).toBeCloseTo(sweep.logEvidence, 9);
    expect(again.points).toBeLessThan(200);
    const points = new Set(sweep.swept.flatMap(({ grid }) => [...grid.x]));
    for (const { grid } of again.swept) for (const x of grid.x) expect(points.has(x)).toBe(false);
  });
});

it('says where what is observed cannot be, and where points do not suffice', () => {
  const never = vertex(
    -1,
    () => normalKernel(Float64Array.of(0), Float64Array.of(1)),
    () => Number.NEGATIVE_INFINITY,
  );
  expect(() => swept({ vertices: [never] })).toThrow(NoGrid);
  const wild = vertex(
    -1,
    () => normalKernel(Float64Array.of(0), Float64Array.of(1)),
    (z) => 20 * Math.sin(1e7 * z),
  );
  expect(() => swept({ vertices: [wild] })).toThrow(NoGrid);
  const nothing = { ...never, logSwitch: () => Float64Array.of(Number.NEGATIVE_INFINITY) };
  expect(() => swept({ vertices: [nothing] })).toThrow(Impossible);
});
