import type { ClaimModel, Kind } from '../model';
import type { Random } from '../random';
import * as density from '../reference/densities';
import { integrate, logSum } from '../reference/integral';
import { spreadOf } from '../reference/line';

const near = (random: Random, mean: number, sd: number) => Math.max(0, Math.round(mean + sd * random.normal()));

function gammaPoisson(random: Random): ClaimModel {
  const [shape, mean] = [random.scale(0.5, 1e4), random.scale(1e2, 1e7)];
  const rate = Number((shape / mean).toPrecision(2));
  const sd = Math.sqrt(shape) / rate;
  const x = near(random, shape / rate, sd);
  const marginal = (k: number) => density.negativeBinomial(k, shape, rate / (1 + rate), 1 / (1 + rate));
  const [a, b] = [shape + x, rate + 1];
  const center = Math.log(a / b);
  const known = integrate({
    log: (u) => density.gamma(Math.exp(u), a, b) + u,
    value: Math.exp,
    low: center - 15 / Math.sqrt(a) - 1e-9 - (a < 5 ? 40 / a : 0),
    high: center + 15 / Math.sqrt(a) + (a < 5 ? 4 : 0),
    points: [{ at: center, scale: 0.3 / Math.sqrt(a) }],
  });
  const at = [x, near(random, shape / rate, sd), Math.round(shape / rate + 4 * sd)];
  return {
    shape: 'a Gamma rate',
    text: `latent r ~ Gamma(${shape}, ${rate})\nobserved x | r ~ Poisson(r)\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map(marginal) },
      { kind: 'posterior', of: 'r', given: { x }, logEvidence: marginal(x), spread: [spreadOf(known)] },
    ],
  };
}

function logRate(random: Random): ClaimModel {
  const [m, s] = [random.between(4, 16, 3), random.scale(0.05, 2)];
  const given = (x: number) =>
    integrate({
      log: (z) => density.normal(z, m, s) + density.poisson(x, Math.exp(z)),
      low: m - 14 * s,
      high: m + 14 * s,
      points: [
        { at: m, scale: s / 4 },
        { at: Math.log(x + 0.5), scale: 0.3 / Math.sqrt(x + 1) },
      ],
    });
  const draw = () => near(random, Math.exp(m + s * random.normal()), Math.exp(m / 2));
  const at = [draw(), draw(), Math.round(Math.exp(m + 3 * s))];
  const x = draw();
  const known = given(x);
  return {
    shape: 'a log-normal rate',
    text: `latent z ~ Normal(${m}, ${s})\nobserved x | z ~ Poisson(exp(z))\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

function direct(random: Random): ClaimModel {
  const mean = random.scale(1e3, 1e9);
  const p = random.pick([0.001, 0.3, 0.9, 0.9999]);
  const n = Math.round(mean);
  const families = {
    Poisson: {
      text: `Poisson(${mean})`,
      center: mean,
      sd: Math.sqrt(mean),
      log: (x: number) => density.poisson(x, mean),
    },
    Binomial: {
      text: `Binomial(${n}, ${p})`,
      center: n * p,
      sd: Math.sqrt(n * p * (1 - p)),
      log: (x: number) => density.binomial(x, n, p),
    },
    NegativeBinomial: {
      text: `NegativeBinomial(${n}, ${p})`,
      center: (n * (1 - p)) / p,
      sd: Math.sqrt(n * (1 - p)) / p,
      log: (x: number) => density.negativeBinomial(x, n, p),
    },
  };
  const { text, center, sd, log } = random.pick(Object.values(families));
  const at = [Math.round(center), near(random, center, sd), Math.round(center + 5 * sd)];
  return {
    shape: 'a large count',
    text: `observed x ~ ${text}\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map(log) }],
  };
}

/** A hidden count, weighed. */
function weighed(random: Random): ClaimModel {
  const mean = random.scale(50, 2e4);
  const s = random.scale(0.3, 3) * Math.sqrt(mean);
  const sd = Math.sqrt(mean);
  const terms = (x: number) => {
    const from = Math.max(0, Math.floor(Math.min(mean, x) - 14 * Math.max(sd, s)));
    const to = Math.ceil(Math.max(mean, x) + 14 * Math.max(sd, s));
    return Array.from(
      { length: to - from + 1 },
      (_, i) => [from + i, density.poisson(from + i, mean) + density.normal(x, from + i, s)] as const,
    );
  };
  const x = near(random, mean, Math.hypot(sd, s));
  const given = (each: number) => logSum(terms(each).map(([, log]) => log));
  const logEvidence = given(x);
  const likely = terms(x).reduce((best, term) => (term[1] > best[1] ? term : best));
  const at = [x, near(random, mean, 3 * Math.hypot(sd, s))];
  return {
    shape: 'a hidden count, weighed',
    text: `latent k ~ Poisson(${mean})\nobserved x | k ~ Normal(k, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map(given) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence,
        probabilities: { [likely[0]]: Math.exp(likely[1] - logEvidence) },
      },
    ],
  };
}

/** Every event is seen with some probability: thinned Poisson is Poisson. */
function thinned(random: Random): ClaimModel {
  const [mean, p] = [random.scale(5, 3000), random.between(0.05, 0.9, 2)];
  const at = [near(random, mean * p, Math.sqrt(mean * p)), Math.round(mean * p + 5 * Math.sqrt(mean * p))];
  const x = at[0]!;
  // What was not seen is Poisson of its own.
  const missed = mean * (1 - p);
  const k = x + Math.round(missed);
  return {
    shape: 'a thinned count',
    text: `latent k ~ Poisson(${mean})\nobserved x | k ~ Binomial(k, ${p})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => density.poisson(each, mean * p)) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence: density.poisson(x, mean * p),
        probabilities: { [k]: Math.exp(density.poisson(k - x, missed)) },
      },
    ],
  };
}

/** Votes: a share of many. */
function share(random: Random): ClaimModel {
  const n = Math.round(random.scale(1e3, 1e6));
  const [m, s] = [random.between(-2, 2, 2), random.scale(0.05, 1)];
  const given = (x: number) =>
    integrate({
      log: (z) =>
        density.normal(z, m, s) +
        density.binomial(x, n, Math.exp(density.logSigmoid(z)), Math.exp(density.logSigmoid(-z))),
      low: m - 14 * s,
      high: m + 14 * s,
      points: [
        { at: m, scale: s / 4 },
        { at: Math.log((x + 0.5) / (n - x + 0.5)), scale: 0.5 / Math.sqrt(Math.min(x, n - x) + 1) },
      ],
    });
  const draw = () => Math.round(n / (1 + Math.exp(-(m + s * random.normal()))));
  const at = [draw(), draw()];
  const x = draw();
  const known = given(x);
  return {
    shape: 'a share of many',
    text: `latent z ~ Normal(${m}, ${s})\nobserved x | z ~ Binomial(${n}, sigmoid(z))\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Large counts. */
export const counts: Kind = {
  name: 'counts with large rates',
  summary: 'counts of a hundred to a billion, seen or hidden',
  rounding: 1e-9,
  shapes: [gammaPoisson, logRate, direct, weighed, thinned, share],
};
