import { expect, it } from 'vitest';
import { eliminate, type Factor } from '../../webview/engine/elimination';

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
