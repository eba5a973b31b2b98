import { it } from 'vitest';
import { expectClose } from '../reference';
import { own } from './memory';

it('adds the bias to every row and applies the activation', () => {
  own.reset();
  const x = own.put([1, 2, 0, 0, -1, 1, 3, 0.5]);
  const kernel = own.put([1, 0, 2, -1, 0, 1, 1, 1]);
  const bias = own.put([0.5, 0, -1, 0]);
  const out = own.room(4 * 16);
  own.run.dense(x, 4, 2, kernel, bias, 4, 2, out);
  const expected = [1.5, 2, 3, 1, 0.5, 0, 0, 0, 0, 1, 0, 2, 3.5, 0.5, 5.5, 0];
  expectClose(own.floats(out, 16), expected, 0, 0);
});
