import { defineConfig } from 'vitest/config';
import { kernelsForVite } from './webview/kernels/compile.js';

const shared = { exclude: ['test/vscode/**'], testTimeout: 30_000 };
/** Tests that keep something of their own in a module: TensorFlow.js its backend, the panel its custom elements. */
const stateful = ['test/engine/**/*.test.ts', 'test/ui/**/*.test.ts', 'test/cli/{draws,engine}.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { plugins: [kernelsForVite], test: { ...shared, name: 'stateful', include: stateful } },
      {
        plugins: [kernelsForVite],
        test: {
          ...shared,
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...shared.exclude, ...stateful],
          // One module instance serves all files: three quarters of the time of these tests would go into loading them anew.
          isolate: false,
        },
      },
    ],
  },
});
