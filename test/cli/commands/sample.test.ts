import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { builtFolder, lvm, temporaryFolder } from '../lvm';

const folder = temporaryFolder();
const bumps = 'media/gallery/three-bumps.lvm';
writeFileSync(
  join(folder, 'kinds.lvm'),
  `latent   colour          ~ Categorical(blue: 0.3, orange: 0.5, green: 0.2)
latent   rain            ~ Bernoulli(0.2)
observed count           ~ Poisson(3)
observed v | colour      ~ Normal([0, 1, 2][colour], 1)^2
latent   s[1]            ~ Cauchy(0, 1)
latent   s[t] | s[t-1]   ~ Normal(s[t-1], 1) for t in 2..3
observed y | rain, s[3]  ~ Normal(s[3] + case rain { true: 1, false: 0 }, 1)
`,
);
writeFileSync(join(folder, 'bad.lvm'), 'observed x ~ Normal(0, -1)\n');
writeFileSync(join(folder, 'never.lvm'), 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(0, sqrt(z - 100))\n');
writeFileSync(join(folder, 'wide.lvm'), 'observed x ~ Normal(0, 1)^8\n');

/** Runs a command whose output is read by `take`, and measures the memory of its process. */
async function measured(args: readonly string[], take: (output: Readable) => Promise<number>) {
  const measuring = join(folder, 'measure.cjs');
  // resourceUsage counts in kilobytes.
  writeFileSync(
    measuring,
    `process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));`,
  );
  const program = join(await builtFolder(), 'cli.js');
  const child = spawn(process.execPath, ['--require', measuring, program, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let memory = '';
  let errors = '';
  const [output, messages, numbers] = child.stdio.slice(1, 4) as [Readable, Readable, Readable];
  numbers.on('data', (chunk: Buffer) => {
    memory += chunk.toString();
  });
  messages.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const taken = await take(output);
  const status = await closed;
  return { status, taken, errors, megabytes: Number(memory) / 1024 };
}

async function lines(output: Readable): Promise<number> {
  let count = 0;
  for await (const chunk of output) for (const byte of chunk as Buffer) if (byte === 10) count++;
  return count;
}

describe('lvm sample', () => {
  it('writes a line with the names, then one for each draw', async () => {
    const { status, output, errors } = await lvm(['sample', bumps, '-n', '3', '--seed', '0']);
    expect([status, errors]).toEqual([0, '']);
    expect(output).toMatch(/^z,x\n([123],-?\d+\.\d+\n){3}$/);
  });

  it('gives the same rows for the same seed, and 0 is a seed like any other', async () => {
    const output = async (...args: string[]) => (await lvm(['sample', bumps, '-n', '100', ...args])).output;
    const [usual, zero, again, one] = await Promise.all([
      output(),
      output('--seed', '0'),
      output('--seed', '0'),
      output('--seed', '1'),
    ]);
    expect(again).toBe(zero);
    expect(usual).toBe(zero);
    expect(one).not.toBe(zero);
  });

  it('begins a longer run with the rows of a shorter one', async () => {
    const [long, short] = await Promise.all(
      ['20000', '17000'].map(async (count) => (await lvm(['sample', bumps, '-n', count])).output),
    );
    expect(long!.startsWith(short!)).toBe(true);
    expect(long!.split('\n').length).toBe(20_002);
  });

  it('writes the same draws as objects', async () => {
    const [csv, json] = await Promise.all(
      ['csv', 'json'].map(async (format) => {
        const { status, output } = await lvm(['sample', 'kinds.lvm', '-n', '40', '--format', format], folder);
        expect(status).toBe(0);
        return output.trimEnd().split('\n');
      }),
    );
    expect(csv![0]).toBe('colour,rain,count,v[1],v[2],s[1],s[2],s[3],y');
    const rows = json!.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => ['colour', 'rain', 'count', 'v', 's', 'y']));
    expect(rows.map((row) => Object.values(row).flat().join(','))).toEqual(csv!.slice(1));
    expect(new Set(rows.map(({ colour }) => colour))).toEqual(new Set(['blue', 'orange', 'green']));
    expect(new Set(rows.map(({ rain }) => rain))).toEqual(new Set([true, false]));
  });

  it('draws nothing where nothing is wanted', async () => {
    expect(await lvm(['sample', bumps, '-n', '0'])).toEqual({ status: 0, output: 'z,x\n', errors: '' });
    expect(await lvm(['sample', bumps, '-n', '0', '--format', 'json'])).toEqual({ status: 0, output: '', errors: '' });
  });

  it('streams a million rows in the memory of a tenth as many, to a reader that takes its time', async () => {
    const slowly = async (output: Readable) => {
      output.pause();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return lines(output);
    };
    const few = await measured(['sample', 'wide.lvm', '-n', '100000'], lines);
    const many = await measured(['sample', 'wide.lvm', '-n', '1000000'], slowly);
    expect([few.status, few.taken, few.errors]).toEqual([0, 100_001, '']);
    expect([many.status, many.taken, many.errors]).toEqual([0, 1_000_001, '']);
    // The rows are 150 megabytes of text, and 64 of numbers.
    expect(few.megabytes).toBeGreaterThan(20);
    expect(many.megabytes - few.megabytes).toBeLessThan(80);
  });

  it('ends quietly when its reader goes', async () => {
    const head = async (output: Readable) => {
      for await (const _ of output) {
        output.destroy();
        break;
      }
      return 0;
    };
    const { status, errors } = await measured(['sample', 'wide.lvm', '-n', '100000000'], head);
    expect([status, errors]).toEqual([0, '']);
  });

  it('ends with 1 for a model that has errors or cannot be drawn from', async () => {
    const bad = await lvm(['sample', 'bad.lvm', '-n', '3'], folder);
    expect([bad.status, bad.output]).toEqual([1, '']);
    expect(bad.errors).toMatch(/^lvm: bad\.lvm has an error:\nbad\.lvm:1:24: error: .+ \(parameter-domain\)\n$/);
    const never = await lvm(['sample', 'never.lvm', '-n', '3'], folder);
    expect([never.status, never.output]).toEqual([1, 'z,x\n']);
    expect(never.errors).toMatch(/^lvm: The sd of x .+\n$/);
  });

  it.each([
    [['sample', bumps], '-n N is missing: how many draws.'],
    [['sample', bumps, '-n', 'many'], '-n is many, and takes a whole number from 0 to 2^53 − 1.'],
    [['sample', bumps, '-n', '3', '--seed', '-1'], '--seed is -1, and takes a whole number from 0 to 2^53 − 1.'],
    [['sample', bumps, '-n', '3', '--format', 'xml'], '--format is xml, and takes csv or json.'],
    [['sample', bumps, bumps, '-n', '3'], `It takes one model, and there are 2: ${bumps}, ${bumps}.`],
    [['sample', bumps, '-n', '3', '--sede', '1'], 'There is no option --sede. Did you mean --seed?'],
  ])('ends with 2 for %j', async (args, message) => {
    const errors = `lvm: ${message}\nlvm sample --help says how it is used.\n`;
    expect(await lvm(args)).toEqual({ status: 2, output: '', errors });
  });

  it('ends with 2 where there is no such file', async () => {
    expect(await lvm(['sample', 'none.lvm', '-n', '3'])).toEqual({
      status: 2,
      output: '',
      errors: 'lvm: There is no file none.lvm.\n',
    });
  });
});
