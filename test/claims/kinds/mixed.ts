import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { type Integral, logSum } from '../reference/integral';
import { normal, posterior } from '../reference/line';
import { list } from '../text';

/** A posterior that is a mixture of known ones, by their shares of the evidence. */
function mixture(parts: readonly Integral[]) {
  const logEvidence = logSum(parts.map(({ log }) => log));
  const shares = parts.map(({ log }) => Math.exp(log - logEvidence));
  const mean = parts.reduce((sum, part, k) => sum + shares[k]! * part.mean, 0);
  const square = parts.reduce((sum, part, k) => sum + shares[k]! * (part.sd ** 2 + (part.mean - mean) ** 2), 0);
  const cdf = (z: number) => parts.reduce((sum, part, k) => sum + shares[k]! * part.cdf(z), 0);
  return { logEvidence, shares, spread: { mean, sd: Math.sqrt(square), cdf } };
}

/** The questions of all models of a label k and a number z. */
function asked(of: string, given: Record<string, unknown>, parts: readonly Integral[]) {
  const { logEvidence, shares, spread } = mixture(parts);
  const probabilities = Object.fromEntries(shares.map((share, k) => [String(k + 1), share]));
  return [
    { kind: 'posterior', of, given, logEvidence, spread: [spread] },
    { kind: 'posterior', of: 'k', given, logEvidence, probabilities },
  ] as const;
}

/** The label chooses where z is and how x hangs on it. */
function slopes(random: Random): ClaimModel {
  const count = random.whole(2, 5);
  const w = random.shares(count, 0.05).map((share) => rounded(share, 3));
  w[0] = rounded(1 - w.slice(1).reduce((a, b) => a + b, 0), 6);
  const [mu, a] = [random.list(count, () => random.between(-3, 3)), random.list(count, () => random.between(-2, 2))];
  const [t, s] = [random.scale(0.2, 1.5), random.scale(0.1, 1)];
  const given = (x: number) =>
    w.map((share, k) =>
      posterior(normal(mu[k]!, t, 14), (z) => Math.log(share) + density.normal(x, Math.sin(a[k]! * z), s), [
        { at: 0, scale: Math.min(1, s) / 4 },
      ]),
    );
  const total = (x: number) => logSum(given(x).map(({ log }) => log));
  const at = random.list(3, () => random.between(-2, 2));
  const x = random.between(-1.2, 1.2);
  return {
    shape: 'a label that bends',
    text: `param mu = ${list(mu)}\nparam a = ${list(a)}\nlatent k ~ Categorical(${list(w)})\nlatent z | k ~ Normal(mu[k], ${t})
observed x | z, k ~ Normal(sin(a[k] * z), ${s})\n`,
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map(total) }, ...asked('z', { x }, given(x))],
  };
}

/** Two looks of different kinds: a number of one, a bit of the other. */
function twoKinds(random: Random): ClaimModel {
  const [p, s, b] = [random.between(0.2, 0.8, 2), random.scale(0.3, 2), random.between(0.5, 4, 2)];
  const mu = [random.between(-3, 0, 2), random.between(0, 3, 2)] as const;
  const x = random.between(-4, 4);
  const bit = random.unit() < 0.5;
  const parts = [1 - p, p].map((share, k) =>
    posterior(
      normal(mu[k]!, 1, 40),
      (z) => Math.log(share) + density.studentT(x, 3, z, s) + density.logSigmoid(bit ? b * z : -b * z),
      [
        { at: x, scale: s / 4 },
        { at: 0, scale: 0.25 / b },
      ],
    ),
  );
  const { logEvidence, shares, spread } = mixture(parts);
  return {
    shape: 'a number and a bit',
    text: `latent g ~ Bernoulli(${p})\nlatent z | g ~ Normal(case g { true: ${mu[1]}, false: ${mu[0]} }, 1)
observed x | z ~ StudentT(3, z, ${s})\nobserved y | z ~ Bernoulli(sigmoid(${b} * z))\n`,
    questions: [
      { kind: 'posterior', of: 'z', given: { x, y: bit }, logEvidence, spread: [spread] },
      {
        kind: 'posterior',
        of: 'g',
        given: { x, y: bit },
        logEvidence,
        probabilities: { true: shares[1]!, false: shares[0]! },
      },
    ],
  };
}

/** Linear and Gaussian given the label: a closed form for each. */
function gaussians(random: Random): ClaimModel {
  const count = random.whole(2, 12);
  const [mu, t] = [random.list(count, () => random.between(-6, 6)), random.list(count, () => random.scale(0.1, 3))];
  const [c, s] = [random.between(-2, 2), random.scale(0.1, 2)];
  const x = random.between(-6, 6);
  const parts = mu.map((m, k) =>
    posterior(normal(m, t[k]!, 14), (z) => density.normal(x, c + 2 * z, s) - Math.log(count), [
      { at: (x - c) / 2, scale: s / 8 },
    ]),
  );
  const at = random.list(3, () => random.between(-10, 10));
  const total = (each: number) =>
    logSum(mu.map((m, k) => density.normal(each, c + 2 * m, Math.hypot(2 * t[k]!, s)) - Math.log(count)));
  return {
    shape: 'Gaussian, given a label',
    text: `param mu = ${list(mu)}\nparam t: positive = ${list(t)}\nlatent k ~ DiscreteUniform(1, ${count})\nlatent z | k ~ Normal(mu[k], t[k])
observed x | z ~ Normal(${c} + 2 * z, ${s})\n`.replace('+ -', '- '),
    questions: [{ kind: 'density', of: 'x', at, logDensity: at.map(total) }, ...asked('z', { x }, parts)],
  };
}

/** Which of some families is it? */
function cases(random: Random): ClaimModel {
  const [s, m] = [random.scale(0.3, 2), random.between(0, 4)];
  const given = (x: number) => [
    posterior(normal(m, 1, 40), (z) => Math.log(0.5) + density.normal(x, z, s), [{ at: x, scale: s / 4 }]),
    posterior(normal(m, 1, 40), (z) => Math.log(0.3) + density.laplace(x, z, s), [{ at: x, scale: s / 8 }]),
    posterior(normal(m, 1, 40), (z) => Math.log(0.2) + density.cauchy(x, z, s), [{ at: x, scale: s / 4 }]),
  ];
  const x = random.between(-3, 8);
  const { logEvidence, shares, spread } = mixture(given(x));
  const at = [random.between(-2, 6), m + 20, m - 20];
  return {
    shape: 'noise of an unknown family',
    text: `latent k ~ Categorical(normal: 0.5, laplace: 0.3, cauchy: 0.2)\nlatent z ~ Normal(${m}, 1)
observed x | z, k ~ case k { normal: Normal(z, ${s}), laplace: Laplace(z, ${s}), cauchy: Cauchy(z, ${s}) }\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => logSum(given(each).map(({ log }) => log))) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence, spread: [spread] },
      {
        kind: 'posterior',
        of: 'k',
        given: { x },
        logEvidence,
        probabilities: { normal: shares[0]!, laplace: shares[1]!, cauchy: shares[2]! },
      },
    ],
  };
}

/** A count of things, each of which adds to what is weighed together with a hidden number. */
function counted(random: Random): ClaimModel {
  const [rate, u, s] = [random.scale(0.5, 8), random.between(0.5, 3, 2), random.scale(0.2, 1)];
  const x = random.between(0, 20);
  const n = 60;
  const parts = Array.from({ length: n }, (_, k) =>
    posterior(normal(0, 1, 40), (z) => density.poisson(k, rate) + density.logistic(x, u * k + z, s), [
      { at: x - u * k, scale: s / 4 },
    ]),
  );
  const { logEvidence, shares, spread } = mixture(parts);
  const best = shares.indexOf(Math.max(...shares));
  return {
    shape: 'a count and a number',
    text: `latent k ~ Poisson(${rate})\nlatent z ~ Normal(0, 1)\nobserved x | k, z ~ Logistic(${u} * k + z, ${s})\n`,
    questions: [
      { kind: 'posterior', of: 'z', given: { x }, logEvidence, spread: [spread] },
      { kind: 'posterior', of: 'k', given: { x }, logEvidence, probabilities: { [best]: shares[best]! } },
    ],
  };
}

/** A decision that hangs on a hidden number: discrete below continuous, and continuous below that. */
function decided(random: Random): ClaimModel {
  const [b, s] = [random.between(0.5, 4, 2), random.scale(0.3, 1.5)];
  const mu = [random.between(-3, 0, 2), random.between(0, 3, 2)] as const;
  const x = random.between(-4, 4);
  const parts = [false, true].map((yes) =>
    posterior(
      normal(0, 1, 14),
      (z) => density.logSigmoid(yes ? b * z : -b * z) + density.normal(x, yes ? mu[1] + z : mu[0] - z, s),
      [{ at: 0, scale: 0.25 / b }],
    ),
  );
  const { logEvidence, shares, spread } = mixture(parts);
  return {
    shape: 'a decision between',
    text: `latent z ~ Normal(0, 1)\nlatent d | z ~ Bernoulli(sigmoid(${b} * z))
observed x | z, d ~ Normal(case d { true: ${mu[1]} + z, false: ${mu[0]} - z }, ${s})\n`,
    questions: [
      { kind: 'posterior', of: 'z', given: { x }, logEvidence, spread: [spread] },
      { kind: 'posterior', of: 'd', given: { x }, logEvidence, probabilities: { true: shares[1]!, false: shares[0]! } },
    ],
  };
}

/** Labels and numbers together. */
export const mixed: Kind = {
  name: 'discrete and continuous',
  summary: 'a label, a bit or a count together with a hidden number, both to be told from what was seen',
  rounding: 1e-9,
  shapes: [slopes, twoKinds, gaussians, cases, counted, decided],
};
