import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atStep,
  count,
  decimalsFor,
  duration,
  errorPercent,
  fixed,
  percent,
  scientific,
  short,
  significant,
  wholeOrShort,
} from '../../../webview/plots/text/format';

describe('numbers in text', () => {
  it.each([
    [-1.5, 2, '−1.50'],
    [-0.001, 2, '0.00'],
    [2, 0, '2'],
    [Number.NaN, 2, 'undefined'],
    [Number.NEGATIVE_INFINITY, 2, '−∞'],
  ])('fixed(%d, %d) is %s', (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });

  it.each([
    [0.12222, '0.122'],
    [0, '0'],
    [1250, '1,250'],
    [12.345, '12.3'],
    [-0.0312, '−0.0312'],
    [3.1e-7, '3.10×10⁻⁷'],
    [0.00012345, '0.000123'],
    [2.5e9, '2.50×10⁹'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('significant(%d) is %s', (value, text) => {
    expect(significant(value)).toBe(text);
  });

  it('short drops noughts after the point and no others', () => {
    expect([-5, 5.6, 100, 0.5, 1200].map((value) => short(value))).toEqual(['−5', '5.6', '100', '0.5', '1,200']);
  });

  it('scientific leaves out a factor of one', () => {
    expect([scientific(1e-5, 0), scientific(-1e3, 0), scientific(2e4, 0), scientific(1.25e-12, 2)]).toEqual([
      '10⁻⁵',
      '−10³',
      '2×10⁴',
      '1.25×10⁻¹²',
    ]);
  });

  it('percent never calls a part the whole', () => {
    expect([0.998, 1, 0.9999, 0.5, 0].map(percent)).toEqual(['99.8 %', '100 %', 'more than 99.9 %', '50 %', '0 %']);
  });

  it('errors say when they are too small to matter', () => {
    expect([0.008, 0.0123, 2e-7].map(errorPercent)).toEqual(['± 0.80 %', '± 1.2 %', 'below 0.1 %']);
  });

  it('durations have two or three digits', () => {
    expect([0.08, 4.24, 119.6, 2512].map(duration)).toEqual(['0.08 ms', '4.2 ms', '120 ms', '2.5 s']);
  });

  it('whole numbers are written in full', () => {
    expect([16524, -4629, 0, 1.23456].map(wholeOrShort)).toEqual(['16,524', '−4,629', '0', '1.23']);
    expect(wholeOrShort(Number.NaN)).toBe(short(Number.NaN));
  });

  it('counts have their thousands apart', () => {
    expect([999, 2000, 1234567].map(count)).toEqual(['999', '2,000', '1,234,567']);
  });

  it('a place has the decimals that its step needs', () => {
    expect([atStep(1.5524, 0.0265), atStep(-1200, 10), atStep(0.00001234, 1e-7)]).toEqual([
      '1.55',
      '−1,200',
      '1.23×10⁻⁵',
    ]);
    expect([decimalsFor(0.1), decimalsFor(0.05), decimalsFor(5), decimalsFor(0), decimalsFor(Number.NaN)]).toEqual([
      1, 2, 0, 0, 0,
    ]);
  });

  it('any finite number reads back to its first three digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const text = significant(value).replaceAll(',', '').replace('−', '-');
        if (text.includes('×')) return;
        expect(Number(text)).toBe(Number(value.toPrecision(3)) + 0);
      }),
    );
  });
});
