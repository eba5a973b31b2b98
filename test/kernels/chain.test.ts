import { expect, it } from 'vitest';
import { expectClose } from '../engine/kernels/reference';
import { own, putDoubles } from './memory';

it('filters two states by hand', () => {
  own.reset();
  const [initial, transition, likelihood] = [
    [0.5, 0.5],
    [0.9, 0.1, 0.2, 0.8],
    [1, 0.5, 0.25, 1],
  ].map(putDoubles);
  const [filtered, sums] = [own.room(32), own.room(16)];
  own.run.chain(2, 2, initial!, transition!, 0, likelihood!, filtered, sums);
  // After the first step 2/3 and 1/3; then (0.6 + 0.2/3) · 0.25 and (0.2/3 + 0.8/3) · 1.
  const [a, b] = [(2 * 0.9 + 0.2) / 12, (2 * 0.1 + 0.8) / 3];
  expectClose(own.doubles(sums, 2), [0.75, a + b], 1e-15);
  expectClose(own.doubles(filtered, 4), [2 / 3, 1 / 3, a / (a + b), b / (a + b)], 1e-15);
});

it('keeps rows of ten states apart', () => {
  own.reset();
  const states = 10;
  const next = Array.from({ length: states ** 2 }, (_, i) =>
    i % states === (Math.floor(i / states) + 1) % states ? 1 : 0,
  );
  const initial = putDoubles(Array.from({ length: states }, (_, s) => (s === 3 ? 1 : 0)));
  const transition = putDoubles(next);
  const likelihood = putDoubles(new Array<number>(9 * states).fill(2));
  const [filtered, sums] = [own.room(8 * 9 * states), own.room(72)];
  own.run.chain(9, states, initial, transition, 0, likelihood, filtered, sums);
  const last = Array.from(own.doubles(filtered + 8 * 8 * states, states));
  expect(last).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(Array.from(own.doubles(sums, 9))).toEqual(new Array(9).fill(2));
});
