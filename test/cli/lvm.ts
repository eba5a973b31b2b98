import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { assets, options } from '../../esbuild.js';
import type { ExitStatus } from '../../src/cli/failure';
import { root } from '../sources';

let built: Promise<string> | null = null;

/** A folder with the command line as it is now, built as `npm run build` builds it: `cli.js` and what it loads. */
export function builtFolder(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = temporaryFolder();
  await esbuild.build({ ...options('cli', false), outdir: folder });
  for (const file of assets) copyFileSync(file, join(folder, basename(file)));
  chmodSync(join(folder, 'cli.js'), 0o755);
  return folder;
}

const folders: string[] = [];

/** A folder of its own, which goes when the tests end. */
export function temporaryFolder(): string {
  if (folders.length === 0)
    process.once('exit', () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
  const folder = mkdtempSync(join(tmpdir(), 'lvm-cli-'));
  folders.push(folder);
  return folder;
}

export interface Outcome {
  readonly status: ExitStatus | null;
  readonly output: string;
  readonly errors: string;
}

/** Milliseconds after which a command is killed, so that one that hangs fails its test with no status. */
const limit = 25_000;

/** Runs a command line with nothing on standard input, in the folder of the repository if no other is named. */
export async function lvm(args: readonly string[], folder = root, input = ''): Promise<Outcome> {
  const program = join(await builtFolder(), 'cli.js');
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, timeout: limit, killSignal: 'SIGKILL' });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A command that fails before it reads leaves nobody to write to.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    status: status as ExitStatus | null,
    output: Buffer.concat(output).toString(),
    errors: Buffer.concat(errors).toString(),
  };
}
