import { defineConfig } from 'vitest/config';

const shared = {
  pool: 'forks',
  // What drives the browser is loaded once for each worker: that takes as long as a test.
  isolate: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // What needs it is named at the end.
  retry: 1,
  // A busy machine takes seconds for what takes a moment elsewhere; what never comes is found all the same.
  expect: { poll: { timeout: 30_000, interval: 50 } },
} as const;

/**
 * The tests in a real VS Code: two files at a time, each with a browser and a server of its own, which wait more than
 * they compute.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    teardownTimeout: 30_000,
    reporters: ['default', './test/vscode/unsteady.ts'],
    globalSetup: ['test/vscode/browserSetup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'web',
          include: ['test/vscode/web/**/*.e2e.ts'],
          globalSetup: ['test/vscode/webSetup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'packaged',
          include: ['test/vscode/packaged/**/*.e2e.ts'],
          globalSetup: ['test/vscode/packagedSetup.ts'],
        },
      },
    ],
  },
});
