import { expect, it } from 'vitest';
import { expectClose, numbers } from '../reference';
import { activated } from './memory';

const x = Array.from(Float32Array.from([...numbers(2000, -30, 30), ...numbers(500, -0.1, 0.1), 0]));
const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));

it.each([
  ['linear', 0, (a: number) => a],
  ['tanh', 1, Math.tanh],
  ['relu', 2, (a: number) => Math.max(a, 0)],
  ['sigmoid', 3, sigmoid],
  ['softplus', 4, (a: number) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)))],
  ['elu', 5, (a: number) => (a > 0 ? a : Math.expm1(a))],
  ['silu', 7, (a: number) => a * sigmoid(a)],
  ['exp', 8, Math.exp],
] as const)('%s has the digits of single precision', (_, code, f) => {
  expectClose(activated(x, code), x.map(f), 5e-7, 1e-30);
});

it('gelu is x Φ(x) to 2e-7 of x', () => {
  // Φ at these, from tables.
  const known = [
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [2.5, 0.993790334674224],
    [-3, 0.00134989803163009],
    [0, 0.5],
  ] as const;
  expectClose(
    activated(
      known.map(([a]) => a),
      6,
    ),
    known.map(([a, phi]) => a * phi),
    2e-7,
    5e-7,
  );
});

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('number %i hands NaN on', (code) => {
  expect(activated([Number.NaN], code)[0]).toBeNaN();
});
