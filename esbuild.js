// Bundles the extension into dist/.
//   node esbuild.js [--dev] [--watch] [bundle …]     bundles: extension extension.web webview worker panel cli; all where none is named
// Without --dev the bundles are minified and carry no source map. Where no bundle is named, the licences of what others wrote are collected too.
const esbuild = require('esbuild');
const { chmod, copyFile, mkdir, rm, writeFile } = require('node:fs/promises');
const { basename, join } = require('node:path');
const { bundledPackages, licencesText } = require('./media/licences.js');
const { kernelsPlugin } = require('./src/engine/tensor/kernels/compile.js');

const root = __dirname;
const dist = join(root, 'dist');

/** What is bundled from where, by the name of the bundle in dist/. */
const bundles = {
  extension: {
    entry: 'src/node/extension.ts',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  },
  'extension.web': {
    entry: 'src/extension.ts',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  },
  webview: { entry: 'webview/main.ts', platform: 'browser', format: 'iife', target: 'es2022', external: [] },
  worker: {
    entry: 'src/engine/service/worker.ts',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    external: [],
  },
  panel: { entry: 'media/panel.css', platform: 'browser', target: 'es2022', external: [], loader: { '.css': 'css' } },
  cli: {
    entry: 'src/cli/main.ts',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: [],
    mainFields: ['module', 'main'],
  },
};

/** Files that the bundles load as they are. */
const assets = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name) =>
  join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist', name),
);

/**
 * @param {string} name a key of `bundles`
 * @param {boolean} dev
 * @param {string} outdir where the bundle goes
 * @returns {esbuild.BuildOptions & { metafile: true }}
 */
function options(name, dev, outdir = dist) {
  const { entry, loader, ...bundle } = bundles[name];
  return {
    ...bundle,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: name }],
    outdir,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    sourcesContent: false,
    metafile: true,
    // The gallery's models and the panel's style sheets, where code imports them, are text.
    loader: { '.lvm': 'text', '.css': 'text', ...loader },
    plugins: [kernelsPlugin],
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
    charset: 'utf8',
  };
}

async function copyAssets(outdir) {
  await mkdir(outdir, { recursive: true });
  await Promise.all(assets.map((file) => copyFile(file, join(outdir, basename(file)))));
}

/**
 * Builds all that is shipped: every bundle, minified, the assets, and the licences of what others wrote.
 * @param {string} outdir
 * @returns {Promise<esbuild.Metafile[]>} of every bundle
 */
async function buildAll(outdir, dev = false) {
  const metafiles = await buildSome(Object.keys(bundles), outdir, dev);
  await writeFile(
    join(outdir, 'THIRD-PARTY-LICENSES.txt'),
    await licencesText(bundledPackages(root, metafiles, assets)),
  );
  return metafiles;
}

async function main(args) {
  const dev = args.includes('--dev');
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.filter((name) => !(name in bundles));
  if (unknown.length > 0) {
    throw new Error(`There is no bundle ${unknown.join(', ')}. Bundles: ${Object.keys(bundles).join(', ')}.`);
  }
  const all = named.length === 0;
  if (all) await rm(dist, { recursive: true, force: true });
  if (args.includes('--watch')) {
    await copyAssets(dist);
    const contexts = await Promise.all(
      (all ? Object.keys(bundles) : named).map((name) => esbuild.context({ ...options(name, dev), logLevel: 'info' })),
    );
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  for (const { outputs } of all ? await buildAll(dist, dev) : await buildSome(named, dist, dev)) {
    for (const [file, { bytes }] of Object.entries(outputs)) {
      if (!file.endsWith('.map')) console.log(`${file.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(8)} kB`);
    }
  }
}

async function buildSome(names, outdir, dev) {
  const [results] = await Promise.all([
    Promise.all(names.map((name) => esbuild.build(options(name, dev, outdir)))),
    copyAssets(outdir),
  ]);
  if (names.includes('cli')) await chmod(join(outdir, 'cli.js'), 0o755);
  return results.map(({ metafile }) => metafile);
}

module.exports = { assets, buildAll, bundles, options };

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    // esbuild has printed its own messages already.
    if (!error.errors) console.error(error.message);
    process.exitCode = 1;
  });
}
