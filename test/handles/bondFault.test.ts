import { expect, it } from 'vitest';
import { bondFault } from '../../webview/handles/bondFault';
import { type Bond, noLocks } from '../../webview/handles/bonds';

it('probabilities leave what is locked, and stay where nothing can give', () => {
  const bond: Bond = { kind: 'simplex', slots: [0, 1, 2] };
  const fault = (wanted: number, ...locked: number[]) => bondFault(bond, [0.2, 0.3, 0.5], 0, new Set(locked), wanted);
  expect(fault(0.4)).toBeNull();
  expect(fault(0.7, 1)).toBeNull();
  expect(fault(0.71, 1)).toBe('must be at most 0.7, which the locked ones leave');
  expect(fault(0.4, 1, 2)).toBe('cannot move while all the others are locked');
  expect(fault(0.4, 0)).toBe('is locked, so unlock it first');
  expect(bondFault({ kind: 'simplex', slots: [0] }, [1], 0, noLocks, 0.5)).toBe('is the only probability and stays 1');
});

it('ordered numbers are strictly between their neighbours, in whatever digits', () => {
  const bond: Bond = { kind: 'ordered', slots: [0, 1, 2] };
  const fault = (wanted: number) => bondFault(bond, [0, 0.5, 1], 1, noLocks, wanted);
  expect(fault(0.9999)).toBeNull();
  expect(fault(1)).toBe('must be below 1, the next number');
  expect(fault(-1)).toBe('must be above 0, the number before it');
  expect(bondFault(bond, [0, 0.5, 1], 0, noLocks, -1e9)).toBeNull();
});

it('the ends of a range stay in their order', () => {
  const bond: Bond = { kind: 'ends', slots: [0, 1], lows: [0], touching: false };
  const fault = (slot: number, wanted: number, own: Bond = bond) => bondFault(own, [1, 6], slot, noLocks, wanted);
  expect(fault(0, 5.999)).toBeNull();
  expect(fault(0, 6)).toBe('must be below 6, the upper end');
  expect(fault(1, 1)).toBe('must be above 1, the lower end');
  expect(fault(0, 6, { ...bond, touching: true })).toBeNull();
  expect(fault(0, 7, { ...bond, touching: true })).toBe('must not be above 6, the upper end');
  expect(fault(1, 0, { ...bond, touching: true })).toBe('must not be below 1, the lower end');
});

it('a matrix stays positive definite', () => {
  const bond: Bond = { kind: 'covariance', slots: [0, 1, 2, 3] };
  const fault = (slot: number, wanted: number, numbers = [4, 1, 1, 9]) =>
    bondFault(bond, numbers, slot, noLocks, wanted);
  expect(fault(1, 5.9999)).toBeNull();
  expect(fault(1, 6)).toBe('must be below 6 in a covariance with the others');
  expect(fault(2, -7)).toBe('must be above −6 in a covariance with the others');
  expect(fault(0, 0.1)).toBe('must be above 0.1111 in a covariance with the others');
  expect(fault(0, 0.12)).toBeNull();
});
