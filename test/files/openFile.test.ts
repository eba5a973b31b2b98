import { describe, expect, it } from 'vitest';
import { bytesFile } from '../../src/files/bytesFile';
import {
  failed,
  judge,
  notThere,
  Overtaken,
  part,
  type Reading,
  readOpened,
  slices,
  tooLarge,
  Unreadable,
} from '../../src/files/openFile';
import { alone, watched } from './tables';

const bounds = { bytes: 600_000, advice: 'keep less' };

async function lengths(of: AsyncIterable<Uint8Array>): Promise<number[]> {
  const result: number[] = [];
  for await (const bytes of of) result.push(bytes.length);
  return result;
}

describe('slices', () => {
  it('are small, make up the file, and tell how far they are', async () => {
    const shares: number[] = [];
    const reading: Reading = { overtaken: false, progress: (share) => shares.push(share) };
    const found = await lengths(slices(bytesFile(new Uint8Array(600_000)), 'f', bounds, reading));
    expect(Math.max(...found)).toBe(256 * 1024);
    expect(found.reduce((a, b) => a + b)).toBe(600_000);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort());
    expect(await lengths(slices(bytesFile(new Uint8Array(0)), 'f', bounds, alone))).toEqual([]);
  });

  it('stop one byte behind the limit, whatever the file says of its size', async () => {
    const endless = watched({
      size: 0,
      read: async (_, most) => {
        return new Uint8Array(most);
      },
      close: async () => {},
    });
    await expect(lengths(slices(endless, 'f', bounds, alone))).rejects.toThrow(
      new Unreadable('"f" has 600 kB, and at most 600 kB are read; keep less.'),
    );
    expect(endless.slices.reduce((a, b) => a + b)).toBe(600_001);
  });

  it('stop where a newer reading has begun', async () => {
    const reading = { overtaken: false, progress: () => {} };
    const file = watched(bytesFile(new Uint8Array(600_000)), (slice) => {
      reading.overtaken = slice === 1;
    });
    await expect(lengths(slices(file, 'f', bounds, reading))).rejects.toThrow(Overtaken);
    expect(file.slices.length).toBe(2);
  });
});

describe('a part', () => {
  it('is read in slices, and must be there to its end', async () => {
    const file = bytesFile(new Uint8Array(600_000));
    expect((await lengths(part(file, 'f', 10, 500_010, alone))).reduce((a, b) => a + b)).toBe(500_000);
    await expect(lengths(part(file, 'f', 10, 600_001, alone))).rejects.toThrow(
      new Unreadable('"f" ends before its numbers do: it was cut off.'),
    );
  });
});

describe('readOpened', () => {
  it('closes what it has opened, whatever comes of it', async () => {
    let closed = 0;
    const open = async () => ({ ...bytesFile(Uint8Array.of(7)), close: async () => void closed++ });
    expect(await readOpened(open, async (file) => (await file.read(0, 1))[0])).toBe(7);
    expect(
      await readOpened(open, () => {
        throw new Unreadable('It is odd.');
      }),
    ).toEqual({ kind: 'missing', reason: 'It is odd.' });
    await expect(
      readOpened(open, () => {
        throw new Overtaken();
      }),
    ).rejects.toThrow(Overtaken);
    expect(closed).toBe(3);
    expect(
      await readOpened(
        () => Promise.reject(notThere('a.csv')),
        async () => 1,
      ),
    ).toEqual({
      kind: 'missing',
      reason: 'There is no file "a.csv" beside this model; check the name, or put the file there.',
    });
  });
});

it('judges by the kind and the size that the file system tells', () => {
  expect(() => judge('f', 'file', 600_000, bounds)).not.toThrow();
  expect(() => judge('f', 'file', 600_001, bounds)).toThrow(/at most 600 kB/);
  expect(() => judge('f', 'folder', 0, bounds)).toThrow('"f" is a folder; name a file in it.');
  expect(() => judge('f', 'link', 0, bounds)).toThrow(/"f" is a link/);
  expect(() => judge('f', 'other', 0, bounds)).toThrow(/"f" is no regular file but a device or a pipe/);
});

it('names both sizes, what to do, and no name in full that is endless', () => {
  expect(tooLarge('big.csv', 1.2e9, { bytes: 1e8, advice: 'keep fewer rows' })).toBe(
    '"big.csv" has 1,200 MB, and at most 100 MB are read; keep fewer rows.',
  );
  for (const { message } of [notThere('x'.repeat(5e6)), failed('x'.repeat(5e6), 'why.')])
    expect(message.length).toBeLessThan(200);
});
