/**
 * `npm run test:electron`: test/vscode/suite in the desktop VS Code, which `@vscode/test-electron` downloads. Needs the
 * internet and, on Linux, a screen (`xvfb-run -a npm run test:electron` where there is none).
 */
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from './install/cache';
import { bundleSuite } from './suiteBundle';
import { workspaceOf } from './workspace';

const limit = 10 * 60_000;

async function main(): Promise<number> {
  let program: string;
  try {
    program = await downloadAndUnzipVSCode({ version: 'stable', timeout: 60_000 });
  } catch (error) {
    console.error(`The desktop VS Code could not be downloaded: ${(error as Error).message}`);
    console.error('This test needs the internet. The same suite runs without it by: npm run test:web');
    return 2;
  }
  const workspace = await workspaceOf({});
  const timer = setTimeout(() => {
    console.error(`The suite did not end within ${limit / 60_000} minutes.`);
    process.exit(1);
  }, limit);
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleSuite(),
      launchArgs: [workspace.path, '--disable-extensions', '--disable-workspace-trust'],
    });
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    clearTimeout(timer);
    await workspace.remove();
  }
}

process.exit(await main());
