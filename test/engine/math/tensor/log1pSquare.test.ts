import { beforeAll, describe, expect, test } from 'vitest';
import { log1pSquare } from '../../../../webview/engine/math/tensor/log1pSquare';
import { backends, useBackend } from '../../backends';
import { expectClose, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('log1pSquare on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('is exact relative to itself, also where the square is no float', () => {
    const x = [-(2 ** 100), -9999, -3, 0, 2 ** -9, 0.75, 10001, 2 ** 120];
    valuesAt(log1pSquare, x).forEach((value, i) => {
      expectClose(value, Math.log1p(x[i]! ** 2), 4e-7, 0, x[i]);
    });
    expect([...valuesAt(log1pSquare, [Infinity, NaN])]).toEqual([Infinity, NaN]);
  });

  test('its derivative is 2x/(1 + x²)', () => {
    const x = [-100, -1, 0, 0.5, 20000];
    slopesAt(log1pSquare, x).forEach((slope, i) => {
      expectClose(slope, (2 * x[i]!) / (1 + x[i]! ** 2), 1e-6, 0, x[i]);
    });
  });
});
