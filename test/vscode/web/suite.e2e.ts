import { describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browser';
import { vscodeForTheWeb } from '../install/vscodeWeb';
import { serveWeb } from '../servers';
import { type Outcome, outcomesMark } from '../suite/outcome';
import { bundleSuite } from '../suiteBundle';
import { workspaceOf } from '../workspace';

const limit = 5 * 60_000;

/** Runs test/vscode/suite in the web worker extension host of a real VS Code. @returns what each test came to */
async function runSuite(): Promise<Outcome[]> {
  const workspace = await workspaceOf({ 'placeholder.txt': '' });
  const server = await serveWeb(await vscodeForTheWeb(), workspace.path, { suite: await bundleSuite() });
  let browser: Browser | undefined;
  const lines: string[] = [];
  try {
    browser = await openBrowser();
    const { page } = browser;
    let ended = () => {};
    const exit = new Promise<void>((resolve) => {
      ended = resolve;
    });
    // VS Code calls these two, where a page has them, with what its extension host logs and with the code it ends with.
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
      lines.push(args.map(String).join(' ')),
    );
    await page.exposeFunction('codeAutomationExit', () => ended());
    await page.goto(server.url, { timeout: 60_000 });
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      exit,
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`The suite did not end within ${limit / 1000} s.`)), limit);
      }),
    ]).finally(() => clearTimeout(timer));
    const found = lines.find((line) => line.includes(outcomesMark));
    if (found === undefined) throw new Error('The suite ended without a result.');
    return JSON.parse(found.slice(found.indexOf(outcomesMark) + outcomesMark.length)) as Outcome[];
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${lines.slice(-30).join('\n')}`);
  } finally {
    await browser?.close();
    await server.close();
    await workspace.remove();
  }
}

let outcomes: readonly Outcome[] = [];
/** Why it did not run to its end, at each try that did not. */
const failures: string[] = [];
while (outcomes.length === 0 && failures.length < 2) {
  try {
    outcomes = await runSuite();
  } catch (error) {
    failures.push((error as Error).message);
  }
}

describe('in the extension host of VS Code for the web', () => {
  // The tries have been made: each test fails as often as what it stands for has failed.
  const replay = (title: string, errors: readonly string[]) =>
    test(title, ({ task }) => {
      const error = errors[task.result?.retryCount ?? 0];
      if (error !== undefined) throw new Error(error);
    });

  replay('the suite runs to its end', failures);
  test('the suite has tests', () => expect(outcomes.length).toBeGreaterThan(10));
  for (const { title, errors } of outcomes) replay(title, errors);
});
