import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './cache';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

/**
 * The browser that the tests drive: `LVM_BROWSER`, or Chromium, Chrome or Edge in the usual places.
 *
 * @throws Error saying what to install where there is none
 */
export function findChromium(): string {
  const named = process.env.LVM_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`LVM_BROWSER names ${named}, and there is no such file.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...programs];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Error(
    'The tests in a real VS Code need Chromium, Chrome or Edge, and none was found. ' +
      'Install one (on Debian: apt-get install chromium), or set LVM_BROWSER to its program.',
  );
}

/** As the browser names itself: `Chromium 156.0.8078.79 built on Debian …`. */
export async function chromiumVersion(program: string): Promise<string> {
  const output = await run(program, ['--version'], { cwd: process.cwd(), limit: 20_000 });
  return (
    output
      .split('\n')
      .map((line) => line.trim())
      .find((line) => /^(Chromium|Google Chrome|Microsoft Edge)\b/.test(line)) ?? 'unknown'
  );
}
