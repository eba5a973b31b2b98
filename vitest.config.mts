import { defineConfig } from 'vitest/config';
import { kernelsForVite } from './webview/kernels/compile.js';

const shared = { testTimeout: 30_000 };
/** Tests that need their modules to themselves: they count all tensors, or look at what starting the engine does. */
const apart = ['test/engine/memory.test.ts', 'test/cli/{draws,engine}.test.ts'];
/** Tests of single operations of TensorFlow.js, as it is before the engine has put its own in their place. */
const operations = ['test/engine/{distributions,gradients,math}/**/*.test.ts'];
const engine = ['test/engine/**/*.test.ts'];
const ui = ['test/ui/**/*.test.ts'];
const elsewhere = ['test/vscode/**'];

/**
 * Files of a kind share their modules, which is safe where they leave them as they found them: loading TensorFlow.js
 * and the engine anew for each would take longer than most tests do.
 */
const together = (name: string, include: string[], exclude: string[] = []) => ({
  plugins: [kernelsForVite],
  test: { ...shared, name, include, exclude: [...elsewhere, ...apart, ...exclude], isolate: false },
});

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { plugins: [kernelsForVite], test: { ...shared, name: 'apart', include: apart } },
      together('operations', operations),
      together('engine', engine, operations),
      together('ui', ui),
      together('pure', ['test/**/*.test.ts'], [...engine, ...ui]),
    ],
  },
});
