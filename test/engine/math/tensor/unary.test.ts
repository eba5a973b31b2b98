import { memory, mul, square } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { unary } from '../../../../webview/engine/math/tensor/unary';
import { useBackend } from '../../backends';
import { valuesAt } from '../table';
import { slopesAt } from './slopes';

beforeAll(() => useBackend('cpu'));

test('uses the derivative that it is given, again and again, and leaks nothing', () => {
  const op = unary(square, (x) => mul(x, 100));
  const before = memory().numTensors;
  expect([...valuesAt(op, [1, 2])]).toEqual([1, 4]);
  expect(slopesAt(op, [1, 2])).toEqual([100, 200]);
  expect(slopesAt((x) => op(op(x)), [2])).toEqual([400 * 200]);
  expect(memory().numTensors).toBe(before);
});
