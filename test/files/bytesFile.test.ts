import { expect, it } from 'vitest';
import { bytesFile } from '../../src/files/bytesFile';

it('gives parts of the bytes, none behind their end', async () => {
  const file = bytesFile(Uint8Array.of(1, 2, 3, 4, 5));
  expect(file.size).toBe(5);
  expect([...(await file.read(1, 3))]).toEqual([2, 3, 4]);
  expect([...(await file.read(3, 10))]).toEqual([4, 5]);
  expect([...(await file.read(5, 10))]).toEqual([]);
  await file.close();
});

it('lets others have their turn before every part', async () => {
  const order: string[] = [];
  const file = bytesFile(Uint8Array.of(1));
  setTimeout(() => order.push('another'), 0);
  await file.read(0, 1);
  order.push('part');
  expect(order).toEqual(['another', 'part']);
});
