import { expect, it } from 'vitest';
import { realScalar } from '../../src/model/type';

it('is a real number without axes', () => {
  expect(realScalar).toEqual({ kind: 'real', shape: [] });
});
