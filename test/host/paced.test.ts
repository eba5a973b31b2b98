import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Paced } from '../../src/host/paced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function paced() {
  const sent: number[] = [];
  return { sent, paced: new Paced<number>(50, (value) => sent.push(value)) };
}

test('the first value goes at once, and of those that follow soon the last', () => {
  const { sent, paced: values } = paced();
  for (const value of [1, 2, 3]) values.push(value);
  expect(sent).toEqual([1]);
  vi.advanceTimersByTime(49);
  expect(sent).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([1, 3]);
});

test('no two are sent within the while, and after it one goes at once again', () => {
  const { sent, paced: values } = paced();
  values.push(1);
  values.push(2);
  vi.advanceTimersByTime(50);
  values.push(3);
  expect(sent).toEqual([1, 2]);
  vi.advanceTimersByTime(200);
  expect(sent).toEqual([1, 2, 3]);
  values.push(4);
  expect(sent).toEqual([1, 2, 3, 4]);
});

test('what waits can be dropped', () => {
  const { sent, paced: values } = paced();
  values.push(1);
  values.push(2);
  values.drop();
  vi.advanceTimersByTime(200);
  values.push(3);
  expect(sent).toEqual([1, 3]);
});
