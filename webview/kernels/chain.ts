/**
 * The forward recursion of a chain of discrete variables: α₁ = initial ∘ likelihood₁ and αₜ = (αₜ₋₁ · transition) ∘ likelihoodₜ, each divided by
 * its sum, which is p(evidence up to t | evidence before).
 * @param states a multiple of 2
 * @param initial f64, `states` of them
 * @param transition f64, states × states, from rows to columns
 * @param transitionStep bytes from one step's transition to the next; 0 where all are the same
 * @param likelihood f64, steps × states
 * @param filtered f64, steps × states, written
 * @param sums f64, steps, written
 */
export function chain(
  steps: i32,
  states: i32,
  initial: usize,
  transition: usize,
  transitionStep: usize,
  likelihood: usize,
  filtered: usize,
  sums: usize,
): void {
  const width = (<usize>states) << 3;
  for (let t = 0; t < steps; t++) {
    const now = filtered + <usize>t * width;
    const seen = likelihood + <usize>t * width;
    if (t > 0) {
      multiply(now - width, transition, width, now);
      transition += transitionStep;
    } else {
      memory.copy(now, initial, width);
    }
    let total = f64x2.splat(0);
    for (let at: usize = 0; at < width; at += 16) {
      const value = f64x2.mul(v128.load(now + at), v128.load(seen + at));
      v128.store(now + at, value);
      total = f64x2.add(total, value);
    }
    const sum = f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1);
    store<f64>(sums + ((<usize>t) << 3), sum);
    const factor = f64x2.splat(sum > 0 ? 1 / sum : 0);
    for (let at: usize = 0; at < width; at += 16) v128.store(now + at, f64x2.mul(v128.load(now + at), factor));
  }
}

function multiply(vector: usize, matrix: usize, width: usize, out: usize): void {
  let at: usize = 0;
  for (; at + 64 <= width; at += 64) fourPairs(vector, matrix + at, width, out + at);
  for (; at < width; at += 16) {
    let sum = f64x2.splat(0);
    for (let i: usize = 0, row = matrix + at; i < width; i += 8, row += width) {
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(vector + i), v128.load(row)));
    }
    v128.store(out + at, sum);
  }
}

function fourPairs(vector: usize, matrix: usize, width: usize, out: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  for (let i: usize = 0, row = matrix; i < width; i += 8, row += width) {
    const a = v128.load64_splat(vector + i);
    s0 = f64x2.add(s0, f64x2.mul(a, v128.load(row)));
    s1 = f64x2.add(s1, f64x2.mul(a, v128.load(row, 16)));
    s2 = f64x2.add(s2, f64x2.mul(a, v128.load(row, 32)));
    s3 = f64x2.add(s3, f64x2.mul(a, v128.load(row, 48)));
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
}
