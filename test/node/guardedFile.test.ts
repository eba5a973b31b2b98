import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Missing, readOpened } from '../../src/files/openFile';
import { readTable, tableBounds } from '../../src/files/table';
import type { Table } from '../../src/language/analysis';
import { errorCode, openGuarded } from '../../src/node/guardedFile';
import { cellsOf, watched } from '../files/tables';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'lvm-guarded-')));
const [models, workspace] = [join(base, 'work', 'models'), join(base, 'work')];
mkdirSync(join(models, 'data'), { recursive: true });
mkdirSync(join(models, 'folder.csv'));
writeFileSync(join(models, 'data', 'a.csv'), 'x\n1\n2\n');
writeFileSync(join(workspace, 'b.csv'), 'x\n3\n');
writeFileSync(join(base, 'secret.csv'), 'x\n4\n');
afterAll(() => rmSync(base, { recursive: true, force: true }));

const alone = { overtaken: false, progress: () => {} };

/** What the table at a path holds, or why it is not read. */
async function read(path: string, roots = [models, workspace], before: (slice: number) => void = () => {}) {
  const found = await readOpened<Table>(
    () => openGuarded(join(models, path), roots, path, tableBounds).then((file) => watched(file, before)),
    (file) => readTable(file, path, new Set(['x']), alone),
  );
  return said(found);
}

const said = (found: Table | Missing) => (found.kind === 'missing' ? found.reason : cellsOf(found.columns.get('x')));

const link = (to: string, name: string, kind?: 'dir' | 'file') => symlinkSync(to, join(models, name), kind);
const outside = (name: string) =>
  `"${name}" is a link that leads out of the folder of this model; put the file itself in its place.`;
const odd = (name: string) =>
  `"${name}" is no regular file but a device or a pipe; save what comes from it to a file, and name that.`;

describe('a guarded file', () => {
  it('is one beside or below the model, or elsewhere in the workspace', async () => {
    expect(await read('data/a.csv')).toEqual(['1', '2']);
    expect(await read('../b.csv')).toEqual(['3']);
    expect(await read('data/../data/a.csv', [models])).toEqual(['1', '2']);
  });

  it('may be reached by links, as long as it lies inside', async () => {
    link('data/a.csv', 'inner.csv');
    link(join(workspace, 'b.csv'), 'upper.csv');
    link('data', 'data-link', 'dir');
    expect(await read('inner.csv', [models])).toEqual(['1', '2']);
    expect(await read('upper.csv')).toEqual(['3']);
    expect(await read('data-link/a.csv', [models])).toEqual(['1', '2']);
  });

  it('is in a folder that is a link itself', async () => {
    const way = join(base, 'way');
    symlinkSync(workspace, way, 'dir');
    const found = await readOpened<Table>(
      () => openGuarded(join(way, 'models/data/a.csv'), [join(way, 'models'), way], 'a.csv', tableBounds),
      (file) => readTable(file, 'a.csv', new Set(['x']), alone),
    );
    expect(said(found)).toEqual(['1', '2']);
  });

  it('is none outside, whichever links lead there', async () => {
    link(join(base, 'secret.csv'), 'out.csv');
    link('../../secret.csv', 'relative.csv');
    link(base, 'up', 'dir');
    link('out.csv', 'twice.csv');
    for (const name of ['out.csv', 'relative.csv', 'up/secret.csv', 'twice.csv'])
      expect(await read(name)).toBe(outside(name));
    expect(await read('upper.csv', [models])).toBe(outside('upper.csv'));
    // A folder whose name begins alike is another folder.
    mkdirSync(join(base, 'work', 'models-too'));
    writeFileSync(join(base, 'work', 'models-too', 'c.csv'), 'x\n5\n');
    link('../models-too/c.csv', 'alike.csv');
    expect(await read('alike.csv', [models])).toBe(outside('alike.csv'));
  });

  it('is no folder, and none that is not there', async () => {
    link('data', 'folder-link.csv', 'dir');
    link('nowhere', 'dangling.csv');
    expect(await read('folder.csv')).toBe('"folder.csv" is a folder; name a file in it.');
    expect(await read('folder-link.csv')).toBe('"folder-link.csv" is a folder; name a file in it.');
    for (const name of ['no.csv', 'dangling.csv', 'data/a.csv/b.csv'])
      expect(await read(name)).toBe(
        `There is no file "${name}" beside this model; check the name, or put the file there.`,
      );
    link('circle.csv', 'circle.csv');
    expect(await read('circle.csv')).toBe('"circle.csv" could not be read: it is a link that leads in a circle.');
  });

  it('is no larger than may be read: no byte of ten sparse gigabytes', async () => {
    writeFileSync(join(models, 'sparse.csv'), '');
    truncateSync(join(models, 'sparse.csv'), 10_000_000_000);
    expect(await read('sparse.csv')).toBe(
      '"sparse.csv" has 10,000 MB, and at most 100 MB are read; keep the columns and rows that the model needs.',
    );
  });

  it('is read to its end where it grows meanwhile', async () => {
    const path = join(models, 'grows.csv');
    writeFileSync(path, `x\n${'1\n'.repeat(300_000)}`);
    const grown = await read('grows.csv', [models], (slice) => {
      if (slice < 3) appendFileSync(path, '2\n'.repeat(10));
    });
    expect(grown.length).toBe(300_030);
    expect(grown.at(-1)).toBe('2');
  });

  it('is read no further than may be read where it grows for ever', async () => {
    const path = join(models, 'endless.csv');
    writeFileSync(path, 'x\n');
    const [open, bounds] = [openGuarded, { ...tableBounds, bytes: 1_000_000 }];
    const file = await open(path, [models], 'endless.csv', bounds);
    let read = 0;
    for (;;) {
      appendFileSync(path, '1\n'.repeat(200_000));
      const bytes = await file.read(read, Math.min(100_000, bounds.bytes + 1 - read));
      read += bytes.length;
      if (read > bounds.bytes) break;
    }
    await file.close();
    expect(read).toBe(1_000_001);
  });

  it('is read to what is left where it shrinks, and as it was where it vanishes', async () => {
    const path = join(models, 'shrinks.csv');
    writeFileSync(path, `x\n${'1\n'.repeat(300_000)}`);
    const shrunk = await read('shrinks.csv', [models], (slice) => {
      if (slice === 1) truncateSync(path, 300_000);
    });
    expect(shrunk.length).toBe(149_999);
    if (process.platform === 'win32') return;
    writeFileSync(path, `x\n${'1\n'.repeat(300_000)}`);
    const gone = await read('shrinks.csv', [models], (slice) => {
      if (slice === 1) unlinkSync(path);
    });
    expect(gone.length).toBe(300_000);
  });

  it.skipIf(process.platform === 'win32')('is no pipe, though nobody ever writes to it', async () => {
    execFileSync('mkfifo', [join(models, 'pipe.csv')]);
    link('pipe.csv', 'pipe-link.csv');
    expect(await read('pipe.csv')).toBe(odd('pipe.csv'));
    expect(await read('pipe-link.csv')).toBe(odd('pipe-link.csv'));
  });

  it.skipIf(process.platform === 'win32')('is no device, neither through a link nor in a root', async () => {
    link('/dev/zero', 'zero.csv');
    expect(await read('zero.csv')).toBe(outside('zero.csv'));
    expect(await read('zero.csv', ['/dev'])).toBe(odd('zero.csv'));
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('is none that one may not read', async () => {
    writeFileSync(join(models, 'mine.csv'), 'x\n1\n', { mode: 0o000 });
    expect(await read('mine.csv')).toBe('"mine.csv" could not be read: you may not read it.');
  });
});

it('knows the errors of the system from others', () => {
  expect(errorCode(Object.assign(new Error(), { code: 'EIO' }))).toBe('EIO');
  expect([new Error('x'), 'ENOENT', null].map(errorCode)).toEqual([null, null, null]);
});
