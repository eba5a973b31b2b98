import { expect, it } from 'vitest';
import { activations } from '../../src/model/activations';

it('are those of the language, each with a formula and a sentence', () => {
  expect(Object.keys(activations)).toEqual([
    ...['linear', 'tanh', 'relu', 'sigmoid', 'softplus', 'elu', 'gelu', 'silu', 'exp'],
  ]);
  for (const { formula, doc } of Object.values(activations)) {
    expect(formula).toMatch(/\S/);
    expect(doc).toMatch(/^[A-Z].*\.$/);
  }
});
