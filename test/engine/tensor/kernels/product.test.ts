import { it } from 'vitest';
import { expectClose, numbers } from '../reference';
import { own } from './memory';

it.each([
  [4, 1, 4],
  [8, 3, 8],
  [4, 17, 12],
  [12, 33, 20],
])('multiplies %i × %i by a matrix of %i columns', (rows, inner, columns) => {
  own.reset();
  const [a, b] = [numbers(rows * inner, -1, 1, 1), numbers(inner * columns, -1, 1, 2)];
  const zeros = own.put(new Float32Array(columns));
  const out = own.room(4 * rows * columns);
  own.run.dense(own.put(a), rows, inner, own.put(b), zeros, columns, 0, out);
  const expected = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += a[row * inner + k]! * b[k * columns + column]!;
    return sum;
  });
  expectClose(own.floats(out, rows * columns), expected, 1e-6, 1e-6);
});
