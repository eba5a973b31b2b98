import { describe, expect, it } from 'vitest';
import { logNormalDensity } from '../../../src/engine/integrate/cubature';
import { fitProposal, proposed } from '../../../src/engine/integrate/proposal';
import { logSumExp } from '../../../src/engine/math/logSum';
import { normals, uniforms } from '../../../src/engine/sampling/random';
import { logNormal, result } from '../queries/inquire';

/** p(x = 2 | s) where x is the sum of three standard normals with a little noise: the posterior's mean is near 2/3 everywhere. */
const ridge = function* (places: readonly Float64Array[]) {
  yield null;
  return [places[0]!.map((s, n) => logNormal(2, s + places[1]![n]! + places[2]![n]!, 0.05))];
};

describe('a proposal', () => {
  it('is fitted to where the evidence is', () => {
    const proposal = result(fitProposal(ridge, 3, 0))!;
    const variance = 3 + 0.05 ** 2;
    proposal.mean.forEach((mean) => {
      expect(Math.abs(mean - 2 / variance)).toBeLessThan(0.15);
    });
    expect(proposal.efficiency).toBeGreaterThan(0.4);
    expect(proposal.ofPrior).toBeLessThan(0.1);
    // Across the ridge it is as narrow as the posterior, a little widened.
    const { root } = proposal;
    const across = [0, 1, 2].map((k) => [0, 1, 2].reduce((sum, j) => sum + root[3 * j + k]!, 0));
    const sd = Math.sqrt(across.reduce((sum, each) => sum + each * each, 0));
    expect(sd).toBeGreaterThan(0.05);
    expect(sd).toBeLessThan(0.09);
  });

  it('weighs its draws as the prior would', () => {
    const proposal = { mean: Float64Array.of(1, -1), root: [0.5, 0, 0.3, 0.8], efficiency: 1, ofPrior: 1 };
    const count = 200_000;
    const { places, logWeights } = proposed(proposal, [normals(1, count), normals(2, count)], uniforms(3, count));
    const weights = logWeights.map(Math.exp);
    const mean = (f: (n: number) => number) => weights.reduce((sum, weight, n) => sum + weight * f(n), 0) / count;
    expect(Math.abs(mean(() => 1) - 1)).toBeLessThan(0.02);
    expect(Math.abs(mean((n) => places[0]![n]!))).toBeLessThan(0.03);
    expect(Math.abs(mean((n) => places[0]![n]! * places[1]![n]!))).toBeLessThan(0.03);
    // One of eight draws comes from the prior: no weight is above 8.
    expect(weights.reduce((a, b) => Math.max(a, b), 0)).toBeLessThan(8 + 1e-9);
    const [u, v] = places.map((place) => place.subarray(0, 1)) as [Float64Array, Float64Array];
    const fitted = logNormal(u[0]!, 1, 0.5) + logNormal(v[0]!, -1 + (0.3 / 0.5) * (u[0]! - 1), 0.8);
    const prior = logNormalDensity([u, v])[0]!;
    expect(logWeights[0]!).toBeCloseTo(prior - logSumExp([Math.log(7 / 8) + fitted, Math.log(1 / 8) + prior]), 10);
  });

  it('is not to be had where the evidence is nowhere', () => {
    const nothing = function* (places: readonly Float64Array[]) {
      yield null;
      return [places[0]!.map(() => Number.NEGATIVE_INFINITY)];
    };
    expect(result(fitProposal(nothing, 3, 0))).toBeNull();
  });
});
