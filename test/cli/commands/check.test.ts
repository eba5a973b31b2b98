import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFolder, lvm, temporaryFolder } from '../lvm';

const folder = temporaryFolder();
writeFileSync(join(folder, 'good.lvm'), 'observed x ~ Normal(0, 1)\ndata x from "d.csv" columns a\n');
writeFileSync(join(folder, 'd.csv'), 'a\n1\n');
writeFileSync(join(folder, 'warned.lvm'), 'observed x ~ Normal(0, 1)\nlatent z ~ Normal(0, 1)\n');
writeFileSync(join(folder, 'bad.lvm'), 'observed x ~ Normal(0, -1)\n');
writeFileSync(join(folder, 'no-data.lvm'), 'observed x ~ Normal(0, 1)\ndata x from "no.csv" columns a\n');
mkdirSync(join(folder, 'sub'));

const lines = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('lvm check', () => {
  it('says nothing of a good model and ends with 0', async () => {
    expect(await lvm(['check', 'good.lvm'], folder)).toEqual({ status: 0, output: '', errors: '' });
  });

  it('ends with 0 where there are warnings only', async () => {
    const { status, output, errors } = await lvm(['check', 'good.lvm', 'warned.lvm'], folder);
    expect([status, errors]).toEqual([0, '']);
    expect(lines(output)).toEqual([
      {
        file: 'warned.lvm',
        code: 'unused-latent',
        severity: 'warning',
        line: 2,
        column: 8,
        endLine: 2,
        endColumn: 9,
        message: expect.stringContaining('z'),
      },
    ]);
  });

  it('ends with 1 where any file has an error, and goes through all of them', async () => {
    const { status, output, errors } = await lvm(['check', 'bad.lvm', 'warned.lvm', 'no-data.lvm'], folder);
    expect([status, errors]).toEqual([1, '']);
    expect(lines(output)).toEqual([
      expect.objectContaining({
        file: 'bad.lvm',
        code: 'parameter-domain',
        severity: 'error',
        line: 1,
        column: 24,
        endColumn: 26,
      }),
      expect.objectContaining({ file: 'warned.lvm', severity: 'warning' }),
      expect.objectContaining({ file: 'no-data.lvm', code: 'data-file', severity: 'warning', line: 2 }),
    ]);
  });

  it('ends with 2 where a file cannot be read, and checks the others all the same', async () => {
    const { status, output, errors } = await lvm(['check', 'none.lvm', 'sub', 'bad.lvm'], folder);
    expect(status).toBe(2);
    expect(lines(output)).toEqual([expect.objectContaining({ file: 'bad.lvm' })]);
    expect(errors).toBe('lvm: There is no file none.lvm.\nlvm: sub is a folder; name a file in it.\n');
  });

  it('takes the models of the gallery', async () => {
    const models = readdirSync('media/gallery').filter((name) => name.endsWith('.lvm'));
    const { status, errors } = await lvm(['check', ...models.map((name) => `media/gallery/${name}`)]);
    expect([status, errors]).toEqual([0, '']);
  });

  it.runIf(existsSync('/dev/full'))('ends with 2 where the disk is full', async () => {
    const program = join(await builtFolder(), 'cli.js');
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'check', 'bad.lvm', 'bad.lvm'], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lvm: The output could not be written: ENOSPC.*\n$/);
  });

  it('needs a file', async () => {
    expect(await lvm(['check'])).toEqual({
      status: 2,
      output: '',
      errors: 'lvm: Name the file of a model.\nlvm check --help says how it is used.\n',
    });
  });
});
