import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { logSum } from '../reference/integral';
import { posterior, spreadOf } from '../reference/line';
import { list } from '../text';

/** log densities of components by family. */
const families = {
  Normal: (x: number, m: number, s: number) => density.normal(x, m, s),
  Laplace: (x: number, m: number, s: number) => density.laplace(x, m, s),
  Logistic: (x: number, m: number, s: number) => density.logistic(x, m, s),
  Cauchy: (x: number, m: number, s: number) => density.cauchy(x, m, s),
  Gumbel: (x: number, m: number, s: number) => density.gumbel(x, m, s),
};

/** Shares as they can be written: with few digits, and a last one that makes them sum to 1. */
function weights(random: Random, count: number): number[] {
  const shares = random.shares(count, 0.2 / count).map((share) => rounded(share, 4));
  shares[0] = rounded(1 - shares.slice(1).reduce((a, b) => a + b, 0), 12);
  return shares[0]! > 0 ? shares : weights(random, count);
}

function written(random: Random, family: keyof typeof families): ClaimModel {
  const count = random.pick([20, 50, 100, 200]);
  const [w, mu] = [weights(random, count), random.list(count, () => random.between(-20, 20))];
  const sd = random.list(count, () => random.scale(0.02, 2));
  const logs = (x: number) => w.map((share, k) => Math.log(share) + families[family](x, mu[k]!, sd[k]!));
  const at = [random.between(-20, 20), mu[0]!, 60, -200];
  const x = random.between(-15, 15);
  const logEvidence = logSum(logs(x));
  return {
    shape: `${count} of ${family}`,
    text: `param w: simplex = ${list(w)}\nparam mu = ${list(mu)}\nparam s: positive = ${list(sd)}
latent k ~ Categorical(w)\nobserved x | k ~ ${family}(mu[k], s[k])\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => logSum(logs(each))) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence,
        probabilities: Object.fromEntries(logs(x).map((log, k) => [String(k + 1), Math.exp(log - logEvidence)])),
      },
    ],
  };
}

/** Components by a formula. */
function formula(random: Random): ClaimModel {
  const count = random.pick([100, 1000, 3000]);
  const [step, s] = [random.scale(0.01, 1), random.scale(0.01, 3)];
  const logs = (x: number) =>
    Array.from({ length: count }, (_, i) => density.studentT(x, 4, step * (i + 1), s) - Math.log(count));
  const at = [step * random.whole(1, count), -5, step * count + 10];
  const x = rounded(step * random.whole(1, count) + s * random.normal(), 4);
  const logEvidence = logSum(logs(x));
  const best = logs(x).reduce((most, log, i, all) => (log > all[most]! ? i : most), 0);
  return {
    shape: `${count} by a formula`,
    text: `latent k ~ DiscreteUniform(1, ${count})\nobserved x | k ~ StudentT(4, ${step} * k, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => logSum(logs(each))) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence,
        probabilities: { [best + 1]: Math.exp(logs(x)[best]! - logEvidence) },
      },
    ],
  };
}

/** Two choices at once: a component for each pair. */
function pairs(random: Random): ClaimModel {
  const [m, n, s] = [random.whole(5, 30), random.whole(5, 30), random.scale(0.1, 2)];
  const [a, b] = [random.list(m, () => random.between(-10, 10)), random.list(n, () => random.between(-3, 3))];
  const logs = (x: number) =>
    a.map((left) => logSum(b.map((right) => density.normal(x, left + right, s) - Math.log(m * n))));
  const at = [random.between(-10, 10), 0, 40];
  const x = random.between(-10, 10);
  const logEvidence = logSum(logs(x));
  return {
    shape: `${m} × ${n} pairs`,
    text: `param a = ${list(a)}\nparam b = ${list(b)}\nlatent i ~ DiscreteUniform(1, ${m})\nlatent j ~ DiscreteUniform(1, ${n})
observed x | i, j ~ Normal(a[i] + b[j], ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => logSum(logs(each))) },
      {
        kind: 'posterior',
        of: 'i',
        given: { x },
        logEvidence,
        probabilities: Object.fromEntries(logs(x).map((log, k) => [String(k + 1), Math.exp(log - logEvidence)])),
      },
    ],
  };
}

/** Several coordinates seen of one component. */
function vectors(random: Random): ClaimModel {
  const [count, d] = [random.pick([10, 30, 60]), random.whole(2, 5)];
  const [w, s] = [weights(random, count), random.scale(0.2, 2)];
  const mu = random.list(count, () => random.list(d, () => random.between(-5, 5)));
  const logs = (x: readonly number[]) =>
    w.map((share, k) => x.reduce((sum, each, j) => sum + density.normal(each, mu[k]![j]!, s), Math.log(share)));
  const draw = () => random.list(d, () => random.between(-5, 5));
  const at = [draw(), mu[0]!];
  const x = draw();
  const logEvidence = logSum(logs(x));
  return {
    shape: `${count} of vectors of ${d}`,
    text: `param w: simplex = ${list(w)}\nparam mu = ${list(mu)}\nlatent k ~ Categorical(w)\nobserved x | k ~ Normal(mu[k], ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => logSum(logs(each))) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence,
        probabilities: Object.fromEntries(logs(x).map((log, k) => [String(k + 1), Math.exp(log - logEvidence)])),
      },
    ],
  };
}

/** A number below the component, in noise that is not Gaussian. */
function blurred(random: Random): ClaimModel {
  const count = random.pick([10, 30]);
  const [w, mu] = [weights(random, count), random.list(count, () => random.between(-10, 10))];
  const sd = random.list(count, () => random.scale(0.1, 1));
  const b = random.scale(0.1, 1);
  const prior = (z: number) => logSum(w.map((share, k) => Math.log(share) + density.normal(z, mu[k]!, sd[k]!)));
  const given = (x: number) =>
    posterior(
      { text: '', log: prior, low: -60, high: 60, points: mu.map((at, k) => ({ at, scale: sd[k]! })) },
      (z) => density.laplace(x, z, b),
      [{ at: x, scale: b / 4 }],
    );
  const at = [random.between(-10, 10), 20];
  const x = random.between(-10, 10);
  const known = given(x);
  return {
    shape: `${count}, blurred`,
    text: `param w: simplex = ${list(w)}\nparam mu = ${list(mu)}\nparam s: positive = ${list(sd)}
latent k ~ Categorical(w)\nlatent z | k ~ Normal(mu[k], s[k])\nobserved x | z ~ Laplace(z, ${b})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Mixtures of many. */
export const mixtures: Kind = {
  name: 'mixtures of many',
  summary: '10 to 3,000 components: written out, by a formula, of pairs, of vectors',
  rounding: 1e-9,
  shapes: [
    ...(Object.keys(families) as (keyof typeof families)[]).map(
      (family) => (random: Random) => written(random, family),
    ),
    formula,
    pairs,
    vectors,
    blurred,
  ],
};
