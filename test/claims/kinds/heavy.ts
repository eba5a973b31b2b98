import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { integrate, type Line } from '../reference/integral';
import { spreadOf } from '../reference/line';

/** Panels that reach as far as a Cauchy has mass of 1e-18. */
const wide = (log: (z: number) => number, points: Line['points'], reach = 1e18): Line => ({
  log,
  low: -reach,
  high: reach,
  points,
});

/** Cauchy in Cauchy: the scales add. */
function cauchySum(random: Random): ClaimModel {
  const [a, b, m] = [random.scale(0.1, 5), random.scale(0.1, 5), random.between(-3, 3, 2)];
  const at = [m, random.between(-10, 10), random.scale(50, 1e4), -random.scale(1e5, 1e8)];
  const x = random.between(-20, 20);
  const known = integrate(
    wide(
      (z) => density.cauchy(z, m, a) + density.cauchy(x, z, b),
      [
        { at: m, scale: a / 4 },
        { at: x, scale: b / 4 },
      ],
      1e12,
    ),
  );
  return {
    shape: 'Cauchy in Cauchy',
    text: `latent z ~ Cauchy(${m}, ${a})\nobserved x | z ~ Cauchy(z, ${b})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => density.cauchy(each, m, a + b)) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: density.cauchy(x, m, a + b),
        // Tails of z⁻⁴: mean and variance exist.
        spread: [{ mean: known.mean, cdf: known.cdf }],
      },
    ],
  };
}

function voigt(random: Random): ClaimModel {
  const [a, s] = [random.scale(0.1, 3), random.scale(0.1, 3)];
  const given = (x: number) =>
    integrate(
      wide(
        (z) => density.cauchy(z, 0, a) + density.normal(x, z, s),
        [
          { at: 0, scale: a / 4 },
          { at: x, scale: s / 4 },
        ],
        1e9,
      ),
    );
  const at = [0, random.between(-5, 5), random.scale(20, 500), -random.scale(1e3, 1e6)];
  const x = random.pick([random.between(-5, 5), random.scale(30, 1e4)]);
  const known = given(x);
  return {
    shape: 'a Voigt profile',
    text: `latent z ~ Cauchy(0, ${a})\nobserved x | z ~ Normal(z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** One bit of a Cauchy: no mean, no variance, but quantiles. */
function noMoments(random: Random): ClaimModel {
  const a = random.scale(0.5, 5);
  const known = integrate(
    wide((z) => density.cauchy(z, 0, a) + density.logSigmoid(z), [{ at: 0, scale: Math.min(a, 1) / 4 }]),
  );
  return {
    shape: 'a bit of a Cauchy',
    text: `latent z ~ Cauchy(0, ${a})\nobserved x | z ~ Bernoulli(sigmoid(z))\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'z',
        given: { x: true },
        logEvidence: Math.log(0.5),
        spread: [{ mean: null, sd: null, cdf: known.cdf }],
      },
      {
        kind: 'posterior',
        of: 'z',
        given: {},
        spread: [{ mean: null, sd: null, cdf: (z) => 0.5 + Math.atan(z / a) / Math.PI }],
      },
    ],
  };
}

/** A Student's t of few degrees of freedom, by itself: it may have a mean and no variance. */
function student(random: Random): ClaimModel {
  const [df, s, m] = [random.pick([1, 1.5, 2, 3]), random.scale(0.1, 10), random.between(-5, 5, 2)];
  const at = [m, random.between(-10, 10), random.scale(1e3, 1e6), -random.scale(1e8, 1e12)];
  const sd = df > 2 ? s * Math.sqrt(df / (df - 2)) : df > 1 ? Number.POSITIVE_INFINITY : null;
  return {
    shape: 'a Student t',
    text: `latent z ~ StudentT(${df}, ${m}, ${s})\nobserved x | z ~ Normal(z, 1)\n`,
    questions: [
      { kind: 'density', of: 'z', at, logDensity: at.map((each) => density.studentT(each, df, m, s)) },
      { kind: 'posterior', of: 'z', given: {}, spread: [{ mean: df > 1 ? m : null, sd }] },
    ],
  };
}

function pareto(random: Random): ClaimModel {
  const [a, m] = [random.pick([0.8, 1.5, 2.5, 4]), random.scale(0.1, 10)];
  const mean = a > 1 ? (a * m) / (a - 1) : Number.POSITIVE_INFINITY;
  const sd = a > 2 ? (m / (a - 1)) * Math.sqrt(a / (a - 2)) : Number.POSITIVE_INFINITY;
  const at = [m, random.scale(2, 10) * m, 1e6 * m];
  return {
    shape: 'a Pareto',
    text: `latent z ~ Pareto(${a}, ${m})\nobserved x | z ~ Poisson(z)\n`,
    questions: [
      { kind: 'density', of: 'z', at, logDensity: at.map((z) => density.pareto(z, a, m)) },
      {
        kind: 'posterior',
        of: 'z',
        given: {},
        spread: [{ mean, sd, cdf: (z) => (z < m ? 0 : -Math.expm1(a * Math.log(m / z))) }],
      },
    ],
  };
}

/** A scale mixture that is a Student's t by another name. */
function mixedScale(random: Random): ClaimModel {
  const [df, s] = [random.pick([1, 2, 3, 5]), random.scale(0.2, 5)];
  const at = [0, random.between(-5, 5), random.scale(100, 1e4), -random.scale(1e5, 1e7)];
  return {
    shape: 'a mixture of scales',
    text: `latent v ~ InverseGamma(${df / 2}, ${df / 2})\nobserved x | v ~ Normal(0, ${s} * sqrt(v))\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map((x) => density.studentT(x, df, 0, s)) }],
  };
}

/** A horseshoe: half-Cauchy scales. */
function horseshoe(random: Random): ClaimModel {
  const t = random.scale(0.05, 2);
  const given = (x: number) =>
    integrate({
      // By the logarithm of the scale.
      log: (u) => density.halfCauchy(Math.exp(u), t) + density.normal(x, 0, Math.exp(u)) + u,
      value: Math.exp,
      low: Math.log(Math.abs(x)) - 5,
      high: 45,
      points: [
        { at: Math.log(Math.abs(x)), scale: 0.2 },
        { at: Math.log(t), scale: 0.2 },
      ],
    });
  const at = [random.scale(1e-4, 0.1), random.between(0.5, 3), random.scale(20, 1e4)];
  return {
    shape: 'a horseshoe',
    text: `latent s ~ HalfCauchy(${t})\nobserved x | s ~ Normal(0, s)\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) }],
  };
}

/** A wide log-normal: its mean is far above its quantiles. */
function logNormal(random: Random): ClaimModel {
  const [m, sd] = [random.between(-1, 1, 2), random.between(1.5, 3, 2)];
  const mean = Math.exp(m + sd ** 2 / 2);
  const count = random.whole(0, 30);
  const known = integrate({
    log: (u) => density.normal(u, m, sd) + density.poisson(count, Math.exp(u)),
    value: Math.exp,
    low: m - 12 * sd,
    high: m + 12 * sd,
    points: [
      { at: m, scale: sd / 4 },
      { at: Math.log(count + 0.5), scale: 0.5 / Math.sqrt(count + 1) },
    ],
  });
  return {
    shape: 'a wide log-normal',
    text: `latent z ~ LogNormal(${m}, ${sd})\nobserved x | z ~ Poisson(z)\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'z',
        given: {},
        spread: [
          {
            mean,
            sd: mean * Math.sqrt(Math.expm1(sd ** 2)),
            cdf: (z) => (z <= 0 ? 0 : density.normalCdf((Math.log(z) - m) / sd)),
          },
        ],
      },
      { kind: 'posterior', of: 'z', given: { x: count }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** A regression through the origin with Cauchy noise: outliers do not move it. */
function robust(random: Random): ClaimModel {
  const [slope, s, n] = [random.between(-3, 3), random.scale(0.1, 1), random.whole(4, 8)];
  const ys = Array.from({ length: n }, (_, i) =>
    rounded(slope * (i + 1) + s * random.normal() + (random.unit() < 0.2 ? 50 * random.normal() : 0), 4),
  );
  const known = integrate({
    log: (z) => ys.reduce((sum, y, i) => sum + density.cauchy(y, z * (i + 1), s), density.studentT(z, 2, 0, 5)),
    low: -1e9,
    high: 1e9,
    points: [{ at: 0, scale: 1 }, ...ys.map((y, i) => ({ at: y / (i + 1), scale: s / (i + 1) / 4 }))],
  });
  return {
    shape: 'robust regression',
    text: `latent b ~ StudentT(2, 0, 5)\nobserved y[t] | b ~ Cauchy(t * b, ${s}) for t in 1..${n}\n`,
    questions: [{ kind: 'posterior', of: 'b', given: { y: ys }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** Tails so heavy that means or variances may not exist. */
export const heavy: Kind = {
  name: 'heavy tails',
  summary: 'Cauchy, Student t, Pareto, half-Cauchy: points far out, moments that may not exist',
  rounding: 1e-9,
  shapes: [cauchySum, voigt, noMoments, student, pareto, mixedScale, horseshoe, logNormal, robust],
};
