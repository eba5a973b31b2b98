import { it } from 'vitest';
import { expectClose, numbers } from '../reference';
import { own } from './memory';

it.each([1, 31, 32, 33, 100])('sums the products of %i nodes on a grid, onto what is there', (count) => {
  own.reset();
  const [x, y] = [numbers(8, -2, 2, 1), numbers(12, -2, 2, 2)].map((each) => Array.from(Float32Array.from(each)));
  const make = (low: number, high: number, seed: number) =>
    Array.from(Float32Array.from(numbers(count, low, high, seed)));
  const [mx, sx, my, sy, c] = [make(-1, 1, 3), make(0.5, 2, 4), make(-1, 1, 5), make(0.5, 2, 6), make(-5, 0, 7)];
  const out = own.put(new Float32Array(96).fill(2 ** 110));
  const places = [x!, y!, mx!, sx!, my!, sy!, c!].map((each) => own.put(each));
  const [px, py, pmx, psx, pmy, psy, pc] = places as [number, number, number, number, number, number, number];
  own.run.planeSums(px, 8, py, 12, pmx, psx, pmy, psy, pc, count, own.room(4 * 32 * 20), out);
  const expected = y!.flatMap((v) =>
    x!.map((u) =>
      mx!.reduce((sum, m, n) => sum + 2 ** (c![n]! - ((u - m) * sx![n]!) ** 2 - ((v - my![n]!) * sy![n]!) ** 2), 1),
    ),
  );
  expectClose(
    own.floats(out, 96).map((sum) => sum / 2 ** 110),
    expected,
    1e-6,
  );
});

it('has factors that underflow as 0', () => {
  own.reset();
  const axis = own.put([0, 0, 20, 20]);
  const [zero, one] = [own.put([0]), own.put([1])];
  const out = own.put(new Float32Array(16));
  own.run.planeSums(axis, 4, axis, 4, zero, one, zero, one, zero, 1, own.room(4 * 32 * 8), out);
  const sums = own.floats(out, 16).map((sum) => sum / 2 ** 110);
  expectClose(sums, [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 0);
});
