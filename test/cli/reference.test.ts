import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toJson } from '../../src/cli/json';
import { lvm } from './lvm';
import { expectNear, reference, referenceFile } from './reference';

it('every model of the references is a file without errors', async () => {
  const files = readdirSync('test/cases/reference').map((name) => `test/cases/reference/${name}`);
  expect(files.length).toBe(7);
  expect(await lvm(['check', ...files])).toEqual({ status: 0, output: '', errors: '' });
});

it('the references are found by their names', () => {
  expect(reference('nonlinear-sin').x[0]).toBe(-20);
  expect(referenceFile('nonlinear-sin')).toBe('test/cases/reference/nonlinear-sin.lvm');
});

it('near is near in absolute terms for small numbers, in relative terms for large ones', () => {
  expectNear([1.001, -2001, 1e-9], [1, -2000, 0], 0.002);
  expect(() => expectNear([1.003], [1], 0.002)).toThrow();
  expect(() => expectNear([Number.NaN], [1], 0.002)).toThrow();
  expect(() => expectNear([toJson(Number.NEGATIVE_INFINITY)], [Number.NEGATIVE_INFINITY], 1)).toThrow();
  expect(() => expectNear([1], [1, 2], 1)).toThrow();
});
