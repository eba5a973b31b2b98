import { expect, it } from 'vitest';
import { expectBroken, predictBroken } from '../../../src/engine/chains/broken';
import { gridOf } from '../../../src/engine/chains/panels';
import type { Kernel, ScalarTree } from '../../../src/engine/chains/scalarTree';
import { expect as expectFrom, predict } from '../../../src/engine/chains/transfer';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { logNormal } from '../queries/inquire';
import { normalNoise, smooth, vertex } from './chains';

/** Uniform on [m(z) − 1, m(z) + 1]. */
function uniform(m: (z: number) => number): (z: Float64Array) => Kernel {
  return (z) => {
    const location = z.map(m);
    return {
      rows: z.length,
      location,
      scale: z.map(() => 0.74),
      isNormal: false,
      breaks: [location.map((each) => each - 1), location.map((each) => each + 1)],
      logDensity: (row, values) =>
        values.map((y) => (Math.abs(y - location[row]!) <= 1 ? -Math.LN2 : Number.NEGATIVE_INFINITY)),
      reach: (row) => [location[row]! - 1, location[row]! + 1],
    };
  };
}

const panels = Array.from({ length: 16 }, (_, q) => ({ left: q - 8, right: q - 7 }));
const grid = gridOf(panels, 16);

it('a prediction with jumps is exact: a Normal number and one that is uniform about it', () => {
  const at = uniform((z) => z);
  const logs = grid.x.map((z, i) => logNormal(z, 0, 1) + grid.logWeights[i]!);
  const y = Float64Array.of(-2.3, 0.123, 1, 4.4);
  const kernel = at(grid.x);
  const { divided, log } = predictBroken(at, kernel, grid, logs, y);
  const rest = predict(kernel, logs, y, { order: 16, panels: divided });
  y.forEach((value, j) => {
    const want = 0.5 * (normalCdf(value + 1) - normalCdf(value - 1));
    expect((Math.exp(log[j]!) + Math.exp(rest[j]!)) / want).toBeCloseTo(1, 9);
  });
});

it('what is expected of jumps is exact', () => {
  const at = uniform((z) => 0.5 * z);
  const parents = Float64Array.of(-3, 0.77, 2);
  const kernel = at(parents);
  const logs = grid.x.map((y, i) => logNormal(y, 0.2, 0.8) + grid.logWeights[i]!);
  const { divided, log } = expectBroken(kernel, grid, logs);
  const rest = expectFrom(kernel, grid.x, logs, { order: 16, panels: divided });
  parents.forEach((z, i) => {
    const [high, low] = [0.5 * z + 1, 0.5 * z - 1].map((end) => normalCdf((end - 0.2) / 0.8));
    expect(Math.exp(log[i]!) + Math.exp(rest[i]!)).toBeCloseTo(0.5 * (high! - low!), 9);
  });
});

it('a chain of uniform steps agrees with running sums on a fine grid', () => {
  const seen = Array.from({ length: 12 }, (_, t) => Math.sin((t + 1) ** 2));
  const tree: ScalarTree = {
    vertices: seen.map((x, t) =>
      vertex(
        t - 1,
        t === 0 ? () => ({ ...uniform(() => 0)(Float64Array.of(0)), breaks: [] }) : uniform((z) => 0.9 * z),
        (z) => normalNoise(0.5)(x, z),
      ),
    ),
  };
  const { logEvidence, logEvidenceError } = smooth(tree);
  // p(y) = ½ ∫ from (y − 1)/0.9 to (y + 1)/0.9 of the filtered density: a difference of its running integral, a straight line in each cell.
  const reference = (count: number): number => {
    const [low, high] = [-12, 12];
    const h = (high - low) / count;
    const z = Float64Array.from({ length: count + 1 }, (_, i) => low + i * h);
    let density = z.map((each) => (Math.abs(each) < 1 ? 0.5 : Math.abs(each) > 1 ? 0 : 0.25));
    let log = 0;
    seen.forEach((x, t) => {
      density = density.map((p, i) => p * Math.exp(normalNoise(0.5)(x, z[i]!)));
      const running = new Float64Array(count + 1);
      for (let i = 1; i <= count; i++) running[i] = running[i - 1]! + 0.5 * h * (density[i - 1]! + density[i]!);
      log += Math.log(running[count]!);
      const total = running[count]!;
      const below = (at: number): number => {
        const place = Math.min(Math.max((at - low) / h, 0), count - 1e-9);
        const i = Math.floor(place);
        const share = place - i;
        const [a, b] = [density[i]!, density[i + 1]!];
        return running[i]! + h * share * (a + 0.5 * share * (b - a));
      };
      if (t < seen.length - 1) density = z.map((y) => (0.5 * (below((y + 1) / 0.9) - below((y - 1) / 0.9))) / total);
    });
    return log;
  };
  const [coarse, fine] = [reference(24_000), reference(48_000)];
  expect(logEvidenceError).toBeLessThan(1e-6);
  // The reference's error falls by four where its cells are halved.
  expect(Math.abs(logEvidence - (fine + (fine - coarse) / 3))).toBeLessThan(1e-6);
});
