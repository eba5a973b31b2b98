import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { analyse } from '../../src/language/analyse';
import { update } from '../cli/golden';
import { builtFolder, lvm, temporaryFolder } from '../cli/lvm';

const path = 'media/docs/commandLine.md';
const page = readFileSync(path, 'utf8');
const fence = /```(\w+)(?: ([\w.-]+))?\n([\s\S]*?)```/g;
const fences = [...page.matchAll(fence)].map(([, kind, name, text]) => ({ kind, name, text: text! }));
const examples = fences.filter(({ kind }) => kind === 'console');

/** A folder with the files of the page, and the built program as `lvm` on the path: by its shebang, as `npm link` puts it there. */
async function workplace(): Promise<{ folder: string; env: NodeJS.ProcessEnv }> {
  const folder = temporaryFolder();
  for (const { name, text } of fences) if (name !== undefined) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(await builtFolder(), 'cli.js'), join(folder, 'bin', 'lvm'));
  return { folder, env: { ...process.env, PATH: join(folder, 'bin') + delimiter + process.env.PATH } };
}

const commandsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));

/** What a terminal shows when the commands are typed in one after the other. */
async function transcript(text: string): Promise<string> {
  const { folder, env } = await workplace();
  const quoted = (command: string) => `'${command.replaceAll("'", `'\\''`)}'`;
  // Showing a command must not change the status that the next one asks for.
  const script = commandsOf(text)
    .map((command) => `status=$?\nprintf '$ %s\\n' ${quoted(command)}\n(exit $status)\n${command}`)
    .join('\n');
  return execFileSync('sh', ['-c', `exec 2>&1\n${script}\ntrue`], { cwd: folder, env, encoding: 'utf8' });
}

const number = /-?\d+(\.\d+)?(e[+-]\d+)?/g;

/** Equal but for the last digits of numbers, which another processor may round otherwise. */
function expectAlike(actual: string, expected: string): void {
  expect(actual.replace(number, '#')).toBe(expected.replace(number, '#'));
  const [found, wanted] = [actual, expected].map((text) => (text.match(number) ?? []).map(Number));
  found!.forEach((value, i) => {
    expect(Math.abs(value - wanted![i]!), `${value} for ${wanted![i]}`).toBeLessThanOrEqual(
      1e-5 * Math.max(1, Math.abs(value)),
    );
  });
}

describe('the page about the command line', () => {
  it('has examples of every command', () => {
    const commands = examples.flatMap(({ text }) => commandsOf(text)).join('\n');
    for (const name of ['check', 'density', 'posterior', 'sample']) expect(commands).toContain(`lvm ${name} `);
  });

  it.each(fences.filter(({ kind, name }) => kind === 'lvm' && name !== 'broken.lvm'))(
    'has a model without anything to complain about: $name',
    ({ text }) => {
      expect(analyse(text).diagnostics).toEqual([]);
    },
  );

  it.each(examples)('shows what happens:\n$text', async ({ text }) => {
    const shown = await transcript(text);
    if (update) {
      // `UPDATE_GOLDEN=1` writes the examples anew; read them before you commit them.
      const present = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        present.replace(text, () => shown),
      );
    } else expectAlike(shown, text);
  });

  it('names every option of every command', async () => {
    for (const command of ['check', 'density', 'posterior', 'sample']) {
      const { output } = await lvm([command, '--help']);
      const options = [...output.matchAll(/--[a-z]+/g)].map(([option]) => option);
      expect(options.filter((option) => option !== '--help' && !page.includes(option))).toEqual([]);
    }
  });
});

it('the commands of the README run', async () => {
  const { folder, env } = await workplace();
  symlinkSync(join(process.cwd(), 'media'), join(folder, 'media'));
  const section = /## The command line\n[\s\S]*?```console\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))!;
  const commands = commandsOf(section[1]!);
  expect(commands.length).toBe(4);
  for (const command of commands) execFileSync('sh', ['-ec', command], { cwd: folder, env });
  expect(readFileSync(join(folder, 'samples.csv'), 'utf8').split('\n').length).toBe(1_000_002);
});

it('the program on the path knows its version', async () => {
  const { env } = await workplace();
  expect(execFileSync('lvm', ['--version'], { env, encoding: 'utf8' })).toBe(`${version}\n`);
});
