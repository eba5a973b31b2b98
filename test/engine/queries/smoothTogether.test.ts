import { expect, it } from 'vitest';
import { posterior } from '../../../src/engine/queries/posterior';
import { smoothTogether } from '../../../src/engine/queries/smoothTogether';
import { continuous, finalAnswer, inquire, posteriorOf, result, seen } from './inquire';

const text = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(2 * sin(z[t-1]), 0.5) for t in 2..8
observed x[t] | z[t] ~ Normal(z[t], 0.4) for t in 1..8
latent v ~ Normal(0, 1)^2
observed y | v ~ Normal(dot(v, v), 1)`;

it('smooths all elements at once, those that were not reached by evidence too', () => {
  const inquiry = inquire(text);
  const elements = Array.from({ length: 8 }, (_, t) => inquiry.graph.element('z', t + 1));
  const evidence = { 'x[1]': 0.4, 'x[4]': -1 };
  expect(result(smoothTogether(inquiry, elements, seen(evidence)))).toBe(true);
  for (const element of elements) {
    const found = continuous(finalAnswer(posterior(inquiry, element, seen(evidence))));
    const alone = continuous(posteriorOf(text, element.key, evidence));
    // The whole chain, whichever element is asked for.
    expect(found.method.dimensions).toBe(8);
    expect(found.mean[0]).toBeCloseTo(alone.mean[0]!, 7);
    expect(found.covariance[0]).toBeCloseTo(alone.covariance[0]!, 7);
  }
});

it('says where grids do not reach', () => {
  const inquiry = inquire(text);
  const v = inquiry.graph.byKey('v');
  expect(result(smoothTogether(inquiry, [v], seen({ y: 1 })))).toBe(false);
});
