import 'mocha/mocha';
import { type Outcome, outcomesMark } from './outcome';

/**
 * Runs suites inside the extension host, in Node as in a web worker: mocha's build for browsers asks for neither.
 *
 * @param suites each loads one file of tests
 * @throws Error where a test fails, so that VS Code ends with a code other than 0
 */
export async function runMocha(suites: readonly (() => Promise<unknown>)[]): Promise<void> {
  const outcomes: Outcome[] = [];
  // An instance of our own: the one that mocha's build for browsers makes reads the address of a page.
  const instance = new Mocha({
    ui: 'tdd',
    timeout: 30_000,
    reporter: class {} as unknown as Mocha.ReporterConstructor,
  });
  instance.suite.emit('pre-require', globalThis, '', instance);
  for (const load of suites) await load();
  const failures = await new Promise<number>((resolve) => {
    const runner = instance.run(resolve);
    const record = (title: string, error: string | null, milliseconds: number) => {
      outcomes.push({ title, error, milliseconds });
      console.log(error === null ? `✓ ${title}` : `✗ ${title}\n${error}`);
    };
    runner.on('pass', (test) => record(test.fullTitle(), null, test.duration ?? 0));
    // A test, or a hook, which takes with it tests that then never start.
    runner.on('fail', (failed, error: Error) =>
      record(failed.fullTitle(), error.stack ?? error.message, failed.duration ?? 0),
    );
  });
  console.log(outcomesMark + JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
