import { expect, test } from 'vitest';
import { gaussLegendre, integrate } from '../../../src/engine/math/gaussLegendre';

test.each([1, 2, 8, 16, 21])('a rule of %d points is exact up to degree 2n − 1', (n) => {
  const { nodes, weights } = gaussLegendre(n);
  for (let degree = 0; degree < 2 * n; degree++) {
    const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** degree, 0);
    expect(sum, `degree ${degree}`).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
  }
});

test('nodes rise', () => {
  const { nodes } = gaussLegendre(16);
  for (let i = 1; i < 16; i++) expect(nodes[i]).toBeGreaterThan(nodes[i - 1]!);
});

test('integrates in panels', () => {
  expect(integrate(Math.exp, -1, 3, 2)).toBeCloseTo(Math.exp(3) - Math.exp(-1), 12);
  expect(integrate(Math.sin, 0, 20 * Math.PI, 20)).toBeCloseTo(0, 12);
});
