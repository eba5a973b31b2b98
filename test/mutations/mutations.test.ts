import { expect, it } from 'vitest';
import { campaign } from './campaign';

it('of texts that are nearly models, what must hold of every text holds', { timeout: 120_000 }, () => {
  const { failures, engine, models, features } = campaign({ texts: 2000, seed: 1, featuresEvery: 10, engineEvery: 30 });
  expect(failures.map(({ text, error }) => ({ text, error: String(error) }))).toEqual([]);
  // Most texts are no models, and of those that are most can be answered: it is both that was tried.
  expect(models).toBeGreaterThan(200);
  expect(features).toBe(200);
  expect(engine.answered).toBeGreaterThan(10);
});
