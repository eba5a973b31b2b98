import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { type Integral, integrate, logSum } from '../reference/integral';
import { spreadOf } from '../reference/line';

/** An integral over a probability: panels that reach into both ends. */
function overUnit(log: (p: number) => number, at: number, width: number): Integral {
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

/** Coins that are seen only through a noisy reading, under one unknown bias. */
function coins(random: Random): ClaimModel {
  const n = random.whole(2, 20);
  const [a, b] = [random.between(0.7, 4, 2), random.between(0.7, 4, 2)];
  const [right, wrong] = [random.between(0.7, 0.95, 2), random.between(0.05, 0.3, 2)];
  const seen = random.list(n, () => (random.unit() < 0.6 ? 1 : 0));
  const heads = seen.filter((each) => each === 1).length;
  // Each reading by itself is Bernoulli of a mixture of the two probabilities.
  const log = (p: number) => {
    const q = p * right + (1 - p) * wrong;
    return density.beta(p, a, b) + heads * Math.log(q) + (n - heads) * Math.log1p(-q);
  };
  const known = overUnit(log, 0.5, 0.1);
  const first = overUnit(
    (p) =>
      log(p) +
      Math.log(p) +
      Math.log(seen[0] === 1 ? right : 1 - right) -
      Math.log(seen[0] === 1 ? p * right + (1 - p) * wrong : 1 - p * right - (1 - p) * wrong),
    0.5,
    0.1,
  );
  const given = { x: seen.map((each) => each === 1) };
  return {
    shape: `${n} hidden coins`,
    text: `latent p ~ Beta(${a}, ${b})\nlatent c[t] | p ~ Bernoulli(p) for t in 1..${n}
observed x[t] | c[t] ~ Bernoulli(case c[t] { true: ${right}, false: ${wrong} }) for t in 1..${n}\n`,
    questions: [
      { kind: 'posterior', of: 'p', given, logEvidence: known.log, spread: [spreadOf(known)] },
      {
        kind: 'posterior',
        of: 'c[1]',
        given,
        logEvidence: known.log,
        probabilities: { true: Math.exp(first.log - known.log) },
      },
    ],
  };
}

/** Words of a document whose share of two topics is unknown. */
function document(random: Random): ClaimModel {
  const [n, words] = [random.whole(5, 60), random.whole(3, 6)];
  const topics = [0, 1].map(() => {
    const shares = random.shares(words, 0.02).map((share) => rounded(share, 4));
    shares[0] = rounded(1 - shares.slice(1).reduce((x, y) => x + y, 0), 6);
    return shares;
  }) as [number[], number[]];
  const [a, b] = [random.between(0.5, 3, 2), random.between(0.5, 3, 2)];
  const share = random.unit();
  const seen = random.list(n, () => {
    const topic = topics[random.unit() < share ? 0 : 1];
    let left = random.unit();
    for (let w = 0; w < words; w++) {
      left -= topic[w]!;
      if (left < 0) return w + 1;
    }
    return words;
  });
  const counts = topics[0].map((_, w) => seen.filter((each) => each === w + 1).length);
  const known = overUnit(
    (p) =>
      counts.reduce(
        (sum, count, w) => (count === 0 ? sum : sum + count * Math.log(p * topics[0][w]! + (1 - p) * topics[1][w]!)),
        density.beta(p, a, b),
      ),
    0.5,
    0.1,
  );
  return {
    shape: `a document of ${n} words`,
    text: `param topic = [[${topics[0].join(', ')}], [${topics[1].join(', ')}]]\nlatent share ~ Dirichlet([${a}, ${b}])
latent k[t] | share ~ Categorical(share) for t in 1..${n}\nobserved w[t] | k[t] ~ Categorical(topic[k[t]]) for t in 1..${n}\n`,
    questions: [
      { kind: 'posterior', of: 'share', given: { w: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** When did a rate change, and from what to what? Everything is in closed form, given when. */
function changePoint(random: Random): ClaimModel {
  const n = random.whole(6, 30);
  const change = random.whole(2, n - 1);
  const [shape, rate] = [random.between(1, 4, 2), random.between(0.3, 2, 2)];
  const rates = [random.scale(1, 10), random.scale(1, 10)] as const;
  const poisson = (mean: number) => {
    let [k, p] = [0, random.unit()];
    for (let term = Math.exp(-mean); p > term && k < 200; k++) {
      p -= term;
      term *= mean / (k + 1);
    }
    return k;
  };
  const ys = Array.from({ length: n }, (_, i) => poisson(rates[i + 1 < change ? 0 : 1]));
  const part = (values: readonly number[]) => {
    const total = values.reduce((sum, y) => sum + y, 0);
    const factorials = values.reduce((sum, y) => sum + density.logGamma(y + 1), 0);
    return (
      shape * Math.log(rate) -
      density.logGamma(shape) +
      density.logGamma(shape + total) -
      (shape + total) * Math.log(rate + values.length) -
      factorials
    );
  };
  const logs = Array.from(
    { length: n - 1 },
    (_, i) => part(ys.slice(0, i + 1)) + part(ys.slice(i + 1)) - Math.log(n - 1),
  );
  const total = logSum(logs);
  return {
    shape: `a change point among ${n}`,
    text: `latent change ~ DiscreteUniform(2, ${n})\nlatent early ~ Gamma(${shape}, ${rate})\nlatent late ~ Gamma(${shape}, ${rate})
observed y[t] | change, early, late ~ Poisson(case min(1, max(0, t - change + 1)) { 1: late, else: early }) for t in 1..${n}\n`,
    questions: [
      {
        kind: 'posterior',
        of: 'change',
        given: { y: ys },
        logEvidence: total,
        probabilities: Object.fromEntries(logs.map((log, i) => [String(i + 2), Math.exp(log - total)])),
      },
    ],
  };
}

/** A hidden count of successes, weighed. */
function weighed(random: Random): ClaimModel {
  const [n, s, t] = [random.whole(3, 40), random.scale(0.2, 3), random.between(0.5, 2, 2)];
  const mean = random.between(-1, 1, 2);
  const x = random.between(0, n);
  const inner = (z: number) =>
    logSum(
      Array.from({ length: n + 1 }, (_, k) => {
        const [p, q] = [Math.exp(density.logSigmoid(z)), Math.exp(density.logSigmoid(-z))];
        return density.binomial(k, n, p, q) + density.normal(x, k, s);
      }),
    );
  const known = integrate({
    log: (z) => density.normal(z, mean, t) + inner(z),
    low: mean - 12 * t,
    high: mean + 12 * t,
    points: [{ at: 0, scale: 0.5 }],
  });
  return {
    shape: 'a hidden count of successes',
    text: `latent z ~ Normal(${mean}, ${t})\nlatent k | z ~ Binomial(${n}, sigmoid(z))\nobserved x | k ~ Normal(k, ${s})\n`,
    questions: [{ kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** A hidden count of events, of which some were seen. */
function hiddenCounts(random: Random): ClaimModel {
  const n = random.whole(2, 6);
  const [s, m] = [random.scale(0.3, 2), random.between(0, 2, 2)];
  const xs = random.list(n, () => random.between(0, 12));
  const log = (u: number) => {
    const rate = Math.exp(u);
    return xs.reduce(
      (sum, x) =>
        sum + logSum(Array.from({ length: 120 }, (_, k) => density.poisson(k, rate) + density.normal(x, k, s))),
      density.normal(u, m, 0.7),
    );
  };
  const known = integrate({ log, low: m - 7, high: Math.min(m + 7, 4.2), points: [{ at: m, scale: 0.5 }] });
  return {
    shape: `${n} hidden counts`,
    text: `latent u ~ Normal(${m}, 0.7)\nlatent k[t] | u ~ Poisson(exp(u)) for t in 1..${n}\nobserved x[t] | k[t] ~ Normal(k[t], ${s}) for t in 1..${n}\n`,
    questions: [{ kind: 'posterior', of: 'u', given: { x: xs }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** Outliers: each observation may be one, by an unknown share. */
function outliers(random: Random): ClaimModel {
  const n = random.whole(3, 25);
  const [a, b, s] = [1, random.between(2, 10, 2), random.scale(4, 20)];
  const xs = random.list(n, () => rounded((random.unit() < 0.2 ? s : 1) * random.normal(), 4));
  const known = overUnit(
    (p) =>
      xs.reduce(
        (sum, x) => sum + Math.log(p * Math.exp(density.normal(x, 0, s)) + (1 - p) * Math.exp(density.normal(x, 0, 1))),
        density.beta(p, a, b),
      ),
    0.2,
    0.05,
  );
  return {
    shape: `outliers among ${n}`,
    text: `latent p ~ Beta(${a}, ${b})\nlatent o[t] | p ~ Bernoulli(p) for t in 1..${n}
observed x[t] | o[t] ~ case o[t] { true: Normal(0, ${s}), false: Normal(0, 1) } for t in 1..${n}\n`,
    questions: [{ kind: 'posterior', of: 'p', given: { x: xs }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** Discrete variables that hang below a continuous one. */
export const below: Kind = {
  name: 'discrete under continuous',
  summary: 'hidden coins, topics, counts and switches whose probabilities are themselves unknown numbers',
  rounding: 1e-9,
  shapes: [coins, document, changePoint, weighed, hiddenCounts, outliers],
};
