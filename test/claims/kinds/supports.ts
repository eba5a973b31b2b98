import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { type Integral, integrate, sum } from '../reference/integral';
import { spreadOf } from '../reference/line';

/** A share: panels that reach into both ends. */
function share(log: (p: number) => number, at: number, width: number): Integral {
  return integrate({
    log: (p) => (p <= 0 || p >= 1 ? Number.NEGATIVE_INFINITY : log(p)),
    low: 0,
    high: 1,
    points: [
      { at: 0, scale: 2 ** -60 },
      { at: 1, scale: 2 ** -50 },
      { at, scale: width },
    ],
  });
}

/** A positive number by its logarithm. */
function positive(
  log: (z: number) => number,
  low: number,
  high: number,
  at: readonly number[],
  width: number,
): Integral {
  return integrate({
    log: (u) => log(Math.exp(u)) + u,
    value: Math.exp,
    low,
    high,
    points: at.map((each) => ({ at: Math.log(each), scale: width })),
  });
}

function betaNormal(random: Random): ClaimModel {
  const [a, b, s] = [random.between(0.6, 6, 2), random.between(0.6, 6, 2), random.scale(0.02, 1)];
  const given = (x: number) =>
    share((p) => density.beta(p, a, b) + density.normal(x, p, s), Math.min(0.99, Math.max(0.01, x)), s / 4);
  const at = [random.between(0, 1), 0, 1, 1 + 3 * s, -5 * s];
  const x = random.between(-0.2, 1.2);
  const known = given(x);
  return {
    shape: 'a share seen through noise',
    text: `latent p ~ Beta(${a}, ${b})\nobserved x | p ~ Normal(p, ${s})\nobserved y | p ~ Bernoulli(p)\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'p', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
      {
        kind: 'posterior',
        of: 'y',
        given: { x },
        logEvidence: known.log,
        probabilities: { true: known.mean, false: 1 - known.mean },
      },
    ],
  };
}

function betaBinomial(random: Random): ClaimModel {
  const [a, b, n] = [random.between(0.5, 8, 2), random.between(0.5, 8, 2), random.whole(1, 200)];
  const x = random.whole(0, n);
  const known = share((p) => density.beta(p, a + x, b + n - x), (a + x) / (a + b + n), 0.02);
  return {
    shape: 'successes of an unknown share',
    text: `latent p ~ Beta(${a}, ${b})\nobserved x | p ~ Binomial(${n}, p)\n`,
    questions: [
      { kind: 'density', of: 'x', at: [0, x, n], logDensity: [0, x, n].map((k) => density.betaBinomial(k, n, a, b)) },
      {
        kind: 'posterior',
        of: 'p',
        given: { x },
        logEvidence: density.betaBinomial(x, n, a, b),
        spread: [spreadOf(known)],
      },
    ],
  };
}

/** Shares that sum to 1, counted. */
function dirichlet(random: Random): ClaimModel {
  const [count, n] = [random.whole(3, 4), random.whole(3, 15)];
  const alpha = random.list(count, () => random.between(0.5, 4, 2));
  const seen = random.list(n, () => random.whole(1, count));
  const counts = alpha.map((_, k) => seen.filter((each) => each === k + 1).length);
  const after = alpha.map((a, k) => a + counts[k]!);
  const [before, total] = [sum(alpha), sum(after)];
  const logEvidence =
    density.logGamma(before) -
    density.logGamma(total) +
    sum(after.map((a, k) => density.logGamma(a) - density.logGamma(alpha[k]!)));
  return {
    shape: `${count} shares, counted`,
    text: `latent p ~ Dirichlet([${alpha.join(', ')}])\nobserved x[t] | p ~ Categorical(p) for t in 1..${n}\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'p',
        given: { x: seen },
        logEvidence,
        spread: after.map((a) => ({ mean: a / total, sd: Math.sqrt(((a / total) * (1 - a / total)) / (total + 1)) })),
      },
    ],
  };
}

/** Of three shares only a weighted sum is seen. */
function blended(random: Random): ClaimModel {
  const [a, b, s] = [random.between(0.8, 4, 2), random.between(0.8, 4, 2), random.scale(0.05, 0.6)];
  const values = [random.between(-2, 0, 2), random.between(1, 3, 2)] as const;
  const f = (p: number) => p * values[0] + (1 - p) * values[1];
  const given = (x: number) =>
    share(
      (p) => density.beta(p, a, b) + density.normal(x, f(p), s),
      Math.min(0.98, Math.max(0.02, (x - values[1]) / (values[0] - values[1]))),
      s / 8,
    );
  const at = [f(0.5), f(0), f(1) - 2 * s, random.between(-2, 3)];
  const x = random.between(-2, 3);
  const known = given(x);
  return {
    shape: 'a blend of two',
    text: `latent p ~ Dirichlet([${a}, ${b}])\nobserved x | p ~ Normal(${values[0]} * p[1] + ${values[1]} * p[2], ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      {
        kind: 'posterior',
        of: 'p',
        given: { x },
        logEvidence: known.log,
        spread: [spreadOf(known), { mean: 1 - known.mean, sd: known.sd, cdf: (q) => 1 - known.cdf(1 - q) }],
      },
    ],
  };
}

function circle(random: Random): ClaimModel {
  const [m, k, j] = [random.between(-3, 3), random.scale(0.2, 30), random.scale(0.5, 60)];
  const given = (x: number) =>
    integrate({
      log: (z) => density.vonMises(z, m, k) + density.vonMises(x, z, j),
      low: -Math.PI,
      high: Math.PI,
      points: [
        { at: m, scale: 0.3 / Math.sqrt(k) },
        { at: x, scale: 0.3 / Math.sqrt(j) },
      ],
    });
  const at = [m, random.between(-3, 3), -3.1];
  const x = random.between(-3, 3);
  const known = given(x);
  return {
    shape: 'a direction',
    text: `latent z ~ VonMises(${m}, ${k})\nobserved x | z ~ VonMises(z, ${j})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

function gammaExponential(random: Random): ClaimModel {
  const [a, b, n] = [random.between(0.5, 6, 2), random.between(0.2, 4, 2), random.whole(1, 6)];
  const xs = random.list(n, () => random.scale(0.05, 5, 3));
  const [shape, rate] = [a + n, b + sum(xs)];
  const known = positive(
    (z) => density.gamma(z, shape, rate),
    Math.log(shape / rate) - 60 / Math.sqrt(shape),
    Math.log(shape / rate) + 5,
    [shape / rate],
    0.2 / Math.sqrt(shape),
  );
  return {
    shape: 'a rate of waiting times',
    text: `latent r ~ Gamma(${a}, ${b})\nobserved x[t] | r ~ Exponential(r) for t in 1..${n}\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'r',
        given: { x: xs },
        logEvidence: a * Math.log(b) - density.logGamma(a) + density.logGamma(shape) - shape * Math.log(rate),
        spread: [spreadOf(known)],
      },
    ],
  };
}

/** Standard deviation and noise of positive things. */
function positiveNoise(random: Random): ClaimModel {
  const [w, n] = [random.scale(0.5, 5), random.whole(1, 6)];
  const xs = random.list(n, () => rounded(w * random.normal(), 3));
  const squares = sum(xs.map((x) => x * x));
  const log = (s: number) => density.halfNormal(s, w) + sum(xs.map((x) => density.normal(x, 0, s)));
  const known = positive(log, 0.5 * Math.log(squares / n) - 5, Math.log(w * 12), [Math.sqrt(squares / n), w], 0.1);
  return {
    shape: 'a standard deviation',
    text: `latent s ~ HalfNormal(${w})\nobserved x[t] | s ~ Normal(0, s) for t in 1..${n}\n`,
    questions: [{ kind: 'posterior', of: 's', given: { x: xs }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** A factor on a positive number. */
function product(random: Random): ClaimModel {
  const [m, s, t] = [random.between(-1, 1, 2), random.scale(0.1, 1), random.scale(0.05, 1)];
  const given = (x: number) =>
    positive(
      (z) => density.logNormal(z, m, s) + density.logNormal(x, Math.log(z), t),
      m - 14 * s,
      m + 14 * s,
      [Math.exp(m), x],
      Math.min(s, t) / 4,
    );
  const x = random.scale(0.2, 5, 3);
  // The logarithm is Gaussian.
  const total = Math.hypot(s, t);
  const at = [x, random.scale(0.01, 100)];
  const known = given(x);
  return {
    shape: 'a factor',
    text: `latent z ~ LogNormal(${m}, ${s})\nobserved x | z ~ LogNormal(log(z), ${t})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => density.logNormal(each, m, total)) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: density.logNormal(x, m, total),
        spread: [spreadOf(known)],
      },
    ],
  };
}

function truncated(random: Random): ClaimModel {
  const [low, high] = [random.between(-1, 4, 2), random.between(5, 9, 2)];
  const s = random.scale(0.1, 2);
  const given = (x: number) =>
    integrate({
      log: (z) => density.truncatedNormal(z, 0, 1, low, high) + density.studentT(x, 5, z, s),
      low,
      high,
      points: [
        { at: low, scale: 0.02 },
        { at: x, scale: s / 4 },
      ],
    });
  const at = [low, random.between(low - 3, high), high + 2];
  const x = random.between(low - 1, high);
  const known = given(x);
  return {
    shape: 'a far piece of a Normal',
    text: `latent z ~ TruncatedNormal(0, 1, ${low}, ${high})\nobserved x | z ~ StudentT(5, z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Numbers with bounds. */
export const supports: Kind = {
  name: 'constrained supports',
  summary: 'shares, directions, rates, standard deviations, pieces of a Normal',
  rounding: 1e-9,
  shapes: [betaNormal, betaBinomial, dirichlet, blended, circle, gammaExponential, positiveNoise, product, truncated],
};
