import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { open } from '@vscode/test-web';
import { root, run } from './install/cache';
import type { CodeServer } from './install/codeServer';
import type { VSCodeWeb } from './install/vscodeWeb';

/** A VS Code that a browser can open. */
export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves VS Code for the web with this repository's extension (as built in dist/) on a folder of this disk.
 * What the page writes to the folder stays in the page.
 */
export async function serveWeb(
  build: VSCodeWeb,
  folder: string,
  options: { suite?: string; port?: number } = {},
): Promise<Server> {
  const port = options.port ?? (await freePort('localhost'));
  const served = await open({
    browserType: 'none',
    quality: build.quality,
    commit: build.commit,
    testRunnerDataDir: build.testRunnerDataDir,
    extensionDevelopmentPath: root,
    folderPath: folder,
    host: 'localhost',
    port,
    ...(options.suite === undefined ? {} : { extensionTestsPath: options.suite }),
  });
  const url = `http://localhost:${port}/`;
  await answers(url, 60_000);
  return { url, close: async () => served.dispose() };
}

/**
 * Starts code-server on a folder, with the extension installed from a `.vsix` as a user would.
 *
 * @param data an empty folder for its settings and extensions
 */
export async function serveCodeServer(
  program: CodeServer,
  vsix: string,
  folder: string,
  data: string,
): Promise<Server> {
  const [user, extensions] = [join(data, 'user'), join(data, 'extensions')];
  await mkdir(user, { recursive: true });
  await mkdir(extensions, { recursive: true });
  const folders = ['--user-data-dir', user, '--extensions-dir', extensions];
  const environment = { ...process.env, HOME: data, XDG_CONFIG_HOME: join(data, 'config'), XDG_DATA_HOME: data };
  const installed = await run(program.node, [program.entry, ...folders, '--install-extension', vsix], {
    cwd: data,
    env: environment,
    limit: 120_000,
  });
  if (!installed.includes('was successfully installed'))
    throw new Error(`code-server did not install it:\n${installed}`);
  const port = await freePort('127.0.0.1');
  const child = spawn(
    program.node,
    [
      program.entry,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...folders,
      ...[
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-workspace-trust',
        '--disable-getting-started-override',
      ],
      folder,
    ],
    { cwd: data, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let output = '';
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8000);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    // The group, with the extension host that it started.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}/`;
  try {
    await answers(url, 60_000);
  } catch (error) {
    stop();
    throw new Error(`${(error as Error).message}\ncode-server had written:\n${output}`);
  }
  return {
    url: `${url}?folder=${encodeURIComponent(folder)}`,
    close: async () => {
      process.off('exit', stop);
      stop();
      await ended;
    },
  };
}

async function answers(url: string, limit: number): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // Not up yet.
    }
    if (Date.now() > end) throw new Error(`${url} did not answer within ${limit / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * A port that nothing listens at, at a name of this machine.
 *
 * @param wanted this one; any where it is 0
 * @throws Error of the system where it cannot be had: `EADDRINUSE` where something listens there
 */
export function freePort(host: string, wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, host, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
