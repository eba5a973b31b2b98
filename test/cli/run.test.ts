import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import type { Command } from '../../src/cli/command';
import { badUsage, exitStatus } from '../../src/cli/failure';
import { commandHelp, generalHelp } from '../../src/cli/help';
import { helpOption } from '../../src/cli/options';
import { Output } from '../../src/cli/output';
import { run } from '../../src/cli/run';
import { Unanswerable } from '../../src/engine/api/unanswerable';

function command(name: string, act: Command['run']): Command {
  return { name, files: 'many', summary: `${name} it`, options: [helpOption], details: [], run: act };
}

const commands = [
  command('echo', async (args, { output }) => {
    await output.write(args.files.join('|'));
    return exitStatus.success;
  }),
  command('refuse', () => Promise.reject(badUsage('No.'))),
  command('give-up', () => Promise.reject(new Unanswerable('Too large.'))),
  command('break', () => Promise.reject(new TypeError('x is not a function'))),
];

async function ran(args: readonly string[], broken = false) {
  let output = '';
  let errors = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output += chunk.toString();
      done(broken ? Object.assign(new Error('EPIPE'), { code: 'EPIPE' }) : null);
    },
  });
  const status = await run(commands, args, {
    output: new Output(stream),
    errors: { write: (text) => (errors += text) },
    outputIsTerminal: false,
    folder: '/',
    readInput: () => Promise.resolve(new Uint8Array()),
    now: () => 0,
  });
  return { status, output, errors };
}

describe('run', () => {
  it('runs the command that is named', async () => {
    expect(await ran(['echo', 'a', 'b'])).toEqual({ status: 0, output: 'a|b', errors: '' });
  });

  it.each([['--help'], ['-h'], ['help']])('shows the general help for %s', async (arg) => {
    expect(await ran([arg])).toEqual({ status: 0, output: generalHelp(commands), errors: '' });
  });

  it.each([
    ['echo', '--help'],
    ['echo', 'a', '-h'],
    ['help', 'echo'],
  ])('shows the help of a command for %s %s', async (...args) => {
    expect(await ran(args)).toEqual({ status: 0, output: commandHelp(commands[0]!), errors: '' });
  });

  it('shows the version', async () => {
    expect(await ran(['--version'])).toEqual({ status: 0, output: `${version}\n`, errors: '' });
  });

  it('shows the help as an error where nothing is asked', async () => {
    expect(await ran([])).toEqual({ status: 2, output: '', errors: generalHelp(commands) });
  });

  it.each([
    [['ecoh'], 'lvm: There is no command ecoh. Did you mean echo? Commands: echo, refuse, give-up, break.\n'],
    [['help', 'zzz'], 'lvm: There is no command zzz. Commands: echo, refuse, give-up, break.\n'],
    [['--verson'], 'lvm: There is no option --verson. Commands: echo, refuse, give-up, break.\n'],
    [['echo'], 'lvm: Name the file of a model.\nlvm echo --help says how it is used.\n'],
    [['refuse', 'a'], 'lvm: No.\n'],
  ])('ends with 2 for %j', async (args, errors) => {
    expect(await ran(args)).toEqual({ status: 2, output: '', errors });
  });

  it('ends with 1 where the engine cannot answer', async () => {
    expect(await ran(['give-up', 'a'])).toEqual({ status: 1, output: '', errors: 'lvm: Too large.\n' });
  });

  it('takes a fault of its own upon itself', async () => {
    const { status, output, errors } = await ran(['break', 'a']);
    expect([status, output]).toEqual([70, '']);
    expect(errors).toMatch(/^lvm: This is a fault of lvm, not of the model: TypeError: x is not a function\n/);
  });

  it('ends quietly where nobody reads', async () => {
    expect(await ran(['echo', 'a'], true)).toEqual({ status: 0, output: 'a', errors: '' });
  });
});
