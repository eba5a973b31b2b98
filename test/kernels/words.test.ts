import { expect, it } from 'vitest';
import { mix } from '../../webview/engine/random';
import { own } from './memory';

function lanes(seed: number): number[] {
  own.reset();
  const at = own.room(64);
  own.run.seedWords(at, seed);
  return Array.from(own.integers(at, 16), (word) => word >>> 0);
}

it('fills the states of the generators from the seed alone, none of them with zeros', () => {
  expect(lanes(0)).toEqual(lanes(0));
  expect(lanes(0)).not.toEqual(lanes(1));
  let counter = mix(0x6c766d);
  const expected = Array.from({ length: 16 }, (_, i) => {
    counter = (counter + 0x9e3779b9) | 0;
    return (mix(counter) | (i < 12 ? 0 : 1)) >>> 0;
  });
  expect(lanes(0)).toEqual(expected);
});

it('goes through the words of the generator in plain script', () => {
  // One lane of state (a, b, c, d), step by step as Blackman and Vigna publish it.
  const state = lanes(5);
  own.reset();
  const at = own.room(64);
  own.run.seedWords(at, 5);
  own.run.normals(at, 8, own.room(32));
  const after = Array.from(own.integers(at, 16), (word) => word >>> 0);
  const steps = (lane: number, count: number) => {
    let [a, b, c, d] = [0, 4, 8, 12].map((row) => state[row + lane]!) as [number, number, number, number];
    for (let i = 0; i < count; i++) {
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    return [a, b, c, d].map((word) => word >>> 0);
  };
  // Eight normals take two words of each lane.
  for (let lane = 0; lane < 4; lane++) {
    expect([0, 4, 8, 12].map((row) => after[row + lane])).toEqual(steps(lane, 2));
  }
});
