// Runs a TypeScript program of this repository: node test/run.mjs test/vscode/start.ts [argument …]
// The program and what it imports from here are bundled; packages stay where they are installed, but for TensorFlow.js, which imports
// some of its own files in a way that only bundlers follow.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const { kernelsPlugin } = createRequire(import.meta.url)('../src/engine/tensor/kernels/compile.js');
const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error('Say which program to run: node test/run.mjs PROGRAM.ts [argument …]');
  process.exit(2);
}
const folder = join(process.cwd(), '.cache', 'programs');
await mkdir(folder, { recursive: true });
const packages = {
  name: 'packages',
  setup: (build) =>
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@tensorflow/') ? undefined : { path, external: true },
    ),
};
const outfile = join(folder, `${basename(program, '.ts')}.${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  // TensorFlow.js asks for the folder it is in, and for packages of Node.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const __dirname = import.meta.dirname;`,
  },
  sourcemap: 'inline',
  loader: { '.lvm': 'text', '.css': 'text' },
  plugins: [kernelsPlugin, packages],
  logLevel: 'warning',
});
process.argv = [process.argv[0], program, ...args];
process.setSourceMapsEnabled(true);
const { rmSync } = await import('node:fs');
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
