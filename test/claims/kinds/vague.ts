import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { integrate, type Line } from '../reference/integral';
import { posterior, spreadOf } from '../reference/line';

/** A positive number by its logarithm u: the density of log z is z p(z). */
function byLogarithm(log: (u: number) => number, low: number, high: number, at: readonly number[]): Line {
  return { log, value: Math.exp, low, high, points: at.map((each) => ({ at: each, scale: 0.25 })) };
}

/** u − u's part of a Gamma: log of z p(z) at z = e^u, which never leaves the range of a double. */
const logGammaOfLog = (u: number, shape: number, rate: number) =>
  shape * Math.log(rate) + shape * u - rate * Math.exp(u) - density.logGamma(shape);

/** Observations of a Normal of known mean and unknown precision. */
function precision(random: Random): ClaimModel {
  const e = random.pick([0.1, 0.01, 0.001]);
  const mean = random.between(-2, 2, 2);
  const sd = random.scale(0.1, 20);
  const line = (xs: readonly number[]) =>
    byLogarithm(
      (u) =>
        logGammaOfLog(u, e, e) +
        xs.reduce((sum, x) => sum + 0.5 * u - 0.5 * Math.log(2 * Math.PI) - 0.5 * (x - mean) ** 2 * Math.exp(u), 0),
      -60,
      Math.log(1e9),
      [0, Math.log(1 / sd ** 2), -20, 10],
    );
  // The precision given observations is Gamma(e + n/2, e + Σ (x − mean)²/2).
  const evidence = (xs: readonly number[]) => {
    const [shape, rate] = [e + xs.length / 2, e + xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2];
    return (
      density.logGamma(shape) -
      shape * Math.log(rate) -
      density.logGamma(e) +
      e * Math.log(e) -
      (xs.length / 2) * Math.log(2 * Math.PI)
    );
  };
  const xs = random.list(3, () => rounded(mean + sd * random.normal(), 4));
  const at = [...random.list(2, () => rounded(mean + sd * random.normal(), 4)), rounded(mean + 30 * sd, 4)];
  const known = integrate(line(xs));
  return {
    shape: 'a precision',
    text: `latent t ~ Gamma(${e}, ${e})
observed x0 | t ~ Normal(${mean}, 1 / sqrt(t))
observed x1 | t ~ Normal(${mean}, 1 / sqrt(t))
observed x2 | t ~ Normal(${mean}, 1 / sqrt(t))\n`,
    questions: [
      { kind: 'density', of: 'x0', at, logDensity: at.map((x) => evidence([x])) },
      {
        kind: 'posterior',
        of: 't',
        given: { x0: xs[0], x1: xs[1], x2: xs[2] },
        logEvidence: evidence(xs),
        spread: [spreadOf(known)],
      },
    ],
  };
}

function variance(random: Random): ClaimModel {
  const e = random.pick([0.1, 0.01, 0.001]);
  const sd = random.scale(0.1, 20);
  // Marginally a Student's t of 2e degrees of freedom and scale 1.
  const at = [rounded(sd * random.normal(), 4), rounded(sd, 3), rounded(50 * sd, 3)];
  return {
    shape: 'a variance',
    text: `latent v ~ InverseGamma(${e}, ${e})\nobserved x | v ~ Normal(0, sqrt(v))\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map((x) => density.studentT(x, 2 * e, 0, 1)) }],
  };
}

function logRate(random: Random): ClaimModel {
  const sd = random.pick([5, 10, 30, 100]);
  const given = (x: number) =>
    integrate({
      log: (z) => density.normal(z, 0, sd) + x * z - Math.exp(z) - density.logGamma(x + 1),
      low: -40 * sd,
      high: 12,
      points: [
        { at: 0, scale: sd / 8 },
        { at: Math.log(x + 0.5), scale: 0.25 / Math.sqrt(x + 1) },
      ],
    });
  const seen = random.whole(0, 60);
  const known = given(seen);
  const at = [0, 1, random.whole(2, 20), random.whole(50, 2000)];
  return {
    shape: 'a logarithm of a rate',
    text: `latent z ~ Normal(0, ${sd})\nobserved x | z ~ Poisson(exp(z))\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

function logScale(random: Random): ClaimModel {
  const scale = random.pick([1, 2.5, 10]);
  const given = (x: number) => {
    const peak = Math.log(Math.abs(x));
    return integrate({
      log: (z) => density.cauchy(z, 0, scale) - z - 0.5 * Math.log(2 * Math.PI) - 0.5 * (x * Math.exp(-z)) ** 2,
      low: peak - 5,
      high: 60,
      points: [
        { at: peak, scale: 0.25 },
        { at: 0, scale: scale / 4 },
      ],
    });
  };
  const at = [random.scale(0.01, 1), random.scale(1, 30), -random.scale(30, 1000)];
  const seen = random.scale(0.1, 20);
  const known = given(seen);
  return {
    shape: 'a Cauchy logarithm of a scale',
    text: `latent z ~ Cauchy(0, ${scale})\nobserved x | z ~ Normal(0, exp(z))\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** A location of which nothing is known, seen with outliers. */
function location(random: Random): ClaimModel {
  const [width, center] = [random.pick([1e3, 1e4, 1e5, 1e6]), random.between(-50, 50)];
  const [df, s] = [random.pick([3, 5, 10]), random.scale(0.1, 3)];
  const xs = random.list(3, () => rounded(center + s * random.normal(), 5));
  const uniform = random.unit() < 0.5;
  const known = posterior(
    {
      text: '',
      log: uniform ? () => -Math.log(2 * width) : (z) => density.normal(z, 0, width),
      low: uniform ? -width : -12 * width,
      high: uniform ? width : 12 * width,
      points: [],
    },
    (z) => xs.reduce((sum, x) => sum + density.studentT(x, df, z, s), 0),
    xs.map((at) => ({ at, scale: s / 4 })),
  );
  return {
    shape: 'a location',
    text: `latent z ~ ${uniform ? `Uniform(${-width}, ${width})` : `Normal(0, ${width})`}
observed x0 | z ~ StudentT(${df}, z, ${s})
observed x1 | z ~ StudentT(${df}, z, ${s})
observed x2 | z ~ StudentT(${df}, z, ${s})\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'z',
        given: { x0: xs[0], x1: xs[1], x2: xs[2] },
        logEvidence: known.log,
        spread: [spreadOf(known)],
      },
    ],
  };
}

/** A standard deviation under a prior that hardly limits it. */
function scale(random: Random): ClaimModel {
  const [width, half] = [random.pick([25, 100, 1000]), random.unit() < 0.5];
  const sd = random.scale(0.05, 10);
  const xs = random.list(4, () => rounded(sd * random.normal(), 4));
  const squares = xs.reduce((sum, x) => sum + x * x, 0);
  const prior = half ? (s: number) => density.halfCauchy(s, width) : () => -Math.log(width);
  const known = integrate({
    // By log s; the density of s times s.
    log: (u) => prior(Math.exp(u)) + u - 4 * u - 2 * Math.log(2 * Math.PI) - 0.5 * squares * Math.exp(-2 * u),
    value: Math.exp,
    low: 0.5 * Math.log(squares) - 5,
    high: half ? 25 : Math.log(width),
    points: [{ at: 0.5 * Math.log(squares / 4), scale: 0.2 }],
  });
  return {
    shape: 'a standard deviation',
    text: `latent s ~ ${half ? `HalfCauchy(${width})` : `Uniform(0, ${width})`}
observed x0 | s ~ Normal(0, s)\nobserved x1 | s ~ Normal(0, s)\nobserved x2 | s ~ Normal(0, s)\nobserved x3 | s ~ Normal(0, s)\n`,
    questions: [
      {
        kind: 'posterior',
        of: 's',
        given: Object.fromEntries(xs.map((x, i) => [`x${i}`, x])),
        logEvidence: known.log,
        spread: [spreadOf(known)],
      },
    ],
  };
}

/** A probability near an end, under a prior with infinite ends. */
function probability(random: Random): ClaimModel {
  const e = random.pick([0.5, 0.1, 0.01]);
  const n = random.whole(5, 40);
  const at = [0, 1, random.whole(2, n), n];
  const x = random.whole(1, n - 1);
  const [a, b] = [e + x, e + n - x];
  return {
    shape: 'a probability',
    text: `latent p ~ Beta(${e}, ${e})\nobserved x | p ~ Binomial(${n}, p)\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((k) => density.betaBinomial(k, n, e, e)) },
      {
        kind: 'posterior',
        of: 'p',
        given: { x },
        logEvidence: density.betaBinomial(x, n, e, e),
        spread: [{ mean: a / (a + b), sd: Math.sqrt((a * b) / (a + b + 1)) / (a + b) }],
      },
    ],
  };
}

/** Priors that say almost nothing. */
export const vague: Kind = {
  name: 'vague priors',
  summary: 'priors that say almost nothing: Gamma(0.001, 0.001), Normal(0, 1e5), HalfCauchy(1000)',
  rounding: 1e-9,
  shapes: [precision, variance, logRate, logScale, location, scale, probability],
};
