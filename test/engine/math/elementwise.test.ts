import { expect, test } from 'vitest';
import { elementwise } from '../../../src/engine/math/elementwise';
import { functions } from '../../../src/model/functions';

test.each(Object.keys(elementwise))('%s is a function of the language', (name) => {
  expect(Object.keys(functions)).toContain(name);
});

test('the sigmoid keeps its digits on both sides', () => {
  expect(elementwise.sigmoid(0)).toBe(0.5);
  expect(elementwise.sigmoid(-40)).toBeCloseTo(Math.exp(-40), 30);
  expect(elementwise.sigmoid(-800)).toBe(0);
  expect(elementwise.sigmoid(800)).toBe(1);
  expect(elementwise.sigmoid(Number.NaN)).toBeNaN();
});

test('softplus is log(1 + eˣ), and x where that overflows', () => {
  expect(elementwise.softplus(0)).toBeCloseTo(Math.log(2), 15);
  expect(elementwise.softplus(-40)).toBeCloseTo(Math.exp(-40), 30);
  expect(elementwise.softplus(800)).toBe(800);
});

test('outside of a domain there is no number', () => {
  expect(elementwise.log(-1)).toBeNaN();
  expect(elementwise.sqrt(-1)).toBeNaN();
  expect(elementwise.log(0)).toBe(Number.NEGATIVE_INFINITY);
});
