import { expect, it } from 'vitest';
import { normalCdf } from '../../webview/engine/math/normalCdf';
import { own } from './memory';

function drawn(seed: number, count: number): Float32Array {
  own.reset();
  const state = own.room(64);
  own.run.seedWords(state, seed);
  const at = own.room(4 * count);
  own.run.normals(state, count, at);
  return own.floats(at, count).slice();
}

it('follows the standard normal, in the bulk and in the tails', () => {
  const count = 400_000;
  const values = drawn(1, count).sort();
  let distance = 0;
  values.forEach((x, i) => {
    distance = Math.max(distance, Math.abs(normalCdf(x) - (i + 0.5) / count));
  });
  // 1.95 / √n is passed once in a thousand seeds.
  expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
  const beyond = values.filter((x) => Math.abs(x) > 4).length;
  const expected = 2 * count * normalCdf(-4);
  expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
});

it('has uncorrelated neighbours, in value and in size', () => {
  const count = 400_000;
  const values = drawn(2, count);
  for (const lag of [1, 2, 3, 4, 8]) {
    let [product, sizes] = [0, 0];
    for (let i = lag; i < count; i++) {
      product += values[i]! * values[i - lag]!;
      sizes += (values[i]! ** 2 - 1) * (values[i - lag]! ** 2 - 1);
    }
    expect(Math.abs(product / Math.sqrt(count)), `lag ${lag}`).toBeLessThan(4);
    expect(Math.abs(sizes / Math.sqrt(4 * count)), `lag ${lag}`).toBeLessThan(4);
  }
});
