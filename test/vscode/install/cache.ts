import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The repository's folder: npm runs every script there. */
export const root = process.cwd();

/** Everything that is fetched or made for tests and is no part of the project; git ignores it. */
export const cache = join(root, '.cache');

/** The extension as a user installs it, packed once for all tests that do. */
export const vsix = join(cache, 'packaged', 'lvm.vsix');

/**
 * Installs packages into a folder of their own, outside the project's dependencies.
 * Their install scripts run, which the project's own settings forbid, and which npm 11 asks to be named in `allowScripts`.
 *
 * @param folder made where it is missing
 * @param packages as `name@version`
 * @param options `scripts`: the packages whose install scripts may run; `binaries`: a folder put first in PATH; `limit` in milliseconds
 * @throws Error with the end of npm's output where npm fails or exceeds the limit
 */
export async function installPackages(
  folder: string,
  packages: readonly string[],
  options: { scripts: readonly string[]; binaries?: string; limit: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) {
    const allowScripts = Object.fromEntries(options.scripts.map((name) => [name, true]));
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }, null, 2));
  }
  const path = options.binaries === undefined ? process.env.PATH : options.binaries + delimiter + process.env.PATH;
  await run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    env: { ...withoutProject(process.env), PATH: path, npm_config_ignore_scripts: 'false' },
    limit: options.limit,
  });
}

/**
 * The environment without what `npm run` adds to it: this project's settings (its folder, its `ignore-scripts`, how
 * little is to be printed), which another installation must not take for its own. How to reach the registry stays.
 */
function withoutProject(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept =
    /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|https-proxy|noproxy|cafile|nodedir)$/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote, standard output and error together
 * @throws Error where it exits with another code than 0, cannot be started, or runs longer than `limit` milliseconds
 */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; limit: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const what = [program, ...args].join(' ');
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(
        new Error(`${what}\nwas stopped after ${options.limit / 1000} s. It had written:\n${output.slice(-4000)}`),
      );
    }, options.limit);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${what}\ncould not be started: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else reject(new Error(`${what}\nended with code ${code}:\n${output.slice(-4000)}`));
    });
  });
}
