import { execFileSync, spawn } from 'node:child_process';
import { openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/files/limits';
import { builtFolder, lvm, temporaryFolder } from './lvm';

const model = 'observed x ~ Normal(0, 1)\n';
const folder = temporaryFolder();
for (const [name, text] of Object.entries({
  'good.lvm': model,
  'pipe.lvm': `${model}data x from "pipe" columns h\n`,
  'zero.lvm': `${model}data x from "zero" columns h\n`,
}))
  writeFileSync(join(folder, name), text);

// A command that hangs is killed after a while, and then has no status.
describe.skipIf(process.platform === 'win32')('the program', () => {
  it('does not wait for a pipe that nobody writes to, nor read a device to its end', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'zero'));
    const odd = /is no regular file but a device or a pipe; save what comes from it to a file, and name that\.\n$/;
    for (const path of ['pipe', 'zero']) {
      const named = await lvm(['check', path], folder);
      expect(named).toMatchObject({ status: 2, output: '', errors: expect.stringMatching(odd) });
      const given = await lvm(['posterior', 'good.lvm', '--of', 'x', '--given', path], folder);
      expect(given).toMatchObject({ status: 2, errors: expect.stringMatching(odd) });
      const inModel = await lvm(['check', `${path}.lvm`], folder);
      expect(inModel).toMatchObject({ status: 0, errors: '' });
      expect(JSON.parse(inModel.output)).toMatchObject({ code: 'data-file', severity: 'warning' });
    }
  });

  it('still reads a model, or evidence, from what is open already', async () => {
    const piped = await lvm(['check', '/dev/stdin'], folder, 'observed x ~ Normal(0, )\n');
    expect(piped).toMatchObject({ status: 1, errors: '' });
    expect(JSON.parse(piped.output)).toMatchObject({ file: '/dev/stdin', severity: 'error' });
    const given = await lvm(['density', 'good.lvm', '--of', 'x', '--at', '/dev/stdin'], folder, '[0]');
    expect(given.status).toBe(0);
    const program = join(await builtFolder(), 'cli.js');
    const shell = (command: string) =>
      execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', timeout: 25_000 });
    expect(shell(`cat good.lvm | node ${program} check /dev/stdin < good.lvm`)).toBe('');
    expect(shell(`cat good.lvm | node ${program} check /dev/stdin`)).toBe('');
    expect(shell(`node ${program} check <(cat good.lvm)`)).toBe('');
  });

  it('stops in the middle of endless standard input', { timeout: 60_000 }, async () => {
    const program = join(await builtFolder(), 'cli.js');
    const child = spawn(process.execPath, [program, 'posterior', 'good.lvm', '--of', 'x', '--given', '-'], {
      cwd: folder,
      stdio: [openSync('/dev/zero', 'r'), 'ignore', 'pipe'],
      timeout: 50_000,
    });
    let errors = '';
    child.stderr?.on('data', (text) => {
      errors += text;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, errors]).toEqual([
      2,
      `lvm: Standard input has more than ${limits.jsonBytes / 1e6} MB, which is more than is read of it.\n`,
    ]);
  });
});
