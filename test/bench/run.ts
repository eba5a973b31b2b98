/**
 * `npm run bench [part of a file's name …]`: calls every exported function of test/bench/*.ts whose name starts with
 * `bench`, and prints the medians that they return against their limits; then of those whose names start with `ratio`,
 * what they return against the limits beside it. Exits with 1 where a limit is exceeded. Then prints the tables of the
 * functions whose names start with `compare`.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild, { type Plugin } from 'esbuild';
import type { Ratio } from './features';
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

/** A table that a comparing function returns. */
interface Comparison {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Compare = () => Comparison | Promise<Comparison>;
type Measure = () => readonly Timing[] | Promise<readonly Timing[]>;
type Relate = () => readonly Ratio[];

const { kernelsPlugin } = createRequire(join(process.cwd(), 'package.json'))(
  './src/engine/tensor/kernels/compile.js',
) as {
  kernelsPlugin: Plugin;
};
const runLimit = 10 * 60_000;
const folder = join(process.cwd(), 'test', 'bench');
const programs = join(process.cwd(), '.cache', 'programs');

/** The functions of some files, by what they do; one bundle, for there is one TensorFlow.js in a process. */
async function functionsOf(
  files: readonly string[],
): Promise<{ measures: Measure[]; relates: Relate[]; compares: Compare[] }> {
  const outfile = join(programs, `bench.${process.pid}.cjs`);
  await esbuild.build({
    stdin: {
      contents: files.map((file, i) => `export * as file${i} from './${file}';`).join('\n'),
      resolveDir: folder,
      sourcefile: 'all.ts',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    // The WebAssembly backend asks for the folder it is in.
    format: 'cjs',
    target: 'node20',
    // TensorFlow.js imports some of its own files in a way that only bundlers follow.
    mainFields: ['module', 'main'],
    external: ['esbuild', 'node-fetch', 'playwright-core'],
    loader: { '.lvm': 'text' },
    plugins: [kernelsPlugin],
    logLevel: 'warning',
  });
  try {
    const { default: exported } = (await import(pathToFileURL(outfile).href)) as {
      default: Record<string, Record<string, unknown>>;
    };
    const functions = Object.values(exported).flatMap((file) => Object.entries(file));
    const named = <F>(start: string) =>
      functions
        .filter(([name, value]) => name.startsWith(start) && typeof value === 'function')
        .map(([, value]) => value as F);
    return { measures: named<Measure>('bench'), relates: named<Relate>('ratio'), compares: named<Compare>('compare') };
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
const comparisons: Comparison[] = [];
const chosen = files.filter((name) => named.length === 0 || named.some((part) => name.includes(part)));
const { measures, relates, compares } = await functionsOf(chosen);
for (const compare of compares) comparisons.push(await compare());
for (const measure of measures) {
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
const ratios = relates.flatMap((relate) => relate());
exceeded.push(...ratios.filter(({ ratio, limit }) => !(ratio <= limit)).map(({ name }) => name));
clearTimeout(timer);
console.log(`${machine()}\n`);
if (rows.length > 0) console.log(markdownTable(['what', 'median, ms', 'fastest, ms', 'limit, ms', 'of limit'], rows));
if (ratios.length > 0) {
  const compared = ratios.map(({ name, ratio, limit }) => [name, ratio.toPrecision(3), String(limit)]);
  console.log(`\n${markdownTable(['what / what', 'ratio', 'limit'], compared)}`);
}
for (const { title, head, rows: compared } of comparisons) {
  console.log(`\n${title}\n\n${markdownTable(head, compared)}`);
}
if (exceeded.length > 0) console.log(`\nOver their limits: ${exceeded.join('; ')}`);
process.exit(exceeded.length > 0 ? 1 : 0);
