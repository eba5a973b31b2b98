import { describe, expect, it } from 'vitest';
import { globLiteral } from '../../src/files/globLiteral';

describe('globLiteral', () => {
  it('leaves plain names alone', () => {
    expect(globLiteral('faithful (1).csv')).toBe('faithful (1).csv');
  });

  it('puts what has a meaning in a pattern into brackets', () => {
    expect(globLiteral('a[1]{b}*?.csv')).toBe('a[[]1[]][{]b[}][*][?].csv');
  });
});
