import { logSum } from './integral';

/** A chain of one hidden number a step, seen at each. */
export interface NumberChain {
  /** log p(z₁). */
  start(z: number): number;
  /** log p(z′ | z), the same at all steps. */
  next(z: number, before: number): number;
  /** log p(xₜ | z). */
  seen(step: number, z: number): number;
  readonly steps: number;
  /** All that matters lies between; smooth there. */
  readonly low: number;
  readonly high: number;
  /** Spacing of the first grid: well below all widths. */
  readonly spacing: number;
}

export interface ChainTruth {
  readonly logEvidence: number;
  /** Of one step, given all that was seen. */
  readonly mean: number;
  readonly sd: number;
}

/**
 * The forward and backward recursions on an even grid: the trapezoidal rule converges faster than any power of the spacing where
 * everything is smooth and ends within the grid. Verified on one that is finer by a third and a little shifted.
 * @param step the one that is asked for, from 0
 * @throws Error where the two differ
 */
export function smoothOnGrid(chain: NumberChain, step: number): ChainTruth {
  const first = smoothed(chain, step, chain.spacing, 0);
  const second = smoothed(chain, step, chain.spacing * 0.67, 0.31 * chain.spacing);
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-10 * Math.max(1, Math.abs(b));
  if (!(near(first.logEvidence, second.logEvidence) && near(first.mean, second.mean) && near(first.sd, second.sd)))
    throw new Error(`The grid is too coarse: ${JSON.stringify([first, second])}.`);
  return second;
}

function smoothed(
  { start, next, seen, steps, low, high }: NumberChain,
  wanted: number,
  spacing: number,
  shift: number,
): ChainTruth {
  const count = Math.ceil((high - low) / spacing);
  const grid = Float64Array.from({ length: count }, (_, i) => low + shift + i * spacing);
  const transition = Array.from(grid, (before) => grid.map((z) => Math.exp(next(z, before)) * spacing));
  /** Of what was seen at a step, up to a factor, and the factor's logarithm. */
  const likelihood = (step: number) => {
    const logs = grid.map((z) => seen(step, z));
    const top = logs.reduce((a, b) => Math.max(a, b));
    return { top, weights: logs.map((log) => Math.exp(log - top)) };
  };
  let weights = grid.map((z) => Math.exp(start(z)) * spacing);
  let logEvidence = 0;
  let forward = weights;
  for (let step = 0; step < steps; step++) {
    if (step > 0) {
      const moved = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const weight = weights[i]!;
        if (weight < 1e-300) continue;
        const row = transition[i]!;
        for (let j = 0; j < count; j++) moved[j]! += weight * row[j]!;
      }
      weights = moved;
    }
    const { top, weights: likely } = likelihood(step);
    weights = weights.map((weight, i) => weight * likely[i]!);
    const total = weights.reduce((a, b) => a + b);
    logEvidence += top + Math.log(total);
    weights = weights.map((weight) => weight / total);
    if (step === wanted) forward = weights;
  }
  let backward = new Float64Array(count).fill(1);
  for (let step = steps - 1; step > wanted; step--) {
    const { weights: likely } = likelihood(step);
    const later = backward.map((each, j) => each * likely[j]!);
    const sums = grid.map((_, i) => transition[i]!.reduce((total, p, j) => total + p * later[j]!, 0));
    const top = sums.reduce((a, b) => Math.max(a, b));
    backward = sums.map((each) => each / top);
  }
  const both = forward.map((weight, i) => weight * backward[i]!);
  const total = both.reduce((a, b) => a + b);
  const mean = both.reduce((sum, weight, i) => sum + weight * grid[i]!, 0) / total;
  const variance = both.reduce((sum, weight, i) => sum + weight * (grid[i]! - mean) ** 2, 0) / total;
  return { logEvidence, mean, sd: Math.sqrt(variance) };
}

/** One step of a linear-Gaussian chain z′ = a z + noise, seen through noise: Kalman's filter, then Rauch's smoother. */
export function kalman(
  xs: readonly number[],
  { a, q, r, first }: { readonly a: number; readonly q: number; readonly r: number; readonly first: number },
  step: number,
): ChainTruth {
  let logEvidence = 0;
  const predicted: { mean: number; variance: number }[] = [];
  const filtered: { mean: number; variance: number }[] = [];
  xs.forEach((x) => {
    const last = filtered.at(-1);
    const before =
      last === undefined
        ? { mean: 0, variance: first * first }
        : { mean: a * last.mean, variance: a * a * last.variance + q * q };
    predicted.push(before);
    const total = before.variance + r * r;
    logEvidence += -0.5 * Math.log(2 * Math.PI * total) - (0.5 * (x - before.mean) ** 2) / total;
    const gain = before.variance / total;
    filtered.push({ mean: before.mean + gain * (x - before.mean), variance: before.variance * (1 - gain) });
  });
  let after = filtered.at(-1)!;
  for (let t = xs.length - 2; t >= step; t--) {
    const [now, then] = [filtered[t]!, predicted[t + 1]!];
    const gain = (a * now.variance) / then.variance;
    after = {
      mean: now.mean + gain * (after.mean - then.mean),
      variance: now.variance + gain * gain * (after.variance - then.variance),
    };
  }
  return { logEvidence, mean: after.mean, sd: Math.sqrt(after.variance) };
}

/** log p(all seen) of a hidden Markov chain, and the probabilities of the states at one step given all that was seen. */
export function forwardBackward(
  start: readonly number[],
  next: readonly (readonly number[])[],
  seen: readonly (readonly number[])[],
  step: number,
): { readonly logEvidence: number; readonly probabilities: number[] } {
  let logs = start.map((p, k) => Math.log(p) + seen[0]![k]!);
  let then = logs;
  for (const [t, likely] of seen.entries()) {
    if (t > 0) {
      const before = logs;
      logs = likely.map((log, k) => log + logSum(before.map((each, j) => each + Math.log(next[j]![k]!))));
    }
    if (t === step) then = logs;
  }
  let backward = start.map(() => 0);
  for (let t = seen.length - 1; t > step; t--) {
    const [later, likely] = [backward, seen[t]!];
    backward = start.map((_, j) => logSum(likely.map((log, k) => Math.log(next[j]![k]!) + log + later[k]!)));
  }
  const logEvidence = logSum(logs);
  return { logEvidence, probabilities: then.map((log, k) => Math.exp(log + backward[k]! - logEvidence)) };
}
