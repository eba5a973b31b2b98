import { describe, expect, it } from 'vitest';
import { eliminate, type Factor, marginals } from '../../../../src/engine/factors/elimination/elimination';

const factor = (keys: string[], sizes: number[], values: number[]): Factor => ({
  keys,
  sizes,
  values: Float64Array.from(values),
  logScale: 0,
});
/** The sums as they are, scale and all. */
function table(...args: Parameters<typeof eliminate>) {
  const result = eliminate(...args);
  if (result.kind === 'too-large') throw new Error('too large');
  const { keys, values, logScale } = result.factor;
  return { keys, values: values.map((value) => value * Math.exp(logScale)) };
}

const sizes = new Map([
  ['a', 2],
  ['b', 2],
  ['c', 3],
]);
const chain = [
  factor(['a'], [2], [0.3, 0.7]),
  factor(['a', 'b'], [2, 2], [0.9, 0.1, 0.4, 0.6]),
  factor(['b', 'c'], [2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]),
];

it('sums a chain to the distribution of its last variable', () => {
  const result = table(chain, ['c'], sizes);
  // p(b) = 0.27 + 0.28, 0.03 + 0.42.
  const expected = [0.55 * 0.2 + 0.45 * 0.6, 0.3, 0.55 * 0.5 + 0.45 * 0.1];
  expected.forEach((p, i) => {
    expect(result.values[i]).toBeCloseTo(p, 14);
  });
});

it('keeps variables in the order in which they are asked for', () => {
  const result = table(chain, ['b', 'a'], sizes);
  expect(result.keys).toEqual(['b', 'a']);
  [0.27, 0.28, 0.03, 0.42].forEach((p, i) => {
    expect(result.values[i]).toBeCloseTo(p, 14);
  });
});

it('of nothing kept is the sum of all', () => {
  expect(table(chain, [], sizes).values[0]).toBeCloseTo(1, 14);
});

it('takes a chain of two hundred variables, whose joint states no table could hold', () => {
  const long = new Map(Array.from({ length: 200 }, (_, t) => [`z${t}`, 3]));
  const steps = Array.from({ length: 199 }, (_, t) =>
    factor([`z${t}`, `z${t + 1}`], [3, 3], [0.7, 0.2, 0.1, 0.3, 0.5, 0.2, 0.2, 0.3, 0.5]),
  );
  const result = table([factor(['z0'], [3], [1, 0, 0]), ...steps], ['z199'], long);
  // The stationary distribution: its product with the matrix is itself.
  const [a, b, c] = Array.from(result.values) as [number, number, number];
  expect(a + b + c).toBeCloseTo(1, 12);
  expect(0.7 * a + 0.3 * b + 0.2 * c).toBeCloseTo(a, 12);
});

it('refuses tables that are too large', () => {
  const many = new Map(Array.from({ length: 30 }, (_, i) => [`x${i}`, 2]));
  const factors = [...many.keys()].map((key) => factor([key], [2], [0.5, 0.5]));
  expect(eliminate(factors, [...many.keys()], many)).toEqual({
    kind: 'too-large',
    variables: [...many.keys()],
    states: 2 ** 30,
    limit: 2 ** 22,
  });
});

describe('a chain of four thousand steps with evidence at each', () => {
  const [steps, states] = [4000, 5];
  // Fixed and far from uniform; rows sum to 1.
  const transition = Float64Array.from({ length: states * states }, (_, i) => 1 + ((i * 7919) % 13));
  for (let r = 0; r < states; r++) {
    const row = transition.subarray(r * states, (r + 1) * states);
    const total = row.reduce((a, b) => a + b, 0);
    row.forEach((value, c) => {
      row[c] = value / total;
    });
  }
  const seen = Array.from({ length: steps }, (_, t) =>
    Float64Array.from({ length: states }, (_unused, k) => 0.001 * (1 + ((t * 31 + k * 17) % 97))),
  );
  const keys = seen.map((_, t) => `z${t}`);
  const many = new Map(keys.map((key) => [key, states]));
  const factors = keys.flatMap((key, t) => [
    t === 0
      ? factor([key], [states], [0.2, 0.2, 0.2, 0.2, 0.2])
      : { keys: [keys[t - 1]!, key], sizes: [states, states], values: transition, logScale: 0 },
    { keys: [key], sizes: [states], values: seen[t]!, logScale: 0 },
  ]);
  /** The recursion with every step scaled to a sum of 1. */
  const forward = () => {
    let log = 0;
    let alpha = new Float64Array(states).fill(0.2);
    const filtered = seen.map((likelihood, t) => {
      const before = alpha;
      const predicted =
        t === 0 ? before : before.map((_, c) => before.reduce((sum, p, r) => sum + p * transition[r * states + c]!, 0));
      alpha = predicted.map((p, k) => p * likelihood[k]!);
      const total = alpha.reduce((a, b) => a + b, 0);
      alpha = alpha.map((p) => p / total);
      log += Math.log(total);
      return alpha;
    });
    return { log, filtered };
  };

  it('has the log evidence of the scaled forward recursion', () => {
    const result = eliminate(factors, [], many);
    if (result.kind === 'too-large') throw new Error('too large');
    const { log } = forward();
    expect(log).toBeLessThan(-10_000);
    expect(Math.abs(result.factor.logScale - log)).toBeLessThan(1e-11 * Math.abs(log));
  });

  it('has the posteriors of forward and backward recursion', () => {
    const result = marginals(factors, keys);
    if (result.kind === 'too-large') throw new Error('too large');
    const { log, filtered } = forward();
    expect(Math.abs(result.logTotal - log)).toBeLessThan(1e-11 * Math.abs(log));
    let beta = new Float64Array(states).fill(1);
    for (let t = steps - 1; t >= 0; t--) {
      const joint = filtered[t]!.map((p, k) => p * beta[k]!);
      const total = joint.reduce((a, b) => a + b, 0);
      joint.forEach((p, k) => {
        expect(Math.abs(result.of[t]![k]! - p / total)).toBeLessThan(1e-12);
      });
      const next = beta.map((p, k) => p * seen[t]![k]!);
      beta = next.map((_, r) => next.reduce((sum, p, c) => sum + transition[r * states + c]! * p, 0));
      const scale = beta.reduce((a, b) => a + b, 0);
      beta = beta.map((p) => p / scale);
    }
  });
});

describe('a grid of eight by eight', () => {
  // Neighbours prefer to be equal: an Ising model, whose partition function the transfer matrix knows.
  const side = 8;
  const weight = (a: number, b: number) => (a === b ? 1.5 : 0.7);
  const pair = [weight(0, 0), weight(0, 1), weight(1, 0), weight(1, 1)];
  const key = (r: number, c: number) => `x${r},${c}`;
  const keys = Array.from({ length: side * side }, (_, i) => key(Math.floor(i / side), i % side));
  const factors = keys.flatMap((_, i) => {
    const [r, c] = [Math.floor(i / side), i % side];
    return [
      ...(c + 1 < side ? [factor([key(r, c), key(r, c + 1)], [2, 2], pair)] : []),
      ...(r + 1 < side ? [factor([key(r, c), key(r + 1, c)], [2, 2], pair)] : []),
    ];
  });
  const all = new Map(keys.map((each) => [each, 2]));

  it('sums to what the transfer matrix gives', () => {
    const rows = 2 ** side;
    const bit = (row: number, c: number) => (row >> c) & 1;
    const within = Float64Array.from({ length: rows }, (_, row) => {
      let product = 1;
      for (let c = 0; c + 1 < side; c++) product *= weight(bit(row, c), bit(row, c + 1));
      return product;
    });
    let vector = within;
    for (let r = 1; r < side; r++) {
      const before = vector;
      vector = within.map((own, row) => {
        let sum = 0;
        for (let other = 0; other < rows; other++) {
          let product = before[other]!;
          for (let c = 0; c < side; c++) product *= weight(bit(row, c), bit(other, c));
          sum += product;
        }
        return own * sum;
      });
    }
    const expected = Math.log(vector.reduce((a, b) => a + b, 0));
    const result = eliminate(factors, [], all);
    if (result.kind === 'too-large') throw new Error('too large');
    expect(result.factor.logScale).toBeCloseTo(expected, 10);
    // By symmetry each variable is even.
    const each = marginals(factors, [key(0, 0), key(3, 4)]);
    if (each.kind === 'too-large') throw new Error('too large');
    for (const values of each.of) expect(values[0]).toBeCloseTo(0.5, 12);
  });
});

describe('factors that leave nothing', () => {
  const no = [...chain, factor(['c'], [3], [0, 0, 0])];

  it('sum to 0 without a number that is undefined', () => {
    const result = eliminate(no, ['a'], sizes);
    expect(result).toMatchObject({ factor: { values: Float64Array.of(0, 0), logScale: Number.NEGATIVE_INFINITY } });
    expect(marginals(no, ['a'])).toMatchObject({ of: [], logTotal: Number.NEGATIVE_INFINITY });
  });

  it('of which a constant is 0 sum to 0 too', () => {
    const constant = [...chain, factor([], [], [0])];
    expect(marginals(constant, ['a'])).toMatchObject({ of: [], logTotal: Number.NEGATIVE_INFINITY });
  });
});

it('variables of one state stay in the result', () => {
  const result = eliminate(
    [...chain, factor(['one', 'a'], [1, 2], [0.5, 1])],
    ['one', 'a'],
    new Map([...sizes, ['one', 1]]),
  );
  if (result.kind === 'too-large') throw new Error('too large');
  expect(result.factor.sizes).toEqual([1, 2]);
  expect(result.factor.values[0]! / result.factor.values[1]!).toBeCloseTo(0.15 / 0.7, 14);
});
