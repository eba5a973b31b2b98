import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { type Continuous, expected, normal, posterior, spreadOf } from '../reference/line';

const positive = (text: string, log: (z: number) => number, scale: number): Continuous => ({
  text,
  log,
  low: 0,
  high: 3000 * scale,
  points: [
    { at: 0, scale: scale * 2 ** -60 },
    { at: scale, scale: scale / 4 },
  ],
});

const both = (text: string, log: (z: number) => number, loc: number, scale: number): Continuous => ({
  text,
  log,
  low: loc - 2000 * scale,
  high: loc + 2000 * scale,
  points: [{ at: loc, scale: scale / 4 }],
});

const families: Readonly<Record<string, (random: Random) => Continuous>> = {
  exponential: (random) => {
    const rate = random.scale(0.3, 3);
    return positive(`Exponential(${rate})`, (z) => density.exponential(z, rate), 1 / rate);
  },
  gamma: (random) => {
    const [shape, rate] = [random.between(0.6, 5, 2), random.scale(0.5, 2)];
    return positive(`Gamma(${shape}, ${rate})`, (z) => density.gamma(z, shape, rate), shape / rate);
  },
  weibull: (random) => {
    const [shape, scale] = [random.between(0.8, 1.9, 2), random.scale(0.5, 3)];
    return positive(`Weibull(${shape}, ${scale})`, (z) => density.weibull(z, shape, scale), scale);
  },
  logNormal: (random) => {
    const [mean, sd] = [random.between(-0.5, 1, 2), random.between(0.3, 0.9, 2)];
    return positive(`LogNormal(${mean}, ${sd})`, (z) => density.logNormal(z, mean, sd), Math.exp(mean));
  },
  halfNormal: (random) => {
    const scale = random.scale(0.5, 3);
    return positive(`HalfNormal(${scale})`, (z) => density.halfNormal(z, scale), scale);
  },
  laplace: (random) => {
    const [loc, scale] = [random.between(-2, 2, 2), random.scale(0.3, 2)];
    return both(`Laplace(${loc}, ${scale})`, (z) => density.laplace(z, loc, scale), loc, scale);
  },
  logistic: (random) => {
    const [loc, scale] = [random.between(-2, 2, 2), random.scale(0.3, 2)];
    return both(`Logistic(${loc}, ${scale})`, (z) => density.logistic(z, loc, scale), loc, scale);
  },
  gumbel: (random) => {
    const [loc, scale] = [random.between(-2, 2, 2), random.scale(0.3, 2)];
    return both(`Gumbel(${loc}, ${scale})`, (z) => density.gumbel(z, loc, scale), loc, scale);
  },
  studentT: (random) => {
    const [df, scale] = [random.pick([3, 4, 7, 12]), random.scale(0.3, 2)];
    return both(`StudentT(${df}, 0, ${scale})`, (z) => density.studentT(z, df, 0, scale), 0, scale);
  },
  skewNormal: (random) => {
    const [scale, shape] = [random.scale(0.5, 2), random.between(-3, 3, 2)];
    return both(`SkewNormal(0, ${scale}, ${shape})`, (z) => density.skewNormal(z, 0, scale, shape), 0, scale);
  },
};

/** A prior with Gaussian noise, asked near and far out on both sides, and given something far out. */
function through(random: Random, family: string): ClaimModel {
  const prior = families[family]!(random);
  const s = random.scale(0.2, 1.5);
  const given = (x: number) =>
    posterior(prior, (z) => density.normal(x, z, s), [
      { at: x, scale: s / 2 },
      { at: 0, scale: s / 2 },
    ]);
  const far = rounded(random.between(15, 50, 3) * Math.max(1, s), 4);
  const sides = prior.low === 0 ? [far, rounded(-12 * s, 3)] : [far, -far];
  const at = [random.between(-2, 4, 2), ...sides, rounded(1.5 * far, 4)];
  const questions = [random.pick(sides.slice(0, prior.low === 0 ? 1 : 2)), random.between(0, 3, 2)].flatMap((x) => {
    const known = given(x);
    const asked = { kind: 'posterior', given: { x }, logEvidence: known.log } as const;
    return [
      { ...asked, of: 'z', spread: [spreadOf(known)] },
      { ...asked, of: 'y', spread: [expected(known, 1)] },
    ];
  });
  return {
    shape: `${family} prior`,
    text: `latent z ~ ${prior.text}\nobserved x | z ~ Normal(z, ${s})\nobserved y | z ~ Normal(z, 1)\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) }, ...questions],
  };
}

/** A Gaussian prior with noise of exponential tails. */
function noise(random: Random): ClaimModel {
  const [s, name] = [random.scale(0.2, 1), random.pick(['Logistic', 'Laplace'] as const)];
  const log = name === 'Logistic' ? density.logistic : density.laplace;
  const prior = normal(0, 1, 200);
  const given = (x: number) =>
    posterior(prior, (z) => log(x, z, s), [
      { at: x, scale: s / 2 },
      { at: 1 / s, scale: 0.5 },
      { at: -1 / s, scale: 0.5 },
    ]);
  const far = random.between(20, 60, 3);
  const at = [0.5, far, -far];
  const x = random.sign() * random.between(15, 40, 3);
  const known = given(x);
  return {
    shape: `${name} noise`,
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ ${name}(z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Evidence far out where the prior and the noise thin, on either side. */
export const tails: Kind = {
  name: 'far tails on both sides',
  summary: 'what was seen lies 15 to 75 spreads away from what the prior expects, on either side',
  rounding: 1e-9,
  shapes: [...Object.keys(families).map((family) => (random: Random) => through(random, family)), noise],
};
