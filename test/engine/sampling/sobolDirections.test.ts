import { expect, it } from 'vitest';
import { degrees, initialNumbers, polynomials } from '../../../src/engine/sampling/sobolDirections';

it('has a polynomial with a constant term for each of 256 dimensions, none twice', () => {
  expect(polynomials.length).toBe(256);
  expect(new Set(polynomials).size).toBe(256);
  expect(polynomials.every((polynomial) => (polynomial & 1) === 1)).toBe(true);
});

it('has primitive polynomials: x runs through all residues but 0', () => {
  for (let dimension = 1; dimension < polynomials.length; dimension++) {
    const degree = degrees[dimension]!;
    const polynomial = polynomials[dimension]!;
    let [value, order] = [1, 0];
    do {
      value <<= 1;
      if ((value >>> degree) & 1) value ^= polynomial;
      order++;
    } while (value !== 1 && order < 2 ** degree);
    expect(order).toBe(2 ** degree - 1);
  }
});

it('starts every dimension with odd numbers below the powers of two', () => {
  initialNumbers.forEach((numbers, dimension) => {
    expect(numbers.length).toBe(degrees[dimension]!);
    expect(numbers.every((m, i) => m % 2 === 1 && m < 2 ** (i + 1))).toBe(true);
  });
});
