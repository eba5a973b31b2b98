import { expect, test } from 'vitest';
import { writtenWith } from '../../webview/handles/writtenWith';
import { final } from '../engine/ask';
import { ask, model } from '../engine/models';

/** What the only literal that stands as `number` in a model sets. */
function written(text: string, number: string) {
  const { structure, numbers, numberSpans } = model(text);
  const { observed, prior } = final(ask(text, { points: 65, samples: 100 }));
  const slots = numberSpans.flatMap(({ start, end }, slot) => (text.slice(start, end) === number ? [slot] : []));
  expect(slots).toHaveLength(1);
  return writtenWith(slots, observed, prior, structure, numbers);
}

const bumps = 'param mu = [-2, 3]\nlatent z ~ Categorical([0.4, 0.6])\nobserved x | z ~ Normal(mu[z], 1)';

test('a parameter sets its component and the value of the prior that chooses it', () => {
  expect(written(bumps, '3')).toEqual({
    component: 1,
    state: 2,
  });
});

test('a weight sets its value of the prior, and its component', () => {
  expect(written('latent z ~ Categorical([0.4, 0.6])\nobserved x | z ~ Normal(z, 0.1)', '0.4')).toEqual({
    component: 0,
    state: 1,
  });
});

test('the probability of a Bernoulli variable is that of true', () => {
  const text = 'latent z ~ Bernoulli(0.4)\nobserved x | z ~ Normal(case z { true: 2, false: 5 }, 1)';
  expect(written(text, '0.4').state).toBe(1);
});

test('what all components share sets none', () => {
  expect(written('latent z ~ Bernoulli(0.4)\nobserved x | z ~ Normal(case z { true: 2, false: 5 }, 1)', '1')).toEqual({
    component: null,
    state: null,
  });
});
