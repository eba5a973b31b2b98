import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { integrate, logSum, sum } from '../reference/integral';
import { normal, posterior, spreadOf } from '../reference/line';
import { list } from '../text';

const few = (random: Random) => random.pick([2, 3, 4, 8]);
const many = (random: Random) => random.pick([2, 4, 8, 16, 32, 64, 128]);

/** A direction, with few digits. */
const direction = (random: Random, d: number) => random.list(d, () => random.between(-1, 1));
const norm = (v: readonly number[]) => Math.sqrt(sum(v.map((each) => each * each)));

/** Two perpendicular rows of length 1 for each pair of coordinates, turned by an angle. */
function rotation(random: Random, d: number): number[][] {
  const rows = Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j): number => (i === j ? 1 : 0)));
  for (let k = 0; k < 2 * d; k++) {
    const [i, j] = [random.whole(0, d - 1), random.whole(0, d - 1)];
    if (i === j) continue;
    const t = random.unit() * 6;
    for (let c = 0; c < d; c++) {
      const [a, b] = [rows[i]![c]!, rows[j]![c]!];
      rows[i]![c] = Math.cos(t) * a - Math.sin(t) * b;
      rows[j]![c] = Math.sin(t) * a + Math.cos(t) * b;
    }
  }
  return rows;
}

/** A count whose rate hangs on one direction of many. */
function direction1(random: Random): ClaimModel {
  const [d, c] = [many(random), random.between(-1, 3, 2)];
  const w = direction(random, d).map((each) => rounded((each * 1.5) / Math.sqrt(d), 3));
  const length = norm(w);
  const prior = normal(0, length, 15);
  const given = (x: number) =>
    posterior(prior, (u) => density.poisson(x, Math.exp(c + u)), [
      { at: Math.log(x + 0.5) - c, scale: 0.5 / Math.sqrt(x + 1) },
    ]);
  const at = [0, random.whole(1, 5), random.whole(10, 60)];
  const x = random.whole(0, 20);
  const known = given(x);
  // Along w the posterior is that of u, across it the prior: E zᵢ = wᵢ E u / |w|², Var zᵢ = 1 − wᵢ²/|w|² + wᵢ² Var u / |w|⁴.
  const spread = w.map((each) => ({
    mean: (each * known.mean) / length ** 2,
    sd: Math.sqrt(1 - each ** 2 / length ** 2 + (each ** 2 * known.sd ** 2) / length ** 4),
  }));
  return {
    shape: `one direction of ${d}`,
    text: `param w = ${list(w)}\nlatent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Poisson(exp(${c} + dot(w, z)))\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread },
    ],
  };
}

/** Logistic regression with one answer. */
function probit(random: Random): ClaimModel {
  const d = many(random);
  const w = direction(random, d);
  const known = posterior(normal(0, norm(w), 15), density.logSigmoid);
  return {
    shape: `a logistic of ${d}`,
    text: `param w = ${list(w)}\nlatent z ~ Normal(0, 1)^${d}\nobserved y | z ~ Bernoulli(sigmoid(dot(w, z)))\n`,
    questions: [
      { kind: 'density', of: 'y', at: [true, false], logDensity: [Math.log(0.5), Math.log(0.5)] },
      {
        kind: 'posterior',
        of: 'z',
        given: { y: true },
        logEvidence: Math.log(0.5),
        spread: w.map((each) => ({ mean: (each * known.mean) / norm(w) ** 2 })),
      },
    ],
  };
}

/** The squared length of a vector: a Gamma. */
function radius(random: Random): ClaimModel {
  const [d, s] = [few(random), random.scale(0.1, 2)];
  const given = (x: number) =>
    integrate({
      // |z|² = r², r = e^u: density of a chi by u.
      log: (u) =>
        d * u -
        0.5 * Math.exp(2 * u) -
        (d / 2 - 1) * Math.LN2 -
        density.logGamma(d / 2) +
        density.normal(x, Math.exp(2 * u), s),
      low: -18,
      high: 3.5,
      points: [
        { at: 0.5 * Math.log(d), scale: 0.1 },
        { at: 0.5 * Math.log(Math.max(x, 0.1)), scale: Math.min(0.1, s / Math.max(x, 1) / 4) },
      ],
    });
  const at = [random.between(0.1, d), random.between(d, 2 * d), random.between(4 * d, 6 * d)];
  const x = random.between(0.5, 2 * d);
  const known = given(x);
  return {
    shape: `a shell in ${d} dimensions`,
    text: `latent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Normal(dot(z, z), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: known.log,
        // Every direction is as likely as any other.
        spread: Array.from({ length: d }, () => ({
          mean: 0,
          sd: Math.sqrt(known.expectation((u) => Math.exp(2 * u)) / d),
        })),
      },
    ],
  };
}

/** Independent parts, turned: nobody sees that they are. */
function turned(random: Random): ClaimModel {
  const [d, s, a] = [random.pick([2, 3, 4, 6]), random.scale(0.1, 0.8), random.between(0.8, 2.5, 2)];
  const rows = rotation(random, d);
  const prior = normal(0, 1, 12);
  const f = (u: number) => Math.tanh(a * u);
  const one = (x: number) => posterior(prior, (u) => density.normal(x, f(u), s), [{ at: 0, scale: 0.1 }]);
  const draw = () => random.list(d, () => rounded(f(random.normal()) + s * random.normal(), 4));
  const at = random.list(3, draw);
  const x = draw();
  const parts = x.map(one);
  // z = Rᵀ u, and the u are independent.
  const spread = Array.from({ length: d }, (_, j) => ({
    mean: sum(parts.map(({ mean }, i) => rows[i]![j]! * mean)),
    sd: Math.sqrt(sum(parts.map(({ sd }, i) => (rows[i]![j]! * sd) ** 2))),
  }));
  return {
    shape: `${d} parts, turned`,
    text: `param R = ${list(rows)}\nlatent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Normal(tanh(${a} * matmul(R, z)), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => sum(each.map((v) => one(v).log))) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: sum(parts.map(({ log }) => log)), spread },
    ],
  };
}

/** Independent parts in plain sight. */
function independent(random: Random): ClaimModel {
  const [d, s, df] = [random.pick([2, 4, 8, 16, 32]), random.scale(0.3, 2), random.pick([3, 5])];
  const prior = normal(0, 1, 40);
  const one = (x: number) => posterior(prior, (u) => density.studentT(x, df, u, s), [{ at: x, scale: s / 2 }]);
  const draw = () => random.list(d, () => random.between(-3, 3));
  const at = random.list(2, draw);
  const x = draw();
  const parts = x.map(one);
  return {
    shape: `${d} parts side by side`,
    text: `latent z ~ Normal(0, 1)^${d}\nobserved x | z ~ StudentT(${df}, z, ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => sum(each.map((v) => one(v).log))) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: sum(parts.map(({ log }) => log)),
        spread: parts.map(spreadOf),
      },
    ],
  };
}

/** A Gaussian sum in a bent observation, with a narrow answer. */
function precise(random: Random): ClaimModel {
  const [d, s] = [many(random), random.scale(1e-3, 0.1)];
  const scale = rounded(1 / Math.sqrt(d), 6);
  const length = scale * Math.sqrt(d);
  const given = (x: number) =>
    posterior(normal(0, length, 12), (u) => density.normal(x, Math.tanh(u), s), [
      { at: Math.atanh(Math.max(-0.999999, Math.min(0.999999, x))), scale: s / 8 },
    ]);
  const at = [0, random.between(-0.8, 0.8), random.between(0.9, 0.99)];
  const x = random.between(-0.8, 0.8);
  const known = given(x);
  return {
    shape: `a narrow look at a sum of ${d}`,
    text: `latent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Normal(tanh(${scale} * sum(z)), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: known.log,
        spread: Array.from({ length: d }, () => ({
          mean: (scale * known.mean) / length ** 2,
          sd: Math.sqrt(1 - scale ** 2 / length ** 2 + (scale ** 2 * known.sd ** 2) / length ** 4),
        })),
      },
    ],
  };
}

/** Linear and Gaussian: z of many dimensions, x of one. */
function linear(random: Random): ClaimModel {
  const [d, s] = [many(random), random.scale(0.05, 2)];
  const w = direction(random, d);
  const total = Math.hypot(norm(w), s);
  const x = rounded(total * random.normal(), 4);
  return {
    shape: `linear in ${d}`,
    text: `param w = ${list(w)}\nlatent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Normal(dot(w, z), ${s})\n`,
    questions: [
      { kind: 'density', of: 'x', at: [x, 0], logDensity: [density.normal(x, 0, total), density.normal(0, 0, total)] },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: density.normal(x, 0, total),
        spread: w.map((each) => ({ mean: (each * x) / total ** 2, sd: Math.sqrt(1 - (each / total) ** 2) })),
      },
    ],
  };
}

/** A group mean over many members: each seen through heavy tails. */
function hierarchy(random: Random): ClaimModel {
  const n = random.pick([2, 4, 8, 16]);
  const [tau, s] = [random.scale(0.3, 2), random.scale(0.3, 2)];
  const xs = random.list(n, () => random.between(-4, 4));
  // Each member sums out by itself, given the mean.
  const member = (x: number, m: number) =>
    posterior(normal(m, tau, 30), (u) => density.logistic(x, u, s), [{ at: x, scale: s / 2 }]).log;
  // An even rule over a Gaussian mean: 81 places from −8 to 8, twice as many to verify.
  const total = (count: number) => {
    const h = 16 / count;
    return logSum(
      Array.from({ length: count + 1 }, (_, i) => {
        const m = -8 + i * h;
        return density.normal(m, 0, 1) + Math.log(h) + sum(xs.map((x) => member(x, m)));
      }),
    );
  };
  const [coarse, fine] = [total(60), total(90)];
  if (Math.abs(coarse - fine) > 1e-10) throw new Error('The reference of a hierarchy does not settle.');
  return {
    shape: `a group of ${n}`,
    text: `latent m ~ Normal(0, 1)\nlatent u[t] | m ~ Normal(m, ${tau}) for t in 1..${n}\nobserved x[t] | u[t] ~ Logistic(u[t], ${s}) for t in 1..${n}\n`,
    questions: [{ kind: 'posterior', of: 'm', given: { x: xs }, logEvidence: fine }],
  };
}

/** Latent spaces of more than one dimension. */
export const dimensions: Kind = {
  name: 'latent spaces',
  summary: '2 to 128 dimensions: directions, shells, independent parts that were turned, groups',
  rounding: 1e-9,
  shapes: [direction1, probit, radius, turned, independent, precise, linear, hierarchy],
};
