import { normalKernel } from '../../../src/engine/chains/normalKernel';
import type { Kernel, ScalarTree, Vertex } from '../../../src/engine/chains/scalarTree';
import { type Smoothed, smoothed } from '../../../src/engine/chains/smoothed';
import { logNormal, result } from '../queries/inquire';

/** What is the same at all steps of a chain. */
export interface Steps {
  /** Mean and sd of the first number. */
  readonly first: readonly [number, number];
  /** Mean of the next number given one. */
  mean(z: number, t: number): number;
  readonly sd: number;
  /** log p(x | z). */
  logLikelihood(x: number, z: number): number;
}

/** A chain with Normal steps; null where nothing is observed. */
export function chainOf({ first, mean, sd, logLikelihood }: Steps, seen: readonly (number | null)[]): ScalarTree {
  return {
    vertices: seen.map((x, t) =>
      vertex(
        t - 1,
        (z) =>
          t === 0
            ? normalKernel(Float64Array.of(first[0]), Float64Array.of(first[1]))
            : normalKernel(
                z.map((each) => mean(each, t)),
                z.map(() => sd),
              ),
        (z) => (x === null ? 0 : logLikelihood(x, z)),
      ),
    ),
  };
}

/** A vertex without a switch. */
export function vertex(
  parent: number,
  kernel: (z: Float64Array) => Kernel,
  logLikelihood: (z: number) => number,
): Vertex {
  return {
    parent,
    states: 1,
    kernel: (_, z) => kernel(z),
    logSwitch: () => Float64Array.of(0),
    logLikelihood: (_, z) => z.map(logLikelihood),
  };
}

export function smooth(tree: ScalarTree): Smoothed {
  return result(smoothed(tree));
}

export const normalNoise = (sd: number) => (x: number, z: number) => logNormal(x, z, sd);

/** Mean and variance of every number of a linear-Gaussian chain by the filter of Kalman and the smoother of Rauch, Tung and Striebel. */
export function kalman(
  { first, factor, sd, noise }: { first: readonly [number, number]; factor: number; sd: number; noise: number },
  seen: readonly (number | null)[],
) {
  let [mean, variance, logEvidence] = [first[0], first[1] ** 2, 0];
  const filtered = seen.map((x, t) => {
    if (t > 0) [mean, variance] = [factor * mean, factor * factor * variance + sd * sd];
    const predicted = { mean, variance };
    if (x !== null) {
      const total = variance + noise * noise;
      logEvidence += logNormal(x, mean, Math.sqrt(total));
      mean += (variance / total) * (x - mean);
      variance *= (noise * noise) / total;
    }
    return { mean, variance, predicted };
  });
  const smoothedMoments = filtered.map(({ mean, variance }) => ({ mean, variance }));
  for (let t = seen.length - 2; t >= 0; t--) {
    const { predicted } = filtered[t + 1]!;
    const gain = (filtered[t]!.variance * factor) / predicted.variance;
    const next = smoothedMoments[t + 1]!;
    smoothedMoments[t] = {
      mean: filtered[t]!.mean + gain * (next.mean - predicted.mean),
      variance: filtered[t]!.variance + gain * gain * (next.variance - predicted.variance),
    };
  }
  return { logEvidence, moments: smoothedMoments };
}

/** The same of any chain by the trapezoidal rule on one fine grid of [low, high] for all numbers. */
export function dense(
  {
    first,
    step,
    logLikelihood,
  }: {
    first: (z: number) => number;
    /** p(y | z) */
    step: (y: number, z: number) => number;
    logLikelihood: (x: number, z: number) => number;
  },
  seen: readonly number[],
  [low, high]: readonly [number, number],
  count: number,
) {
  const h = (high - low) / count;
  const z = Float64Array.from({ length: count + 1 }, (_, i) => low + i * h);
  const weight = z.map((_, i) => (i === 0 || i === count ? 0.5 * h : h));
  const table = Array.from(z, (from) => z.map((to) => step(to, from)));
  const likelihoods = seen.map((x) => z.map((each) => Math.exp(logLikelihood(x, each))));
  let logEvidence = 0;
  const forward = [z.map((each, i) => first(each) * likelihoods[0]![i]!)];
  for (let t = 0; ; t++) {
    const own = forward[t]!;
    const total = own.reduce((sum, p, i) => sum + p * weight[i]!, 0);
    logEvidence += Math.log(total);
    for (let i = 0; i <= count; i++) own[i]! /= total;
    if (t === seen.length - 1) break;
    const next = new Float64Array(count + 1);
    own.forEach((p, i) => {
      const mass = p * weight[i]!;
      if (mass > 1e-18) for (let j = 0; j <= count; j++) next[j]! += mass * table[i]![j]!;
    });
    forward.push(next.map((p, j) => p * likelihoods[t + 1]![j]!));
  }
  let back = new Float64Array(count + 1).fill(1);
  const moments: { mean: number; variance: number }[] = [];
  for (let t = seen.length - 1; t >= 0; t--) {
    const masses = forward[t]!.map((p, i) => p * back[i]! * weight[i]!);
    const total = masses.reduce((a, b) => a + b, 0);
    const mean = masses.reduce((sum, p, i) => sum + p * z[i]!, 0) / total;
    moments[t] = { mean, variance: masses.reduce((sum, p, i) => sum + p * (z[i]! - mean) ** 2, 0) / total };
    const after = back.map((b, j) => b * likelihoods[t]![j]! * weight[j]!);
    back = Float64Array.from(z, (_, i) => table[i]!.reduce((sum, p, j) => sum + p * after[j]!, 0));
    const top = back.reduce((a, b) => Math.max(a, b));
    back = back.map((b) => b / top);
  }
  return { logEvidence, moments };
}
