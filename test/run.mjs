// Runs a TypeScript program of this repository: node test/run.mjs test/vscode/start.ts [argument …]
// The program and what it imports from here are bundled; packages stay where they are installed.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const { kernelsPlugin } = createRequire(import.meta.url)('../webview/kernels/compile.js');
const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error('Say which program to run: node test/run.mjs PROGRAM.ts [argument …]');
  process.exit(2);
}
const folder = join(process.cwd(), '.cache', 'programs');
await mkdir(folder, { recursive: true });
const outfile = join(folder, `${basename(program, '.ts')}.${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  loader: { '.lvm': 'text', '.css': 'text' },
  plugins: [kernelsPlugin],
  logLevel: 'warning',
});
process.argv = [process.argv[0], program, ...args];
process.setSourceMapsEnabled(true);
const { rmSync } = await import('node:fs');
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
