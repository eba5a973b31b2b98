import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { readAll, readUserFile, unreadable } from '../../src/cli/userFile';
import { temporaryFolder } from './lvm';

const folder = temporaryFolder();
writeFileSync(join(folder, 'a'), 'abc');
const limit = 1_000_000;
const read = async (path: string) => Buffer.from(await readUserFile(path, folder, limit)).toString();

describe('a file that stands on the command line', () => {
  it('is read wherever it lies, also through links', async () => {
    symlinkSync(join(folder, 'a'), join(folder, 'link'));
    expect(await read('a')).toBe('abc');
    expect(await read(join(folder, 'link'))).toBe('abc');
    writeFileSync(join(folder, 'long'), 'x'.repeat(limit));
    expect((await read('long')).length).toBe(limit);
  });

  it('is no larger than may be read', async () => {
    writeFileSync(join(folder, 'sparse'), '');
    truncateSync(join(folder, 'sparse'), 10_000_000_000);
    await expect(read('sparse')).rejects.toThrow(
      new Failure('sparse has more than 1 MB, which is more than is read of it.', 2),
    );
  });

  it.skipIf(process.platform === 'win32')('is no pipe and no device', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'zero'));
    for (const path of ['pipe', 'zero', '/dev/zero'])
      await expect(read(path)).rejects.toThrow(
        new Failure(
          `${path} is no regular file but a device or a pipe; save what comes from it to a file, and name that.`,
          2,
        ),
      );
  });
});

it('reads to the end, or to the limit', async () => {
  async function* endless() {
    for (;;) yield new Uint8Array(1000);
  }
  await expect(readAll(endless(), 'Standard input', 5000)).rejects.toThrow(
    new Failure('Standard input has more than 5 kB, which is more than is read of it.', 2),
  );
});

it('says in plain words why a file could not be read', () => {
  const said = (code: string) => (unreadable('a', Object.assign(new Error('something'), { code })) as Error).message;
  expect(said('ENOENT')).toBe('There is no file a.');
  expect(said('EISDIR')).toBe('a is a folder; name a file in it.');
  expect(said('EACCES')).toBe('a may not be read by you.');
  expect(said('EIO')).toBe('a could not be read: something.');
  const own = new Failure('It is odd.', 1);
  expect(unreadable('a', own)).toBe(own);
});
