import { describe, expect, test } from 'vitest';
import { literalOf, literalValue } from '../../webview/handles/literal';
import { argument, literalText, readingOf } from './readings';

const categories = 'latent z ~ Categorical(a: 0.2, b: 0.8)';

/** The text and the value of the literal behind the mean of x, or what computes it. */
function meanOf(text: string, states: Readonly<Record<string, number>> = { z: 2 }): string {
  const reading = readingOf(text, states);
  const origin = literalOf(argument(reading, 'x', 'mean'), [], reading);
  if (origin.kind === 'computed') return origin.by;
  const of = origin.param === null ? '' : ` of ${origin.param}`;
  return `${literalText(text, reading, origin.slot)}${of} = ${literalValue(origin, reading.numbers)}`;
}

describe('finds the literal', () => {
  test.each([
    ['in the statement', 'observed x ~ Normal(-1.5, 1)', '-1.5 = -1.5'],
    ['of a param', 'param m = 3\nobserved x ~ Normal(m, 1)', '3 of m = 3'],
    ['behind a sign', 'param m = 3\nobserved x ~ Normal(-m, 1)', '3 of m = -3'],
    ['behind a let', 'let m = 4\nobserved x ~ Normal(m, 1)', '4 = 4'],
    ['of a vector by category', `${categories}\nparam mu = [1, 5]\nobserved x | z ~ Normal(mu[z], 1)`, '5 of mu = 5'],
    ['of a table', `${categories}\nobserved x | z ~ Normal(case z { a: 1, b: 6 }, 1)`, '6 = 6'],
    ['of the rest of a table', `${categories}\nobserved x | z ~ Normal(case z { a: 1, else: 7 }, 1)`, '7 = 7'],
    ['by a fixed index', 'param mu = [8, 9]\nobserved x ~ Normal(mu[1], 1)', '8 of mu = 8'],
  ])('%s', (_, text, expected) => {
    expect(meanOf(text)).toBe(expected);
  });
});

describe('says what computes a value that has no literal', () => {
  test.each([
    ['latent w ~ Normal(0, 1)\nobserved x | w ~ Normal(w, 1)', 'the variable w'],
    ['latent w ~ Normal(0, 1)\nnetwork f(w) = w -> dense(1)\nobserved x | w ~ Normal(f(w), 1)', 'the network f'],
    ['param m = 3\nobserved x ~ Normal(2 * m, 1)', 'an expression'],
    ['param m = 3\nobserved x ~ Normal(exp(m), 1)', 'exp(…)'],
  ])('%s', (text, expected) => {
    expect(meanOf(text)).toBe(expected);
  });

  test('where the component does not decide the row', () => {
    const text = `${categories}\nparam mu = [1, 5]\nobserved x | z ~ Normal(mu[z], 1)`;
    expect(meanOf(text, {})).toBe('an index that the component does not decide');
  });
});

test('a scalar stands for every element of a vector', () => {
  const reading = readingOf('observed x ~ Normal([0, 0], 2)');
  const origin = literalOf(argument(reading, 'x', 'sd'), [1], reading);
  expect(origin).toEqual({ kind: 'literal', slot: 2, sign: 1, param: null });
});
