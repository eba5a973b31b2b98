import { defineConfig } from 'vitest/config';

/** The tests in a real VS Code: one after the other, for each starts a browser and a server of its own. */
export default defineConfig({
  test: {
    include: ['test/vscode/**/*.e2e.ts'],
    fileParallelism: false,
    pool: 'forks',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    retry: 0,
    globalSetup: ['test/vscode/globalSetup.ts'],
  },
});
