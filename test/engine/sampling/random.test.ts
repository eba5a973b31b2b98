import { describe, expect, it } from 'vitest';
import { hash, mix, normals, uniforms, words } from '../../../src/engine/sampling/random';

const moments = (values: Float64Array) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, variance: values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length };
};

describe('uniforms', () => {
  it('are a function of the seed, of which 0 is one', () => {
    expect(uniforms(0, 5)).toEqual(uniforms(0, 5));
    expect(uniforms(0, 5)).not.toEqual(uniforms(1, 5));
    expect(uniforms(7, 10).slice(0, 5)).toEqual(uniforms(7, 5));
  });

  it('fill the unit interval evenly and without its ends', () => {
    const values = uniforms(3, 100_000);
    const { mean, variance } = moments(values);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.004);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  });

  it('of neighbouring seeds are not related', () => {
    const [a, b] = [uniforms(hash('0/x'), 20_000), uniforms(hash('0/y'), 20_000)];
    const product = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0) / a.length;
    expect(Math.abs(product * 12)).toBeLessThan(0.03);
  });
});

it('normals have mean 0 and variance 1', () => {
  const { mean, variance } = moments(normals(1, 99_999));
  expect(Math.abs(mean)).toBeLessThan(0.013);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
});

it('mix is a bijection in which single bits change about half of the result', () => {
  expect(new Set(Array.from({ length: 65_536 }, (_, i) => mix(i))).size).toBe(65_536);
  let changed = 0;
  for (let bit = 0; bit < 32; bit++) {
    for (let d = mix(12345) ^ mix(12345 ^ (1 << bit)); d !== 0; d &= d - 1) changed++;
  }
  expect(changed / 32).toBeGreaterThan(13);
  expect(changed / 32).toBeLessThan(19);
});

it('words use all 32 bits', () => {
  const next = words(0);
  let [all, any] = [0xffffffff, 0];
  for (let i = 0; i < 200; i++) {
    const word = next();
    all &= word;
    any |= word;
  }
  expect(all >>> 0).toBe(0);
  expect(any >>> 0).toBe(0xffffffff);
});
