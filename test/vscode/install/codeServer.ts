import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeServerComplete as complete, codeServerVersion as version } from '../../needs.mjs';
import { cache, installPackages, run } from './cache';

/** VS Code with a Node extension host behind a browser, as a program on this disk. */
export interface CodeServer {
  readonly node: string;
  readonly entry: string;
  readonly name: string;
}

const folder = join(cache, 'code-server');

/**
 * Finds or installs code-server with the Node version it asks for (two to five minutes; it compiles native modules, for
 * which Debian needs build-essential, python3 and libkrb5-dev).
 */
export async function codeServer(): Promise<CodeServer> {
  const binaries = join(folder, 'node_modules', '.bin');
  const server: CodeServer = {
    node: join(binaries, 'node'),
    entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
    name: `code-server ${version}`,
  };
  if (existsSync(complete)) return server;
  console.log(`Installing code-server ${version} from the npm registry (some minutes) …`);
  await rm(folder, { recursive: true, force: true });
  const scripts = ['node', 'code-server', 'argon2'];
  await installPackages(folder, ['node@24'], { scripts, limit: 240_000 });
  // Its install script insists on running under its own version of Node.
  await installPackages(folder, [`code-server@${version}`], { scripts, binaries, limit: 900_000 });
  await run(server.node, [server.entry, '--version'], { cwd: folder, limit: 60_000 });
  await writeFile(complete, '');
  return server;
}
