import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assets, buildAll } from '../../esbuild.js';
import { bundledPackages, licencesText } from '../../media/licences.js';
import { root } from '../sources';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lvm-licences-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A package in a folder of its own, with the given files beside its package.json. */
async function made(manifest: { readonly name: string }, files: Readonly<Record<string, string>> = {}) {
  const at = join(folder, 'node_modules', manifest.name);
  await mkdir(at, { recursive: true });
  await writeFile(join(at, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(at, name), text);
  return new Map([[at, Object.keys(files).map((name) => join(at, name))]]);
}

describe('the licences of what is shipped', () => {
  it('are those of every package that a bundle or an asset comes from, each with its text', {
    timeout: 120_000,
  }, async () => {
    const metafiles = await buildAll(join(folder, 'dist'));
    const text = await readFile(join(folder, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    // Found anew, by the names of the inputs alone.
    const used = metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
      ),
    );
    const nameIn = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;
    const names = new Set([...used, ...assets].flatMap((path) => nameIn.exec(path)?.[1] ?? []));
    expect(names.size).toBeGreaterThan(10);
    expect(used.some((path) => path.startsWith('kernels:'))).toBe(true);
    const sections = text.split(/\n=+\n\n/);
    for (const name of [...names, 'assemblyscript', 'XNNPACK', 'musl']) {
      const section = sections.find((each) => each.startsWith(`${name} `));
      expect(section, name).toMatch(/copyright/i);
      expect(section?.length, name).toBeGreaterThan(600);
    }
    expect(sections.find((each) => each.startsWith('assemblyscript'))).toContain('The following authors');
  });

  it('name what is compiled into the files of TensorFlow.js of the version that was looked at', async () => {
    const { version } = JSON.parse(
      await readFile(join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/package.json'), 'utf8'),
    ) as { version: string };
    expect(version).toBe('4.22.0');
  });

  it('are the files of a package that carry them, notices too', async () => {
    const packages = await made(
      { name: 'whole' },
      { 'LICENCE.md': 'Own words.', NOTICE: 'A notice.', 'licensed.js': 'no' },
    );
    expect(await licencesText(packages)).toMatch(/whole 1\.2\.3\n\nOwn words\.\n\nA notice\.\n$/);
  });

  it('are the standard text where a package has no file, with its author, and say so', async () => {
    const author = { name: 'A. Author' };
    const text = await licencesText(await made({ name: 'bare', ...{ license: 'MIT', author } }, { 'a.js': 'let a;' }));
    expect(text).toContain('bare 1.2.3 (MIT)\n\nThe package comes without a licence file.');
    expect(text).toContain('Copyright (c) A. Author\n');
    expect(text).toContain('Permission is hereby granted, free of charge');
    expect(text).not.toContain('<copyright holders>');
  });

  it('are the standard text with the copyright that the files state, where they do', async () => {
    const source = '/*\n * Copyright 2019 Somebody.\n */';
    const text = await licencesText(await made({ name: 'stated', ...{ license: 'Apache-2.0' } }, { 'a.js': source }));
    expect(text).toMatch(
      /with the copyright that its source files state\.\n\nCopyright 2019 Somebody\.\nApache License/,
    );
  });

  it.each([{ license: 'UNLICENSED' }, { license: 'SEE LICENSE IN x' }, {}])(
    'stop the build for a package with %j',
    async (says) => {
      await expect(made({ name: 'none', ...says }).then(licencesText)).rejects.toThrow(
        /^The package none is bundled, has no licence file, and its package\.json names no licence of the SPDX list/,
      );
    },
  );

  it('are of packages inside packages too, once each', () => {
    const inputs = {
      'node_modules/a/x.js': { bytesInOutput: 1 },
      'node_modules/a/y.js': { bytesInOutput: 1 },
      'node_modules/a/node_modules/@b/c/z.js': { bytesInOutput: 1 },
      'node_modules/d/unused.js': { bytesInOutput: 0 },
      'src/own.ts': { bytesInOutput: 9 },
    };
    const metafile = { inputs: {}, outputs: { 'x.js': { bytes: 1, inputs, imports: [], exports: [] } } };
    expect([...bundledPackages('/r', [metafile], ['/r/node_modules/e/e.wasm']).keys()]).toEqual([
      '/r/node_modules/a',
      '/r/node_modules/a/node_modules/@b/c',
      '/r/node_modules/e',
    ]);
  });
});
