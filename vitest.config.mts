import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { kernelsForVite } from './src/engine/tensor/kernels/compile.js';

/** Tests that need their modules to themselves: they count all tensors, look at what starting the engine does, or start it among the operations. */
const apart = [
  'test/engine/memory.test.ts',
  'test/engine/families/dirichletPair.test.ts',
  'test/cli/{draws,engine}.test.ts',
  'test/claims/claims.test.ts',
  'test/engine/reference/faults.test.ts',
];
/** Tests of single operations of TensorFlow.js, as it is before the engine has put its own in their place. */
const operations = ['test/engine/{families,math,tensor/math}/**/*.test.ts'];
const engine = ['test/{engine,mutations}/**/*.test.ts'];
/** Tests that start processes or a browser, or try so many texts that they take seconds: `npm run test:fast` leaves them out. */
const thorough = [
  'test/architecture.test.ts',
  'test/{cli,docs,package}/**/*.test.ts',
  'test/export/png.test.ts',
  'test/features/{completion,formatting,semanticTokens}.test.ts',
  'test/ui/browser.test.ts',
  'test/language/{analyse.large,analyse.property}.test.ts',
  'test/language/syntax/{anyText,grammar,lexer,oneMistake}.test.ts',
  'test/language/build/structureKey.test.ts',
  'test/plots/graph/modelGraphLayout.test.ts',
];
const ui = ['test/{ui,plots,export}/**/*.test.ts'];

type Options = NonNullable<TestProjectInlineConfiguration['test']>;

const project = (name: string, include: string[], options: Options): TestProjectInlineConfiguration => ({
  plugins: [kernelsForVite],
  // The limits are far above what any test needs, on a busy machine too: they end what hangs.
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 5 } },
    name,
    include,
    ...options,
  },
});

/**
 * Files of a kind share their modules, which is safe where they leave them as they found them: loading TensorFlow.js
 * and the engine anew for each would take longer than most tests do.
 */
const together = (name: string, include: string[], without: string[], options: Options = {}) =>
  project(name, include, {
    exclude: ['test/vscode/**', ...apart, ...without],
    isolate: false,
    setupFiles: ['test/ui/freshPage.ts'],
    ...options,
  });

const projects = [
  project('apart', apart, {}),
  // What the engine registers must not be there for these.
  together('operations', operations, [], { pool: 'threads' }),
  together('engine', engine, operations),
  together('thorough', thorough, []),
  together('ui', ui, thorough, { environment: 'happy-dom' }),
  together('pure', ['test/**/*.test.ts'], [...engine, ...ui, ...thorough]),
];

// One after the other: a worker goes on only to a file of the project that it is of, if that is the next one.
for (const [order, { test }] of projects.entries()) if (test) test.sequence = { ...test.sequence, groupOrder: order };

export default defineConfig({ test: { maxWorkers: '100%', projects } });
