import { expect, it } from 'vitest';
import { Unanswerable } from '../../../src/engine/api/unanswerable';

it('carries its sentence, and can be told from a fault', () => {
  const error: unknown = new Unanswerable('The sd of x is 0.');
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'Unanswerable', message: 'The sd of x is 0.' });
  expect(new Error('fault')).not.toBeInstanceOf(Unanswerable);
});
