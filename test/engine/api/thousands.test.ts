import { expect, it } from 'vitest';
import { powerOfTen, thousands } from '../../../src/engine/api/thousands';

it.each([0, 7, 999, 1000, 12_345, 100_000, 1_048_576, 1e12, -4096])('writes %d as the language does', (value) => {
  expect(thousands(value)).toBe(value.toLocaleString('en'));
});

it('writes what has too many digits by its power of ten', () => {
  expect(thousands(999_999_999_999_999)).toBe('999,999,999,999,999');
  expect([1e15, 20 ** 190, 2 ** 200, 9.99e99].map(thousands)).toEqual(['10¹⁵', '1.6×10²⁴⁷', '1.6×10⁶⁰', '10¹⁰⁰']);
  expect(thousands(Number.POSITIVE_INFINITY)).toBe('∞');
});

it('knows powers of ten that no double holds', () => {
  expect(powerOfTen(1000)).toBe('10¹⁰⁰⁰');
  expect(powerOfTen(200 * Math.log10(20))).toBe('1.6×10²⁶⁰');
  expect(powerOfTen(1000.3010299957)).toBe('2×10¹⁰⁰⁰');
});
