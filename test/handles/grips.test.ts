import { describe, expect, test } from 'vitest';
import { gripsOf } from '../../webview/handles/grips';
import { peakOf } from '../../webview/plots/curve/peak';
import { drawn, literalText, readingOf } from './readings';

function gripsIn(text: string) {
  const reading = readingOf(text);
  const curve = drawn(text);
  const { items } = curve.components;
  const peaks =
    items.length > 0 ? items.map(({ density }) => peakOf(curve.x, density).x) : [peakOf(curve.x, curve.density).x];
  const { grips, fixed } = gripsOf(curve, reading, peaks);
  return {
    fixed,
    grips: grips.map(
      ({ name, part, place, slot }) => `${name}: ${part} at ${place}, ${literalText(text, reading, slot)}`,
    ),
  };
}

const bumps = `param mu = [-2, 3]
param sigma: positive = [0.5, 1]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], sigma[z])`;

test('every component of a mixture has its centre and its width', () => {
  expect(gripsIn(bumps)).toEqual({
    fixed: [],
    grips: [
      'mean of z = 1: centre at -2, -2',
      'sd of z = 1: width at -1.5, 0.5',
      'mean of z = 2: centre at 3, 3',
      'sd of z = 2: width at 4, 1',
    ],
  });
});

test('components of several families have what each can show', () => {
  const text = `latent k ~ Categorical(flat: 0.5, wait: 0.5)
observed x | k ~ case k { flat: Uniform(-1, 2), wait: Exponential(0.5) }`;
  expect(gripsIn(text).grips).toEqual([
    'low of k = flat: low at -1, -1',
    'high of k = flat: high at 2, 2',
    'rate of k = wait: width at 2, 0.5',
  ]);
});

test('a density without components has its own', () => {
  expect(gripsIn('observed x ~ Laplace(1, 2)').grips).toEqual([
    'loc of x: centre at 1, 1',
    'scale of x: width at 3, 2',
  ]);
});

test('a component from a row of a table has the literal of that row', () => {
  const text = `latent k ~ Categorical(low: 0.5, high: 0.5)
observed x | k ~ Normal(case k { low: -2, high: 3 }, case k { low: 0.5, else: 1.5 })`;
  expect(gripsIn(text).grips).toEqual([
    'mean of k = low: centre at -2, -2',
    'sd of k = low: width at -1.5, 0.5',
    'mean of k = high: centre at 3, 3',
    'sd of k = high: width at 4.5, 1.5',
  ]);
});

test('an element of a vector has its own literals', () => {
  expect(gripsIn('observed x ~ Normal([1, 5, 7], 2)').grips).toEqual([
    'mean of x₁: centre at 1, 1',
    'sd of x₁: width at 3, 2',
  ]);
});

test('what no literal sets says why', () => {
  const text = `param m = 2
latent z ~ Bernoulli(0.5)
observed x | z ~ Normal(m * z, 1)`;
  const { grips, fixed } = gripsIn(text);
  expect(fixed.map(({ reason }) => reason)).toEqual([
    'The mean of z = false is an expression: no number in the text sets it alone.',
    'The mean of z = true is an expression: no number in the text sets it alone.',
  ]);
  // The width is one number for both.
  expect(grips.map((grip) => grip.split(':')[0])).toEqual(['sd of z = false', 'sd of z = true']);
});

test('what is left at its default says so', () => {
  expect(gripsIn('observed x ~ StudentT(4)').fixed.map(({ reason }) => reason)).toEqual([
    'The loc of x is left at its default: no number in the text sets it alone.',
    'The scale of x is left at its default: no number in the text sets it alone.',
  ]);
});

describe('an infinite mixture', () => {
  test('has none: its components are made by z', () => {
    expect(gripsIn('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(z), 0.3)')).toEqual({ grips: [], fixed: [] });
  });
});
