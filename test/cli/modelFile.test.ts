import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { readModelFile } from '../../src/cli/modelFile';
import { f32, safetensorsFile } from '../model/safetensorsFile';
import { temporaryFolder } from './lvm';

/** Files by their paths. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const codes = async (path: string, folder: string) =>
  (await readModelFile(path, folder)).analysis.diagnostics.map(({ code, message }) => [code, message]);
const plain = 'observed x ~ Normal(0, 1)\n';

describe('readModelFile', () => {
  it('reads data from beside the model, wherever the command runs', async () => {
    const files = {
      'models/a.lvm': `${plain}data x from "data/höhe 1%.csv" columns h`,
      'models/data/höhe 1%.csv': 'h\n1\n2\n',
    };
    const folder = folderWith(files);
    expect(await codes('models/a.lvm', folder)).toEqual([]);
    expect(await codes('a.lvm', join(folder, 'models'))).toEqual([]);
    expect(await codes(join(folder, 'models/a.lvm'), '/')).toEqual([]);
    expect(await codes('../models/a.lvm', join(folder, 'models'))).toEqual([]);
  });

  it('tells of data that are missing, not numbers, a folder, or no table', async () => {
    const folder = folderWith({
      'missing.lvm': `${plain}data x from "no.csv" columns h`,
      'words.lvm': `${plain}data x from "words.csv" columns h`,
      'words.csv': 'h\n1\ntwo\n',
      'folder.lvm': `${plain}data x from "sub" columns h`,
      'sub/a.csv': 'h\n1\n',
      'empty.lvm': `${plain}data x from "empty.csv" columns h`,
      'empty.csv': '',
    });
    expect(await codes('missing.lvm', folder)).toEqual([
      ['data-file', 'There is no file "no.csv" beside this model; check the name, or put the file there.'],
    ]);
    expect((await codes('words.lvm', folder)).map(([code]) => code)).toEqual(['data-values']);
    expect(await codes('folder.lvm', folder)).toEqual([['data-file', '"sub" is a folder; name a file in it.']]);
    expect(await codes('empty.lvm', folder)).toEqual([
      ['data-file', '"empty.csv" is empty; its first row should name the columns.'],
    ]);
  });

  it('reads nothing from outside of the model’s folder, except from where it runs', async () => {
    const folder = folderWith({
      'models/a.lvm': `${plain}data x from "../data.csv" columns h`,
      'data.csv': 'h\n1\n',
    });
    expect(await codes('models/a.lvm', folder)).toEqual([]);
    expect((await codes('a.lvm', join(folder, 'models'))).map(([, message]) => message)).toEqual([
      expect.stringContaining('"../data.csv" leads out of'),
    ]);
  });

  it('reads trained weights, and makes those that do not fit errors', async () => {
    const text = `network mu(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), 1)\nweights from "w.safetensors"\n`;
    const fitting = safetensorsFile({ 'mu.0.weight': f32([1, 1], [2]), 'mu.0.bias': f32([1], [3]) });
    const folder = folderWith({ 'a.lvm': text, 'w.safetensors': fitting });
    const { analysis, weights } = await readModelFile('a.lvm', folder);
    expect(analysis.diagnostics).toEqual([]);
    expect(weights).toEqual(new Map([['mu.0', { kernel: Float32Array.of(2), bias: Float32Array.of(3) }]]));

    const other = folderWith({ 'a.lvm': text, 'w.safetensors': safetensorsFile({ a: f32([1], [1]) }) });
    expect((await codes('a.lvm', other)).map(([code]) => code)).toEqual(['weights-mismatch']);
    expect((await codes('a.lvm', folderWith({ 'a.lvm': text }))).map(([code]) => code)).toEqual(['weights-missing']);
  });

  it('fails on a model that cannot be read', async () => {
    const folder = folderWith({ 'bytes.lvm': Uint8Array.of(0xff, 0xfe, 0x00), 'sub/a.lvm': plain });
    const failure = (message: string) => new Failure(message, 2);
    await expect(readModelFile('no.lvm', folder)).rejects.toThrow(failure('There is no file no.lvm.'));
    await expect(readModelFile('sub/a.lvm/b.lvm', folder)).rejects.toThrow(
      failure('There is no file sub/a.lvm/b.lvm.'),
    );
    await expect(readModelFile('sub', folder)).rejects.toThrow(failure('sub is a folder; name a file in it.'));
    await expect(readModelFile('bytes.lvm', folder)).rejects.toThrow(
      failure('bytes.lvm is not UTF-8 text; save it as UTF-8.'),
    );
  });

  it.skipIf(process.platform === 'win32')('reads no pipe, no device and nothing that a link leads out to', async () => {
    const weights = 'network mu(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), 1)\n';
    const folder = folderWith({
      'models/pipe.lvm': `${plain}data x from "pipe" columns h`,
      'models/zero.lvm': `${plain}data x from "zero" columns h`,
      'models/out.lvm': `${plain}data x from "out.csv" columns h`,
      'models/weights.lvm': `${weights}weights from "pipe"`,
      'secret.csv': 'h\nPASSWORD=1\n',
    });
    execFileSync('mkfifo', [join(folder, 'models', 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'models', 'zero'));
    symlinkSync('../secret.csv', join(folder, 'models', 'out.csv'));
    const [inside, models] = [folder, join(folder, 'models')];
    const message = async (name: string) => (await codes(name, models)).map(([, text]) => text).join();
    expect(await message('pipe.lvm')).toMatch(/^"pipe" is no regular file but a device or a pipe/);
    expect(await message('zero.lvm')).toMatch(/^"zero" is a link that leads out/);
    expect(await message('out.lvm')).toBe(
      '"out.csv" is a link that leads out of the folder of this model; put the file itself in its place.',
    );
    expect(await codes('weights.lvm', models)).toEqual([
      ['weights-missing', expect.stringContaining('no regular file but a device or a pipe')],
    ]);
    // From the folder above, the link leads nowhere that is forbidden.
    expect((await codes('models/out.lvm', inside)).map(([code]) => code)).toEqual(['data-values']);
  });

  it('finds data beside a model that is reached through a link', async () => {
    const folder = folderWith({ 'models/a.lvm': `${plain}data x from "a.csv" columns h`, 'models/a.csv': 'h\n1\n' });
    symlinkSync(join(folder, 'models'), join(folder, 'way'), 'dir');
    expect(await codes('way/a.lvm', folder)).toEqual([]);
    expect(await codes('a.lvm', join(folder, 'way'))).toEqual([]);
  });
});
