import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PriorityQueue } from '../../../../src/engine/factors/elimination/priorityQueue';

it('gives entries back in the order of their numbers, and of the items where these tie', () => {
  const entry = fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const queue = new PriorityQueue();
      for (const [item, first, second] of entries) queue.push(item, first, second);
      expect(queue.size).toBe(entries.length);
      const sorted = [...entries].sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);
      for (const [item, first, second] of sorted) expect(queue.pop()).toEqual({ item, first, second });
      expect(queue.pop()).toBeNull();
    }),
    { seed: 3 },
  );
});

it('takes an infinite number as the last', () => {
  const queue = new PriorityQueue();
  queue.push(1, Number.POSITIVE_INFINITY, 0);
  queue.push(2, 5, 0);
  expect(queue.pop()?.item).toBe(2);
  expect(queue.pop()?.item).toBe(1);
});
