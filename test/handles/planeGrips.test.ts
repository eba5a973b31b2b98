import { describe, expect, test } from 'vitest';
import type { Plane } from '../../src/engine/api/preview';
import { planeGripsOf } from '../../webview/handles/planeGrips';
import { final } from '../engine/ask';
import { ask } from '../engine/models';
import { literalText, readingOf } from './readings';

function gripsIn(text: string) {
  const reading = readingOf(text);
  const { observed } = final(ask(text, { points: 16, samples: 100 }));
  if (observed.kind !== 'plane') throw new Error(`Not a plane but ${observed.kind}.`);
  const plane: Plane = observed;
  const made = planeGripsOf(plane, reading, ['x₁', 'x₂']);
  const words = made.grips.map(
    ({ name, place, moves, slots }) =>
      `${name}: ${moves} at ${place.x}, ${place.y}: ${slots.map((slot) => literalText(text, reading, slot)).join(' ')}`,
  );
  return { ...made, reading, words };
}

const step = { x: 0.012, y: 0.012 };

describe('independent coordinates', () => {
  const text = `param mu = [[-2, 1], [3, 0]]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], case z { 1: [0.5, 2], 2: [1, 1.5] })`;

  test('have a centre that moves both ways and a width along each axis', () => {
    expect(gripsIn(text).words).toEqual([
      'mean of z = 1: both at -2, 1: -2 1',
      'sd of x₁ for z = 1: x at -1.5, 1: 0.5',
      'sd of x₂ for z = 1: y at -2, 3: 2',
      'mean of z = 2: both at 3, 0: 3 0',
      'sd of x₁ for z = 2: x at 4, 0: 1',
      'sd of x₂ for z = 2: y at 3, 1.5: 1.5',
    ]);
  });

  test('dragged, they write the literals of their own row, rounded', () => {
    const { grips, reading } = gripsIn(text);
    const written = (i: number, x: number, y: number) =>
      grips[i]!.changes({ x, y }, step).map(({ slot, value }) => `${literalText(text, reading, slot)} → ${value}`);
    expect(written(0, -2.5049, 0.2512)).toEqual(['-2 → -2.5', '1 → 0.25']);
    expect(written(3, 2.004, 9)).toEqual(['3 → 2', '0 → 9']);
    expect(written(2, 40, 1.5)).toEqual(['2 → 0.5']);
    // A width is never 0.
    expect(written(1, -2, 0)).toEqual(['0.5 → 0.01']);
  });
});

test('a row of distributions has the literals of that row', () => {
  const text = `latent k ~ Bernoulli(0.5)
observed x | k ~ case k { true: Normal([1, 2], 3), false: Laplace([4, 5], [6, 7]) }`;
  expect(gripsIn(text).words).toEqual([
    'loc of k = false: both at 4, 5: 4 5',
    'scale of x₁ for k = false: x at 10, 5: 6',
    'scale of x₂ for k = false: y at 4, 12: 7',
    'mean of k = true: both at 1, 2: 1 2',
    'sd of x₁ for k = true: x at 4, 2: 3',
    'sd of x₂ for k = true: y at 1, 5: 3',
  ]);
});

test('ends of a range move along their own axis', () => {
  expect(gripsIn('observed x ~ Uniform([0, 1], [2, 5])').words).toEqual([
    'low of x₁: x at 0, 3: 0',
    'low of x₂: y at 1, 1: 1',
    'high of x₁: x at 2, 3: 2',
    'high of x₂: y at 1, 5: 5',
  ]);
});

test('one number for both coordinates follows the way that is dragged farther', () => {
  const { grips, words } = gripsIn('param m = 1\nobserved x ~ Normal(m, 2)^2');
  expect(words[0]).toBe('mean of x: both at 1, 1: 1');
  expect(grips[0]!.changes({ x: 1.1, y: 4 }, step)).toEqual([{ slot: grips[0]!.slots[0], value: 4 }]);
  expect(grips[0]!.changes({ x: -3, y: 2 }, step)).toEqual([{ slot: grips[0]!.slots[0], value: -3 }]);
});

test('a centre whose coordinates rise stays in that order, wherever it is dragged', () => {
  const { grips } = gripsIn('param mu: ordered = [1, 2]\nobserved x ~ Normal(mu, [1, 1])');
  const [low, high] = grips[0]!.changes({ x: 5, y: -3 }, step).map(({ value }) => value);
  expect(low).toBeLessThan(2);
  expect(high).toBeGreaterThan(low!);
});

test('a centre of which only one coordinate is a literal moves that way only', () => {
  const { words, grips } = gripsIn('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal([2 * k, 5], [1, 1])');
  expect(words[0]).toBe('mean of k = false: y at 0, 5: 5');
  expect(grips[0]!.changes({ x: 3, y: 6 }, step)).toEqual([{ slot: grips[0]!.slots[0], value: 6 }]);
});

describe('what no literal sets says why', () => {
  test('an expression', () => {
    const { fixed } = gripsIn('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal([2 * k, -k], [1, 1])');
    expect(fixed.map(({ reason }) => reason)).toEqual([
      'The mean of k = false is an expression: no number in the text sets it alone.',
      'The mean of k = true is an expression: no number in the text sets it alone.',
    ]);
  });

  test('an ellipse of several distributions', () => {
    const { fixed, grips } = gripsIn('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, 2 * z], [1, 1])');
    expect(grips).toEqual([]);
    expect(fixed.map(({ reason }) => reason)).toEqual([
      'The ellipse of x is made of more than one distribution: no number in the text sets it alone.',
    ]);
  });
});

test('there are none where there are no ellipses', () => {
  expect(gripsIn('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([sin(z), z], 0.2)').words).toEqual([]);
});
