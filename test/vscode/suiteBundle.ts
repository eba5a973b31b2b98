import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from './install/cache';

/**
 * Bundles test/vscode/suite/*.suite.ts into one script that VS Code loads into its extension host, be that Node or a
 * web worker.
 *
 * @returns its path, inside the extension's folder because the web build serves nothing else
 */
export async function bundleSuite(): Promise<string> {
  const folder = join(root, 'test', 'vscode', 'suite');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.suite.ts')).sort();
  const loads = files.map((name) => `() => import('./${name.replace(/\.ts$/, '')}')`).join(', ');
  const outfile = join(root, '.cache', 'suite', 'index.js');
  await esbuild.build({
    stdin: {
      contents: `import { runMocha } from './mocha'; export const run = () => runMocha([${loads}]);`,
      resolveDir: folder,
      sourcefile: 'suite.ts',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
