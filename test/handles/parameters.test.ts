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
  ).toEqual(['weight (simplex) 1: 0.4 | 2: 0.6', 'sigma (positive) : 2', 'x mean: -1 | mean: 3']);
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
