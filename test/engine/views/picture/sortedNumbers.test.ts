import { expect, it } from 'vitest';
import { sortedNumbers } from '../../../../src/engine/views/picture/sortedNumbers';
import { first } from '../../ask';
import { ask } from '../../models';

it('leaves out what is undefined, and the samples as they were', () => {
  const samples = Float64Array.of(3, Number.NaN, -1, Number.POSITIVE_INFINITY, 0);
  expect([...sortedNumbers(samples)]).toEqual([-1, 0, 3, Number.POSITIVE_INFINITY]);
  expect(samples[0]).toBe(3);
  expect([...sortedNumbers(Float64Array.of(Number.NaN))]).toEqual([Number.NaN]);
});

it.each([
  'latent z ~ Normal(3, 1)\nobserved x | z ~ Normal(sqrt(z), 1)',
  'latent z ~ Normal(3, 1)\nobserved x | z ~ Poisson(exp(sqrt(z)))',
])('a few undefined draws do not blank the picture: %s', (text) => {
  const { observed } = first(ask(text, { samples: 4000 }));
  if (observed.kind === 'plane') throw new Error('A plane.');
  expect(observed.massInside).toBeGreaterThan(0.97);
  const places = observed.kind === 'curve' ? observed.x : observed.values;
  expect(places.length).toBeGreaterThan(10);
  expect([places[0], places.at(-1)].every(Number.isFinite)).toBe(true);
});
