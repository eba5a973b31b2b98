import { expect, it } from 'vitest';
import { numbers } from '../reference';
import { activated } from './memory';

const [elu, exponential] = [5, 8];
const worst = (values: number[], code: number, f: (x: number) => number) =>
  Math.max(...activated(values, code).map((value, i) => Math.abs(value / f(values[i]!) - 1)));
const single = (values: number[]) => Array.from(Float32Array.from(values));

it('exp is good to 2e-7 over the whole range', () => {
  expect(worst(single(numbers(10_000, -87, 88.7)), exponential, Math.exp)).toBeLessThan(2.5e-7);
});

it('exp is 0 far below, infinite far above, and NaN of NaN', () => {
  expect(activated([-88, -1e30, 89, 1e30, Number.NaN, 0], exponential)).toEqual([
    0,
    0,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    1,
  ]);
});

it('expm1 keeps its digits near 0', () => {
  const values = single([...numbers(5000, -20, -1e-3), ...numbers(5000, -1e-3, -1e-9), -1e-20]);
  expect(worst(values, elu, Math.expm1)).toBeLessThan(3e-7);
});
