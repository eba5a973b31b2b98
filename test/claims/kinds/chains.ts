import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import { forwardBackward, kalman, smoothOnGrid } from '../reference/chain';
import * as density from '../reference/densities';
import { logSum } from '../reference/integral';
import { list } from '../text';

/** How many steps, and which of them is asked for, from 0: the last or any. */
function lengths(random: Random): { readonly steps: number; readonly step: number } {
  const steps = random.pick([5, 10, 20, 40, 80]);
  return { steps, step: random.unit() < 0.5 ? steps - 1 : random.whole(0, steps - 1) };
}

/** Draws of a hidden number at each step. */
function path(random: Random, steps: number, first: number, next: (z: number) => number): number[] {
  const zs = [first * random.normal()];
  while (zs.length < steps) zs.push(next(zs.at(-1)!));
  return zs;
}

function linear(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [a, q, r] = [random.between(0.5, 1, 2), random.scale(0.1, 1), random.scale(0.1, 2)];
  const xs = path(random, steps, 1, (z) => a * z + q * random.normal()).map((z) => rounded(z + r * random.normal(), 4));
  const { logEvidence, mean, sd } = kalman(xs, { a, q, r, first: 1 }, step);
  return {
    shape: `linear, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(${a} * z[t-1], ${q}) for t in 2..${steps}
observed x[t] | z[t] ~ Normal(z[t], ${r}) for t in 1..${steps}\n`,
    questions: [
      {
        kind: 'posterior',
        of: `z[${step + 1}]`,
        given: { x: xs },
        logEvidence,
        spread: [{ mean, sd, cdf: (z) => density.normalCdf((z - mean) / sd) }],
      },
    ],
  };
}

function sine(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [a, k, q, r] = [
    random.between(1, 2, 2),
    random.between(0.7, 1.5, 2),
    random.scale(0.25, 0.8),
    random.scale(0.3, 1),
  ];
  const f = (z: number) => a * Math.sin(k * z);
  const xs = path(random, steps, 1, (z) => f(z) + q * random.normal()).map((z) => rounded(z + r * random.normal(), 4));
  const { logEvidence, mean, sd } = smoothOnGrid(
    {
      start: (z) => density.normal(z, 0, 1),
      next: (z, before) => density.normal(z, f(before), q),
      seen: (t, z) => density.normal(xs[t]!, z, r),
      steps,
      low: -9,
      high: 9,
      spacing: 0.05,
    },
    step,
  );
  return {
    shape: `a sine, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(${a} * sin(${k} * z[t-1]), ${q}) for t in 2..${steps}
observed x[t] | z[t] ~ Normal(z[t], ${r}) for t in 1..${steps}\n`,
    questions: [{ kind: 'posterior', of: `z[${step + 1}]`, given: { x: xs }, logEvidence, spread: [{ mean, sd }] }],
  };
}

/** Stochastic volatility. */
function volatility(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [a, q] = [random.between(0.8, 0.97, 2), random.scale(0.2, 0.6)];
  const xs = path(random, steps, 1, (z) => a * z + q * random.normal()).map((z) =>
    rounded(Math.exp(z / 2) * random.normal(), 4),
  );
  const { logEvidence, mean, sd } = smoothOnGrid(
    {
      start: (z) => density.normal(z, 0, 1),
      next: (z, before) => density.normal(z, a * before, q),
      seen: (t, z) => density.normal(xs[t]!, 0, Math.exp(z / 2)),
      steps,
      low: -14,
      high: 14,
      spacing: 0.06,
    },
    step,
  );
  return {
    shape: `volatility, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(${a} * z[t-1], ${q}) for t in 2..${steps}
observed x[t] | z[t] ~ Normal(0, exp(z[t] / 2)) for t in 1..${steps}\n`,
    questions: [{ kind: 'posterior', of: `z[${step + 1}]`, given: { x: xs }, logEvidence, spread: [{ mean, sd }] }],
  };
}

/** Counts whose rate drifts. */
function counts(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [q, c] = [random.scale(0.15, 0.5), random.between(0, 2, 2)];
  const zs = path(random, steps, 1, (z) => 0.9 * z + q * random.normal());
  const ys = zs.map((z) => Math.max(0, Math.round(Math.exp(c + z) + Math.sqrt(Math.exp(c + z)) * random.normal())));
  const { logEvidence, mean, sd } = smoothOnGrid(
    {
      start: (z) => density.normal(z, 0, 1),
      next: (z, before) => density.normal(z, 0.9 * before, q),
      seen: (t, z) => density.poisson(ys[t]!, Math.exp(c + z)),
      steps,
      low: -10,
      high: 8,
      spacing: 0.04,
    },
    step,
  );
  return {
    shape: `counts, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(0.9 * z[t-1], ${q}) for t in 2..${steps}
observed y[t] | z[t] ~ Poisson(exp(${c} + z[t])) for t in 1..${steps}\n`,
    questions: [{ kind: 'posterior', of: `z[${step + 1}]`, given: { y: ys }, logEvidence, spread: [{ mean, sd }] }],
  };
}

/** Linear, but with outliers in what is seen. */
function outliers(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [a, q, r, df] = [
    random.between(0.6, 1, 2),
    random.scale(0.2, 0.8),
    random.scale(0.2, 0.8),
    random.pick([3, 4, 6]),
  ];
  const xs = path(random, steps, 1, (z) => a * z + q * random.normal()).map((z) =>
    rounded(z + r * random.normal() * (random.unit() < 0.1 ? 6 : 1), 4),
  );
  const reach = 8 + 4 * q * Math.sqrt(steps);
  const { logEvidence, mean, sd } = smoothOnGrid(
    {
      start: (z) => density.normal(z, 0, 1),
      next: (z, before) => density.normal(z, a * before, q),
      seen: (t, z) => density.studentT(xs[t]!, df, z, r),
      steps,
      low: -reach,
      high: reach,
      spacing: 0.04,
    },
    step,
  );
  return {
    shape: `outliers, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(${a} * z[t-1], ${q}) for t in 2..${steps}
observed x[t] | z[t] ~ StudentT(${df}, z[t], ${r}) for t in 1..${steps}\n`,
    questions: [{ kind: 'posterior', of: `z[${step + 1}]`, given: { x: xs }, logEvidence, spread: [{ mean, sd }] }],
  };
}

/** Hidden states with Normal observations. */
function states(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const count = random.whole(2, 5);
  const rows = random.list(count + 1, () => {
    const row = random.shares(count, 0.05).map((share) => rounded(share, 4));
    row[0] = rounded(1 - row.slice(1).reduce((x, y) => x + y, 0), 6);
    return row;
  });
  const [start, ...next] = rows as [number[], ...number[][]];
  const mu = random.list(count, () => random.between(-3, 3));
  const s = random.scale(0.3, 1.5);
  const xs = random.list(steps, () => rounded(random.pick(mu) + s * random.normal(), 4));
  const { logEvidence, probabilities } = forwardBackward(
    start,
    next,
    xs.map((x) => mu.map((m) => density.normal(x, m, s))),
    step,
  );
  return {
    shape: `${count} states, ${steps} steps`,
    text: `param A = ${list(next)}\nparam mu = ${list(mu)}\nlatent z[1] ~ Categorical(${list(start)})
latent z[t] | z[t-1] ~ Categorical(A[z[t-1]]) for t in 2..${steps}\nobserved x[t] | z[t] ~ Normal(mu[z[t]], ${s}) for t in 1..${steps}\n`,
    questions: [
      {
        kind: 'posterior',
        of: `z[${step + 1}]`,
        given: { x: xs },
        logEvidence,
        probabilities: Object.fromEntries(probabilities.map((p, k) => [String(k + 1), p])),
      },
    ],
  };
}

/** A number that follows one of two rules, switched at random each step: summed over both, it is a chain of numbers again. */
function switching(random: Random): ClaimModel {
  const { steps, step } = lengths(random);
  const [p, a, q, Q, r] = [
    random.between(0.1, 0.5, 2),
    random.between(0.7, 0.95, 2),
    random.scale(0.2, 0.5),
    random.scale(0.8, 2),
    random.scale(0.3, 1),
  ];
  const xs = path(random, steps, 1, (z) => a * z + (random.unit() < p ? Q : q) * random.normal()).map((z) =>
    rounded(z + r * random.normal(), 4),
  );
  const { logEvidence, mean, sd } = smoothOnGrid(
    {
      start: (z) => density.normal(z, 0, 1),
      next: (z, before) =>
        logSum([Math.log(p) + density.normal(z, a * before, Q), Math.log1p(-p) + density.normal(z, a * before, q)]),
      seen: (t, z) => density.normal(xs[t]!, z, r),
      steps,
      low: -22,
      high: 22,
      spacing: 0.07,
    },
    step,
  );
  return {
    shape: `a switch, ${steps} steps`,
    text: `latent z[1] ~ Normal(0, 1)\nlatent s[t] ~ Bernoulli(${p}) for t in 2..${steps}
latent z[t] | z[t-1], s[t] ~ Normal(${a} * z[t-1], case s[t] { true: ${Q}, false: ${q} }) for t in 2..${steps}
observed x[t] | z[t] ~ Normal(z[t], ${r}) for t in 1..${steps}\n`,
    questions: [{ kind: 'posterior', of: `z[${step + 1}]`, given: { x: xs }, logEvidence, spread: [{ mean, sd }] }],
  };
}

/** An autoregression with nothing hidden. */
function observed(random: Random): ClaimModel {
  const { steps } = lengths(random);
  const [a, s] = [random.between(0.3, 1, 2), random.scale(0.1, 2)];
  const xs = path(random, steps, 1, (z) => a * Math.sin(z) + s * random.normal()).map((x) => rounded(x, 4));
  const log = xs.reduce(
    (sum, x, t) => sum + (t === 0 ? density.normal(x, 0, 1) : density.studentT(x, 5, a * Math.sin(xs[t - 1]!), s)),
    0,
  );
  return {
    shape: `nothing hidden, ${steps} steps`,
    text: `observed x[1] ~ Normal(0, 1)\nobserved x[t] | x[t-1] ~ StudentT(5, ${a} * sin(x[t-1]), ${s}) for t in 2..${steps}\n`,
    questions: [{ kind: 'density', of: 'x', at: [xs], logDensity: [log] }],
  };
}

/** Chains. */
export const chains: Kind = {
  name: 'chains',
  summary: '5 to 80 steps of hidden numbers or states: linear, bent, with outliers, counts and switches',
  rounding: 1e-9,
  shapes: [linear, sine, volatility, counts, outliers, states, switching, observed],
};
