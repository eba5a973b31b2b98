// Compiles the kernels of this folder (AssemblyScript) to WebAssembly, for every tool that bundles the engine: what imports
// `…/kernels.wasm` gets its bytes, so that they need no file beside the bundle, and `…/kernels-relaxed.wasm` those of a module that
// uses the relaxed SIMD instructions. Compiled once for each state of the sources.
const { createHash } = require('node:crypto');
const { mkdir, readdir, readFile, rename, writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const folder = __dirname;
const cache = join(__dirname, '../../../../.cache/kernels');
const compilerOptions = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
// The lanes that the sources hand from file to file never leave the module.
const quiet = ['--disableWarning', '112'];

const relaxedOptions = ['--enable', 'relaxed-simd'];

/** The imports that stand for the compiled modules. */
const specifier = /\/kernels(-relaxed)?\.wasm$/;

/** The bytes for each state of the sources, by its digest. */
const compiled = new Map();

/** @returns {Promise<Map<string, string>>} the sources by their names */
async function sources() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])));
}

/**
 * Compiles the kernels. Throws with the compiler's messages where they have an error.
 * @param {boolean} relaxed whether to use the relaxed SIMD instructions, which not every browser has
 * @returns {Promise<Uint8Array>} the WebAssembly module
 */
async function compileKernels(relaxed) {
  const options = relaxed ? [...compilerOptions, ...relaxedOptions] : compilerOptions;
  const texts = await sources();
  const { version } = require('assemblyscript/package.json');
  const digest = createHash('sha256')
    .update(JSON.stringify([version, options, ...texts]))
    .digest('hex');
  let bytes = compiled.get(digest);
  if (bytes === undefined) {
    bytes = fromCacheOrNew(digest, texts, options);
    compiled.set(digest, bytes);
  }
  return bytes;
}

async function fromCacheOrNew(digest, texts, options) {
  const file = join(cache, `${digest}.wasm`);
  try {
    return await readFile(file);
  } catch {
    const bytes = await compileNew(texts, options);
    await mkdir(cache, { recursive: true });
    // Others may be compiling the same: a file that is there is whole.
    const own = `${file}.${process.pid}`;
    await writeFile(own, bytes);
    await rename(own, file);
    return bytes;
  }
}

async function compileNew(texts, options) {
  const { main } = await import('assemblyscript/asc');
  let bytes = null;
  const { error, stderr } = await main(['index.ts', ...options, ...quiet, '--outFile', 'kernels.wasm'], {
    readFile: (name) => texts.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || bytes === null) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  return bytes;
}

/**
 * @param {string} path what is imported
 * @returns {Promise<string>} a script module whose default export makes the bytes
 */
async function kernelsModule(path) {
  const text = Buffer.from(await compileKernels(path.includes('-relaxed'))).toString('base64');
  return `export default () => Uint8Array.from(atob('${text}'), (character) => character.charCodeAt(0));`;
}

/** @type {import('esbuild').Plugin} */
const kernelsPlugin = {
  name: 'kernels',
  setup(build) {
    build.onResolve({ filter: specifier }, ({ path }) => ({ path, namespace: 'kernels' }));
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async ({ path }) => ({
      contents: await kernelsModule(path),
      loader: 'js',
      watchDirs: [folder],
      watchFiles: [...(await sources()).keys()].map((name) => join(folder, name)),
    }));
  },
};

/** The same for Vite, of which Vitest is made. */
const kernelsForVite = {
  name: 'kernels',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  resolveId: (id) => (specifier.test(id) ? `\0${id.slice(id.lastIndexOf('/') + 1)}.js` : null),
  /** @param {string} id */
  load: (id) => (/^\0kernels(-relaxed)?\.wasm\.js$/.test(id) ? kernelsModule(id) : null),
};

module.exports = { compileKernels, kernelsPlugin, kernelsForVite };
