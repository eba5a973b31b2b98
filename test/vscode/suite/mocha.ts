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
    timeout: 120_000,
    retries: 1,
    reporter: class {} as unknown as Mocha.ReporterConstructor,
  });
  instance.suite.emit('pre-require', globalThis, '', instance);
  for (const load of suites) await load();
  const failures = await new Promise<number>((resolve) => {
    const runner = instance.run(resolve);
    const first = new Map<string, string>();
    const record = (test: Mocha.Runnable, error: string | null) => {
      const title = test.fullTitle();
      const errors = [first.get(title), error].filter((each) => typeof each === 'string');
      outcomes.push({ title, errors, passed: error === null });
      console.log([`${error === null ? '✓' : '✗'} ${title}`, ...errors].join('\n'));
    };
    const said = (error: Error) => error.stack ?? error.message;
    runner.on('retry', (test, error) => first.set(test.fullTitle(), said(error)));
    runner.on('pass', (test) => record(test, null));
    // A test, or a hook, which takes with it tests that then never start.
    runner.on('fail', (failed, error: Error) => record(failed, said(error)));
  });
  console.log(outcomesMark + JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
