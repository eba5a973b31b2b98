import { expect, test } from 'vitest';
import { parametersOf } from '../../webview/handles/parameters';
import { literalText, readingOf } from './readings';

function listed(text: string): string[] {
  const reading = readingOf(text);
  return parametersOf(reading.structure, reading.numbers).map(({ name, domain, parameters }) => {
    const entries = parameters.map(({ slot, label }) => `${label}: ${literalText(text, reading, slot)}`);
    return `${name}${domain === null ? '' : ` (${domain})`} ${entries.join(' | ')}`;
  });
}

test('params are listed by place, variables by the names of their parameters', () => {
  expect(
    listed(`param weight: simplex = [0.4, 0.6]
param sigma: positive = 2
latent z ~ Categorical(weight)
observed x | z ~ Normal(case z { 1: -1, 2: 3 }, sigma)`),
  ).toEqual(['weight (simplex) 1: 0.4 | 2: 0.6', 'sigma (positive) : 2', 'x 1 → mean: -1 | 2 → mean: 3']);
});

test('matrices have two places, lets and numbers inside of expressions are there too', () => {
  expect(
    listed(`param w = [[1, 2], [3, 4]]
let m = 5 * w[1][2]
observed x ~ Normal(m + 6, 0.7)`),
  ).toEqual(['w (real) 1, 1: 1 | 1, 2: 2 | 2, 1: 3 | 2, 2: 4', 'm : 5', 'x mean: 6 | sd: 0.7']);
});

test('numbers that shape the model are not among them', () => {
  expect(
    listed(
      'network f(z) = z -> dense(16, tanh) -> dense(1)\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(f(z), 1)',
    ),
  ).toEqual(['z mean: 0 | sd: 1', 'x sd: 1']);
});

test('each stays in its domain', () => {
  const reading = readingOf('param p: unit = 0.5\nobserved x ~ Normal(p, 2)');
  const [p, x] = parametersOf(reading.structure, reading.numbers);
  expect(p?.parameters[0]?.limits).toEqual({ low: 0, high: 1 });
  expect(x?.parameters[0]?.limits.low).toBeGreaterThan(0);
});

test('probabilities and rows of tables are named by their values', () => {
  expect(
    listed(`latent sky[1] ~ Categorical(sunny: 0.1, rainy: 0.9)
latent sky[t] | sky[t-1] ~ case sky[t-1] {
  sunny: Categorical(sunny: 0.8, rainy: 0.2),
  rainy: Categorical(sunny: 0.3, rainy: 0.7),
} for t in 2..5
latent wet ~ Bernoulli(0.4)
observed x | wet, sky[5] ~ Normal(case wet { true: 1, false: 2 }, 0.5)`),
  ).toEqual([
    'sky sunny: 0.1 | rainy: 0.9 | sunny → sunny: 0.8 | sunny → rainy: 0.2 | rainy → sunny: 0.3 | rainy → rainy: 0.7',
    'wet p: 0.4',
    'x true → mean: 1 | false → mean: 2 | sd: 0.5',
  ]);
});

test('numbers that hold one another in check are bound, each vector by itself and a covariance as a whole', () => {
  const reading = readingOf(`param w: simplex = [0.2, 0.3, 0.5]
param t: simplex = [[0.1, 0.9], [0.4, 0.6]]
param c: ordered = [1, 2, 3]
param s: covariance = [[1, 0.5], [0.5, 2]]
param m = [1, 2]
observed x ~ Normal(m[1] + c[1] + w[1] + t[1][1] + s[1][1], 1)`);
  const bonds = parametersOf(reading.structure, reading.numbers).map(({ name, parameters }) => [
    name,
    ...parameters.map(({ bond }) => (bond === null ? 0 : `${bond.kind} ${bond.slots.length}`)),
  ]);
  expect(bonds).toEqual([
    ['w', 'simplex 3', 'simplex 3', 'simplex 3'],
    ['t', 'simplex 2', 'simplex 2', 'simplex 2', 'simplex 2'],
    ['c', 'ordered 3', 'ordered 3', 'ordered 3'],
    ['s', 'covariance 4', 'covariance 4', 'covariance 4', 'covariance 4'],
    ['m', 0, 0],
    ['x', 0],
  ]);
});

test('the numbers of an entry that is computed have its place, and no bond', () => {
  expect(
    listed(`param w: simplex = [1/3, 2/3]
latent z ~ Categorical(a: 1/4, b: 3/4)
observed x | z ~ Normal(w[z], 1)`),
  ).toEqual([
    'w (simplex) 1 · 1: 1 | 1 · 2: 3 | 2 · 1: 2 | 2 · 2: 3',
    'z a · 1: 1 | a · 2: 4 | b · 1: 3 | b · 2: 4',
    'x sd: 1',
  ]);
  const reading = readingOf('param w: simplex = [1/3, 2/3]\nobserved z ~ Categorical(w)');
  const [w] = parametersOf(reading.structure, reading.numbers);
  expect(w?.parameters.map(({ bond, limits }) => [bond, limits.high])).toEqual(Array(4).fill([null, Infinity]));
});
