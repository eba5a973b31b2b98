import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { kernelsForVite } from './webview/kernels/compile.js';

/** Tests that need their modules to themselves: they count all tensors, look at what starting the engine does, or start it among the operations. */
const apart = [
  'test/engine/memory.test.ts',
  'test/engine/distributions/dirichletPair.test.ts',
  'test/cli/{draws,engine}.test.ts',
];
/** Tests of single operations of TensorFlow.js, as it is before the engine has put its own in their place. */
const operations = ['test/engine/{distributions,gradients,math}/**/*.test.ts'];
const engine = ['test/{engine,mutations}/**/*.test.ts'];
const ui = ['test/ui/**/*.test.ts'];

type Options = NonNullable<TestProjectInlineConfiguration['test']>;

const project = (name: string, include: string[], options: Options): TestProjectInlineConfiguration => ({
  plugins: [kernelsForVite],
  // Far above what any test needs, on a busy machine too: it ends what hangs.
  test: { testTimeout: 120_000, hookTimeout: 120_000, name, include, ...options },
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

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      project('apart', apart, {}),
      // Kinds of one pool share their workers too; what the engine registers must not be there for these.
      together('operations', operations, [], { pool: 'threads' }),
      together('engine', engine, operations),
      together('ui', ui, []),
      together('pure', ['test/**/*.test.ts'], [...engine, ...ui]),
    ],
  },
});
