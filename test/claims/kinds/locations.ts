import type { ClaimModel, Kind, SpreadTruth } from '../model';
import type { Random } from '../random';
import * as density from '../reference/densities';
import { crossings } from '../reference/integral';
import { expected, normal, posterior, spreadOf } from '../reference/line';

/** A large number to which small ones are added, and how much larger than usual these are, so that a double has 8 digits of them left. */
function large(random: Random): { readonly c: number; readonly unit: number } {
  const c = random.pick([2026, 12_345, 1_000_000, 128_000_000]);
  return { c, unit: c > 1e6 ? 128 : 1 };
}

/** A number of a few binary digits. */
const dyadic = (value: number, step: number) => Math.round(value / step) * step;

function bent(random: Random): ClaimModel {
  const { c, unit } = large(random);
  const [a, s] = [unit * random.scale(0.05, 1), unit * random.scale(0.02, 0.2)];
  const prior = normal(0, 1, 12);
  const f = (z: number) => a * Math.tanh(z);
  const given = (d: number) => posterior(prior, (z) => density.normal(d, f(z), s), crossings(f, d, -12, 12, s / 10));
  const offsets = [0, dyadic(a * random.normal(), 1 / 64), dyadic(3 * a, 1 / 64)];
  const seen = dyadic(a * random.unit(), 1 / 64);
  const known = given(seen);
  return {
    shape: 'a bent mean about a large number',
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(${c} + ${a} * tanh(z), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at: offsets.map((d) => c + d), logDensity: offsets.map((d) => given(d).log) },
      { kind: 'posterior', of: 'z', given: { x: c + seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** What is known of u, said of c + u. */
const moved = ({ mean, sd, cdf }: ReturnType<typeof expected>, c: number): SpreadTruth => ({
  mean: c + mean!,
  sd: sd!,
  cdf: (value) => cdf!(value - c),
});

/** The latent itself is large. */
function around(random: Random): ClaimModel {
  const { c, unit } = large(random);
  const [w, s] = [unit * random.scale(0.1, 10), unit * random.scale(0.02, 1)];
  const name = random.pick(['StudentT', 'Logistic', 'Laplace', 'Cauchy'] as const);
  const noise = {
    StudentT: (d: number) => density.studentT(d, 4, 0, s),
    Logistic: (d: number) => density.logistic(d, 0, s),
    Laplace: (d: number) => density.laplace(d, 0, s),
    Cauchy: (d: number) => density.cauchy(d, 0, s),
  }[name];
  const text = name === 'StudentT' ? `StudentT(4, z, ${s})` : `${name}(z, ${s})`;
  const prior = normal(0, w, 40);
  const given = (d: number) => posterior(prior, (u) => noise(d - u), [{ at: d, scale: s / 4 }]);
  const offsets = [0, dyadic(w * random.normal(), 1 / 64), dyadic(4 * w, 1 / 64)];
  const seen = dyadic(w * random.normal(), 1 / 64);
  const known = given(seen);
  return {
    shape: 'a large latent',
    text: `latent z ~ Normal(${c}, ${w})\nobserved x | z ~ ${text}\nobserved y | z ~ Normal(z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at: offsets.map((d) => c + d), logDensity: offsets.map((d) => given(d).log) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x: c + seen },
        logEvidence: known.log,
        spread: [moved(spreadOf(known), c)],
      },
      {
        kind: 'posterior',
        of: 'y',
        given: { x: c + seen },
        logEvidence: known.log,
        spread: [moved(expected(known, s), c)],
      },
    ],
  };
}

/** No integral at all. */
function direct(random: Random): ClaimModel {
  const { c, unit } = large(random);
  const s = unit * random.scale(0.02, 1);
  const name = random.pick(['StudentT', 'Normal', 'Gumbel', 'SkewNormal', 'Logistic', 'Cauchy'] as const);
  const families = {
    StudentT: { text: `StudentT(4, ${c}, ${s})`, log: (d: number) => density.studentT(d, 4, 0, s) },
    Normal: { text: `Normal(${c}, ${s})`, log: (d: number) => density.normal(d, 0, s) },
    Gumbel: { text: `Gumbel(${c}, ${s})`, log: (d: number) => density.gumbel(d, 0, s) },
    SkewNormal: { text: `SkewNormal(${c}, ${s}, 2)`, log: (d: number) => density.skewNormal(d, 0, s, 2) },
    Logistic: { text: `Logistic(${c}, ${s})`, log: (d: number) => density.logistic(d, 0, s) },
    Cauchy: { text: `Cauchy(${c}, ${s})`, log: (d: number) => density.cauchy(d, 0, s) },
  };
  const { text, log } = families[name];
  const offsets = [0, dyadic(s, 1 / 64), -dyadic(3 * s, 1 / 64)];
  return {
    shape: 'a large location',
    text: `observed x ~ ${text}\n`,
    questions: [{ kind: 'density', of: 'x', at: offsets.map((d) => c + d), logDensity: offsets.map(log) }],
  };
}

/** Gaussian, so in closed form: sums of variances. */
function gaussian(random: Random): ClaimModel {
  const { c, unit } = large(random);
  const [w, s] = [unit * random.scale(0.02, 10), unit * random.scale(0.02, 10)];
  const d = dyadic(w * random.normal(), 1 / 64);
  const total = Math.hypot(w, s);
  const [mean, sd] = [(d * w * w) / (total * total), (w * s) / total];
  return {
    shape: 'Gaussian about a large number',
    text: `latent z ~ Normal(${c}, ${w})\nobserved x | z ~ Normal(z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at: [c + d], logDensity: [density.normal(d, 0, total)] },
      {
        kind: 'posterior',
        of: 'z',
        given: { x: c + d },
        logEvidence: density.normal(d, 0, total),
        spread: [{ mean: c + mean, sd, cdf: (z) => density.normalCdf((z - c - mean) / sd) }],
      },
    ],
  };
}

/** Two groups a little apart, about a large number. */
function groups(random: Random): ClaimModel {
  const { c, unit } = large(random);
  const [gap, s, p] = [
    unit * dyadic(random.scale(0.1, 3), 1 / 64),
    unit * random.scale(0.05, 0.5),
    random.between(0.2, 0.8, 2),
  ];
  const log = (d: number) =>
    [Math.log(p) + density.normal(d, gap, s), Math.log1p(-p) + density.normal(d, -gap, s)] as const;
  const total = (d: number) => {
    const [a, b] = log(d);
    return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  };
  const offsets = [0, gap, dyadic(2 * gap, 1 / 64)];
  const seen = dyadic(0.2 * gap, 1 / 256);
  return {
    shape: 'two groups about a large number',
    text: `latent k ~ Bernoulli(${p})\nobserved x | k ~ Normal(${c} + (2 * k - 1) * ${gap}, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at: offsets.map((d) => c + d), logDensity: offsets.map(total) },
      {
        kind: 'posterior',
        of: 'k',
        given: { x: c + seen },
        logEvidence: total(seen),
        probabilities: { true: Math.exp(log(seen)[0] - total(seen)) },
      },
    ],
  };
}

/** Numbers that are large against their spread. */
export const locations: Kind = {
  name: 'large locations',
  summary: 'years, prices, times in milliseconds: numbers that are large against their spread',
  // What a double loses of a spread that is 50 million times smaller than where it is.
  rounding: 1e-7,
  shapes: [bent, around, direct, gaussian, groups],
};
