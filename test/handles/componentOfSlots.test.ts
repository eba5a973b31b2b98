import { expect, test } from 'vitest';
import { componentOfSlots } from '../../webview/handles/componentOfSlots';
import { drawn, readingOf } from './readings';

/** The component of the literals that stand as `texts` in a model, by its label; null for none. */
function componentOf(text: string, ...texts: string[]): string | null {
  const reading = readingOf(text);
  const { choice, components } = drawn(text);
  const slots = reading.model.numberSpans.flatMap(({ start, end }, slot) =>
    texts.includes(text.slice(start, end)) ? [slot] : [],
  );
  expect(slots).toHaveLength(texts.length);
  const found = componentOfSlots(slots, choice, components, reading);
  return found === null ? null : (components.items[found]?.label ?? null);
}

const bumps = `param mu = [-2, 3]
param sigma: positive = [0.5, 1]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], sigma[z])`;

test('a parameter of one component belongs to it', () => {
  expect(componentOf(bumps, '-2')).toBe('1');
  expect(componentOf(bumps, '1')).toBe('2');
});

test('a number in an expression, and in the row of a table, belongs to its component', () => {
  const text = `latent z ~ Categorical(a: 0.4, b: 0.6)
observed x | z ~ case z { a: Normal(7 + 2 * 3, 1.5), b: Uniform(-9, 9.5) }`;
  expect(componentOf(text, '3')).toBe('a');
  expect(componentOf(text, '9.5')).toBe('b');
});

test('numbers of several components, or of none, belong to none', () => {
  expect(componentOf(bumps, '-2', '3')).toBeNull();
  expect(componentOf(bumps, '0.4')).toBeNull();
  expect(componentOf(bumps)).toBeNull();
  const shared = 'latent z ~ Bernoulli(0.4)\nobserved x | z ~ Normal(case z { true: 2, false: 5 }, 0.7)';
  expect(componentOf(shared, '0.7')).toBeNull();
  expect(componentOf(shared, '5')).toBe('false');
});
