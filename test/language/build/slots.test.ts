import { expect, it } from 'vitest';
import { assignSlots } from '../../../src/language/build/slots';
import { inspect } from '../inspect';

function slots(text: string) {
  const { tree, inference } = inspect(text);
  const { numbers, spans } = assignSlots(tree, inference);
  expect(spans.map(({ start, end }) => Number(text.slice(start, end)))).toEqual(numbers);
  return numbers;
}

it.each([
  ['param a: interval(0, 9) = -5', [0, 9, -5]],
  ['observed x ~ Normal(sd: 2, mean: 1)^3', [2, 1]],
  ['param m = [1, 2]\nlet a = m[2] * 3', [1, 2, 3]],
  ['network f(z) = 2 * z -> dense(16, tanh)', [2]],
  ['latent z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..20', [0.9, 0.4]],
  ['let a = case k { 1: 5, 2: 6, else: -7 }', [5, 6, -7]],
  ['let a = 2^3 - -4', [2, 3, -4]],
  ['let a = -2^2', [2, 2]],
  ['observed x ~ Normal(0, 1)\ndata x = [8]\nview x in [3, 4]\nfit em(steps = 5)', [0, 1]],
])('%s', (text, numbers) => {
  expect(slots(text)).toEqual(numbers);
});
