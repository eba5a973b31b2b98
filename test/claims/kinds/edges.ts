import type { ClaimModel, Kind } from '../model';
import type { Random } from '../random';
import * as density from '../reference/densities';
import { type Continuous, normal, posterior, spreadOf } from '../reference/line';

const logBetween = (low: number, high: number) => density.logNormalBetween(low, high);

/** A window about a Gaussian number. */
function window(random: Random): ClaimModel {
  const [n, w] = [random.pick([1, 2, 3, 8]), random.scale(1e-3, 0.5)];
  const sd = Math.sqrt(n);
  const given = (x: number) => logBetween((x - w) / sd, (x + w) / sd) - Math.log(2 * w);
  const at = [0, random.between(-2, 2), random.between(3, 4) * sd, random.between(4, 7) * sd];
  const mean = n === 1 ? 'z' : 'sum(z)';
  return {
    shape: 'a window about a Gaussian',
    text: `latent z ~ Normal(0, 1)${n === 1 ? '' : `^${n}`}\nobserved x | z ~ Uniform(${mean} - ${w}, ${mean} + ${w})\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map(given) }],
  };
}

/** Given a window the posterior is a truncated prior. */
function truncatedPosterior(random: Random): ClaimModel {
  const w = random.scale(0.01, 1);
  const x = random.between(-4, 4);
  const known = posterior(
    { ...normal(0, 1), low: x - w, high: x + w, points: [{ at: 0, scale: 0.5 }] },
    () => -Math.log(2 * w),
  );
  return {
    shape: 'a window, given',
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ Uniform(z - ${w}, z + ${w})\n`,
    questions: [{ kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** The German tank problem: draws below an unknown end. */
function tank(random: Random): ClaimModel {
  const [shape, scale] = [random.between(0.5, 3, 2), random.scale(0.5, 5)];
  const xs = random.list(3, () => random.scale(0.1, 20, 3));
  const top = Math.max(scale, ...xs);
  // Pareto is conjugate: the posterior is Pareto(shape + 3, top).
  const a = shape + xs.length;
  const logEvidence = Math.log(shape) + shape * Math.log(scale) - Math.log(a) - a * Math.log(top);
  return {
    shape: 'an unknown end',
    text: `latent m ~ Pareto(${shape}, ${scale})\nobserved x0 | m ~ Uniform(0, m)\nobserved x1 | m ~ Uniform(0, m)\nobserved x2 | m ~ Uniform(0, m)\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'm',
        given: { x0: xs[0], x1: xs[1], x2: xs[2] },
        logEvidence,
        spread: [
          {
            mean: (a * top) / (a - 1),
            sd: (top / (a - 1)) * Math.sqrt(a / (a - 2)),
            cdf: (m) => (m < top ? 0 : -Math.expm1(a * Math.log(top / m))),
          },
        ],
      },
    ],
  };
}

/** A bent mean: a point mass of means at the bend. */
function bend(random: Random): ClaimModel {
  const [c, s] = [random.between(-1, 1, 2), random.scale(0.003, 0.3)];
  const name = random.pick(['relu', 'abs', 'max'] as const);
  const f = {
    relu: (z: number) => Math.max(0, z - c),
    abs: (z: number) => Math.abs(z - c),
    max: (z: number) => Math.max(z, c),
  }[name];
  const text = { relu: `relu(z - ${c})`, abs: `abs(z - ${c})`, max: `max(z, ${c})` }[name].replace('- -', '+ ');
  const prior = normal(0, 1, 12);
  const given = (x: number) =>
    posterior(prior, (z) => density.normal(x, f(z), s), [
      { at: c, scale: s / 20 },
      ...[c + x, c - x, x].map((at) => ({ at, scale: s / 20 })),
    ]);
  const at = [f(c), f(c) + 2 * s, f(c) - 3 * s, random.between(0.5, 2)];
  const x = random.between(0.2, 1.5);
  const known = given(x);
  return {
    shape: `a bend, ${name}`,
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(${text}, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** A waiting time that starts at an unknown moment. */
function shifted(random: Random): ClaimModel {
  const [rate, s] = [random.scale(0.5, 20), random.scale(0.2, 2)];
  // z ~ Normal, x | z ~ Uniform(z, z + 1 / rate): the density is that of a difference of distribution functions.
  const w = 1 / rate;
  const given = (x: number) => logBetween((x - w) / s, x / s) - Math.log(w);
  const at = [0, random.between(-2, 3), 5 * s, -6 * s];
  const x = random.between(-1, 2);
  const known = posterior(
    { ...normal(0, s), low: x - w, high: x, points: [{ at: 0, scale: s / 2 }] },
    () => -Math.log(w),
  );
  return {
    shape: 'an interval that starts anywhere',
    text: `latent z ~ Normal(0, ${s})\nobserved x | z ~ Uniform(z, z + 1 / ${rate})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map(given) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Prior and noise that both end. */
function truncated(random: Random): ClaimModel {
  const [low, width, s] = [random.between(-3, 3, 2), random.scale(0.2, 4), random.scale(0.1, 1)];
  const high = Number((low + width).toPrecision(5));
  const prior: Continuous = {
    text: `TruncatedNormal(0, 1, ${low}, ${high})`,
    log: (z) => density.truncatedNormal(z, 0, 1, low, high),
    low,
    high,
    points: [{ at: 0, scale: 0.5 }],
  };
  const given = (x: number) => posterior(prior, (z) => density.logistic(x, z, s), [{ at: x, scale: s / 2 }]);
  const at = [low, high, random.between(low - 2, high + 2), high + 20 * s];
  const x = random.between(low, high + 3);
  const known = given(x);
  return {
    shape: 'a truncated prior',
    text: `latent z ~ ${prior.text}\nobserved x | z ~ Logistic(z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** A box under a box: a trapezoid. */
function boxes(random: Random): ClaimModel {
  const [a, w] = [random.scale(0.5, 5), random.scale(0.01, 2)];
  const given = (x: number) => {
    const overlap = Math.min(a, x + w) - Math.max(-a, x - w);
    return overlap <= 0 ? Number.NEGATIVE_INFINITY : Math.log(overlap) - Math.log(4 * a * w);
  };
  const x = random.between(-a, a);
  const [low, high] = [Math.max(-a, x - w), Math.min(a, x + w)];
  const at = [0, a, a + 0.9 * w, a + 1.1 * w, -(a - 0.5 * w)];
  return {
    shape: 'a box under a box',
    text: `latent z ~ Uniform(${-a}, ${a})\nobserved x | z ~ Uniform(z - ${w}, z + ${w})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map(given) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: given(x),
        spread: [
          {
            mean: (low + high) / 2,
            sd: (high - low) / Math.sqrt(12),
            cdf: (z) => Math.min(1, Math.max(0, (z - low) / (high - low))),
          },
        ],
      },
    ],
  };
}

/** Densities that end or bend. */
export const edges: Kind = {
  name: 'hard edges',
  summary: 'noise or priors that end abruptly, and means with a bend',
  rounding: 1e-9,
  shapes: [window, truncatedPosterior, tank, bend, shifted, truncated, boxes],
};
