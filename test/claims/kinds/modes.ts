import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { crossings, logSum, type Point } from '../reference/integral';
import { type Continuous, expected, normal, posterior, spreadOf } from '../reference/line';
import { list } from '../text';

function even(random: Random): ClaimModel {
  const [m, s] = [random.between(-0.6, 0.6, 2), random.scale(0.05, 0.4)];
  const prior = normal(m, 2, 15);
  const points = (x: number) => crossings((z) => z * z, x, prior.low, prior.high, s / 20);
  const given = (x: number) => posterior(prior, (z) => density.normal(x, z * z, s), points(x));
  const seen = random.between(2, 12);
  const known = given(seen);
  const at = random.list(3, () => random.between(0.1, 15));
  return {
    shape: 'a square',
    text: `latent z ~ Normal(${m}, 2)\nobserved x | z ~ Normal(z^2, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

function waves(random: Random): ClaimModel {
  const [k, s, w] = [random.between(2, 5, 2), random.scale(0.03, 0.3), random.between(1.5, 3, 2)];
  const prior = normal(0, w, 12);
  const f = (z: number) => Math.sin(k * z);
  const given = (y: number) =>
    posterior(prior, (z) => density.normal(y, f(z), s), crossings(f, y, prior.low, prior.high, s / 20));
  const seen = random.between(-0.9, 0.9);
  const known = given(seen);
  const at = random.list(3, () => random.between(-1, 1));
  return {
    shape: 'a sine of many periods',
    text: `latent z ~ Normal(0, ${w})\nobserved y | z ~ Normal(sin(${k} * z), ${s})\n`,
    questions: [
      { kind: 'density', of: 'y', at, logDensity: at.map((y) => given(y).log) },
      { kind: 'posterior', of: 'z', given: { y: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Sensors that contradict each other, each with heavy-tailed noise. */
function contradiction(random: Random): ClaimModel {
  const count = random.whole(2, 4);
  const scales = random.list(count, () => random.scale(0.05, 0.5));
  const seen = random.list(count, () => random.between(-12, 12));
  const prior = normal(0, 10, 40);
  const known = posterior(
    prior,
    (z) => seen.reduce((sum, x, i) => sum + density.cauchy(x, z, scales[i]!), 0),
    seen.map((at, i) => ({ at, scale: scales[i]! / 4 })),
  );
  const given = Object.fromEntries(seen.map((x, i) => [`x${i}`, x]));
  const observed = scales.map((scale, i) => `observed x${i} | z ~ Cauchy(z, ${scale})\n`).join('');
  return {
    shape: 'sensors that disagree',
    text: `latent z ~ Normal(0, 10)\n${observed}observed y | z ~ Normal(z, 0.5)\n`,
    questions: [
      { kind: 'posterior', of: 'z', given, logEvidence: known.log, spread: [spreadOf(known)] },
      { kind: 'posterior', of: 'y', given, logEvidence: known.log, spread: [expected(known, 0.5)] },
    ],
  };
}

/** A prior of several bumps, seen through noise that is not Gaussian. */
function bumps(random: Random): ClaimModel {
  const count = random.whole(2, 5);
  const weight = random.shares(count, 0.05).map((share) => rounded(share, 6));
  weight[0] = rounded(weight[0]! + 1 - weight.reduce((a, b) => a + b, 0), 9);
  const mean = random.list(count, () => random.between(-8, 8));
  const sd = random.list(count, () => random.scale(0.05, 1));
  const df = random.pick([2, 3, 5]);
  const s = random.scale(0.2, 3);
  const prior: Continuous = {
    text: '',
    log: (z) => logSum(weight.map((w, k) => Math.log(w) + density.normal(z, mean[k]!, sd[k]!))),
    low: -60,
    high: 60,
    points: mean.map((at, k): Point => ({ at, scale: sd[k]! / 2 })),
  };
  const given = (x: number) => posterior(prior, (z) => density.studentT(x, df, z, s), [{ at: x, scale: s / 2 }]);
  const seen = random.between(-8, 8);
  const known = given(seen);
  const shares = weight.map(
    (w, k) =>
      posterior(
        { ...prior, log: (z) => Math.log(w) + density.normal(z, mean[k]!, sd[k]!) },
        (z) => density.studentT(seen, df, z, s),
        [{ at: seen, scale: s / 2 }],
      ).log - known.log,
  );
  const at = random.list(3, () => random.between(-12, 12));
  return {
    shape: 'a prior of several bumps',
    text: `param weight: simplex = ${list(weight)}\nparam mu = ${list(mean)}\nparam sd: positive = ${list(sd)}
latent k ~ Categorical(weight)\nlatent z | k ~ Normal(mu[k], sd[k])\nobserved x | z ~ StudentT(${df}, z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
      {
        kind: 'posterior',
        of: 'k',
        given: { x: seen },
        logEvidence: known.log,
        probabilities: Object.fromEntries(shares.map((log, k) => [String(k + 1), Math.exp(log)])),
      },
    ],
  };
}

/** A rough landscape: few modes matter, and which ones changes with x. */
function product(random: Random): ClaimModel {
  const [k, s] = [random.between(3, 5, 2), random.scale(0.03, 0.2)];
  const prior = normal(0, 2, 12);
  const f = (z: number) => z * Math.cos(k * z);
  const given = (x: number) =>
    posterior(prior, (z) => density.normal(x, f(z), s), crossings(f, x, prior.low, prior.high, s / 20));
  const at = random.list(4, () => random.between(-4, 4));
  const known = given(at[0]!);
  return {
    shape: 'waves that grow',
    text: `latent z ~ Normal(0, 2)\nobserved x | z ~ Normal(z * cos(${k} * z), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: at[0] }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Two places that explain what was seen, far apart, of very different width. */
function needle(random: Random): ClaimModel {
  const [far, s] = [random.between(4, 7, 2), random.scale(1e-3, 2e-2)];
  const prior = normal(0, 2, 15);
  const seen = [random.between(-1, 1), rounded(far + s * random.normal(), 5)];
  const known = posterior(prior, (z) => density.normal(seen[0]!, z, 1) + density.studentT(seen[1]!, 2, z, s), [
    { at: seen[0]!, scale: 0.5 },
    { at: seen[1]!, scale: s / 4 },
  ]);
  return {
    shape: 'a needle beside a hill',
    text: `latent z ~ Normal(0, 2)\nobserved x | z ~ Normal(z, 1)\nobserved y | z ~ StudentT(2, z, ${s})\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'z',
        given: { x: seen[0], y: seen[1] },
        logEvidence: known.log,
        spread: [spreadOf(known)],
      },
    ],
  };
}

/** Posteriors and densities with several modes. */
export const modes: Kind = {
  name: 'several modes',
  summary: 'two to a dozen values of z explain what was seen, of different heights and widths',
  rounding: 1e-9,
  shapes: [even, waves, contradiction, bumps, product, needle],
};
