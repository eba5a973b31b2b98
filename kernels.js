// Compiles the kernels in webview/kernels (AssemblyScript) to WebAssembly, for every tool that bundles the engine: what imports
// `…/kernels.wasm` gets its bytes, so that they need no file beside the bundle. Compiled once for each state of the sources.
const { createHash } = require('node:crypto');
const { mkdir, readdir, readFile, rename, writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const folder = join(__dirname, 'webview', 'kernels');
const cache = join(__dirname, '.cache', 'kernels');
const compilerOptions = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
// The lanes that the sources hand from file to file never leave the module.
const quiet = ['--disableWarning', '112'];

/** The import that stands for the compiled module. */
const specifier = /\/kernels\.wasm$/;

/** The bytes for each state of the sources, by its digest. */
const compiled = new Map();

/** @returns {Promise<Map<string, string>>} the sources by their names */
async function sources() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])));
}

/**
 * Compiles the kernels. Throws with the compiler's messages where they have an error.
 * @returns {Promise<Uint8Array>} the WebAssembly module
 */
async function compileKernels() {
  const texts = await sources();
  const { version } = require('assemblyscript/package.json');
  const digest = createHash('sha256')
    .update(JSON.stringify([version, compilerOptions, ...texts]))
    .digest('hex');
  let bytes = compiled.get(digest);
  if (bytes === undefined) {
    bytes = fromCacheOrNew(digest, texts);
    compiled.set(digest, bytes);
  }
  return bytes;
}

async function fromCacheOrNew(digest, texts) {
  const file = join(cache, `${digest}.wasm`);
  try {
    return await readFile(file);
  } catch {
    const bytes = await compileNew(texts);
    await mkdir(cache, { recursive: true });
    // Others may be compiling the same: a file that is there is whole.
    const own = `${file}.${process.pid}`;
    await writeFile(own, bytes);
    await rename(own, file);
    return bytes;
  }
}

async function compileNew(texts) {
  const { main } = await import('assemblyscript/asc');
  let bytes = null;
  const { error, stderr } = await main(['index.ts', ...compilerOptions, ...quiet, '--outFile', 'kernels.wasm'], {
    readFile: (name) => texts.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || bytes === null) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  return bytes;
}

/** @returns {Promise<string>} a script module whose default export are the bytes */
async function kernelsModule() {
  const text = Buffer.from(await compileKernels()).toString('base64');
  return `export default Uint8Array.from(atob('${text}'), (character) => character.charCodeAt(0));`;
}

/** @type {import('esbuild').Plugin} */
const kernelsPlugin = {
  name: 'kernels',
  setup(build) {
    build.onResolve({ filter: specifier }, ({ path }) => ({ path, namespace: 'kernels' }));
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({
      contents: await kernelsModule(),
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
  resolveId: (id) => (specifier.test(id) ? '\0kernels.wasm.js' : null),
  /** @param {string} id */
  load: (id) => (id === '\0kernels.wasm.js' ? kernelsModule() : null),
};

module.exports = { compileKernels, kernelsPlugin, kernelsForVite };
