import { expect, test } from 'vitest';
import { besselRatios, logScaledBesselI0 } from '../../../src/engine/math/besselRatios';
import { expectClose, rowsOf } from './table';

test('the first ratio', () => {
  for (const { args, value } of rowsOf('besselRatio1')) expectClose(besselRatios(args[0]!)[1]!, value, 1e-14, 0, args);
  expect(besselRatios(0)).toEqual([1]);
});

test('the ratios end where they no longer count', () => {
  for (const concentration of [0.1, 3, 50, 1e4]) expect(besselRatios(concentration).at(-1)).toBeLessThan(1e-17);
});

test('logScaledBesselI0', () => {
  for (const { args, value } of rowsOf('logScaledBesselI0')) {
    expectClose(logScaledBesselI0(args[0]!), value, 1e-13, 1e-15, args);
  }
  expect(logScaledBesselI0(-1)).toBe(NaN);
});
