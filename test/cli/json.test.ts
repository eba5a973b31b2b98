import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonNumber, toJson } from '../../src/cli/json';

test('numbers that JSON lacks are strings', () => {
  expect(toJson([1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])).toBe(
    '[1,"Infinity","-Infinity","NaN"]',
  );
  expect(toJson(Float64Array.of(0.1, Number.NEGATIVE_INFINITY))).toBe('[0.1,"-Infinity"]');
  expect(jsonNumber(Number.NaN)).toBe('"NaN"');
});

test('a map is an object with its keys in their order, numbers and names alike', () => {
  const map = new Map([
    ['b', 1],
    ['10', 2],
    ['2', 3],
    ['__proto__', 4],
  ]);
  expect(toJson(map)).toBe('{"b":1,"10":2,"2":3,"__proto__":4}');
});

test('plain data are what JSON.stringify makes of them', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(toJson(value as Parameters<typeof toJson>[0])).toBe(JSON.stringify(value));
    }),
    { seed: 1 },
  );
});

test('every finite number reads back as itself', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(JSON.parse(jsonNumber(value))).toBe(value === 0 ? 0 : value);
    }),
    { seed: 2 },
  );
});
