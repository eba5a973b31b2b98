/**
 * `npm run bench [part of a file's name …]`: calls every exported function of test/bench/*.ts whose name starts with
 * `bench`, and prints the medians that they return against their limits. Exits with 1 where a limit is exceeded.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild, { type Plugin } from 'esbuild';
import { limits } from './limits';
import { machine } from './machine';
import { markdownTable } from './statistics';

/** What a measuring function returns a list of; times in milliseconds. */
interface Timing {
  readonly name: string;
  readonly lines?: number;
  readonly median: number;
  readonly fastest?: number;
}

type Measure = () => readonly Timing[] | Promise<readonly Timing[]>;

const { kernelsPlugin } = createRequire(join(process.cwd(), 'package.json'))('./kernels.js') as {
  kernelsPlugin: Plugin;
};
const runLimit = 10 * 60_000;
const folder = join(process.cwd(), 'test', 'bench');
const programs = join(process.cwd(), '.cache', 'programs');

async function measuringFunctions(file: string): Promise<Measure[]> {
  const outfile = join(programs, `${basename(file, '.ts')}.${process.pid}.bench.mjs`);
  await esbuild.build({
    entryPoints: [join(folder, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // TensorFlow.js imports some of its own files in a way that only bundlers follow.
    mainFields: ['module', 'main'],
    external: ['esbuild', 'node-fetch', 'playwright-core'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    loader: { '.lvm': 'text' },
    plugins: [kernelsPlugin],
    logLevel: 'warning',
  });
  try {
    const exported = (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
    return Object.entries(exported)
      .filter((entry): entry is [string, Measure] => entry[0].startsWith('bench') && typeof entry[1] === 'function')
      .map(([, measure]) => measure);
  } finally {
    await rm(outfile, { force: true });
  }
}

const timer = setTimeout(() => {
  console.error(`Stopped after ${runLimit / 60_000} minutes.`);
  process.exit(1);
}, runLimit);
await mkdir(programs, { recursive: true });
const named = process.argv.slice(2);
// This program would start itself.
const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && file !== 'run.ts').sort();
const format = (milliseconds: number) => milliseconds.toPrecision(3);
const rows: string[][] = [];
const exceeded: string[] = [];
for (const file of files.filter((name) => named.length === 0 || named.some((part) => name.includes(part)))) {
  for (const measure of await measuringFunctions(file)) {
    for (const { name, lines, median, fastest } of await measure()) {
      const what = lines === undefined ? name : `${name}, ${lines} lines`;
      const limit = limits[what];
      if (limit !== undefined && !(median <= limit)) exceeded.push(what);
      rows.push([
        what,
        format(median),
        fastest === undefined ? '' : format(fastest),
        limit === undefined ? '' : String(limit),
        limit === undefined ? '' : (median / limit).toFixed(2),
      ]);
    }
  }
}
clearTimeout(timer);
console.log(`${machine()}\n`);
console.log(markdownTable(['what', 'median, ms', 'fastest, ms', 'limit, ms', 'of limit'], rows));
if (exceeded.length > 0) console.log(`\nOver their limits: ${exceeded.join('; ')}`);
process.exit(exceeded.length > 0 ? 1 : 0);
