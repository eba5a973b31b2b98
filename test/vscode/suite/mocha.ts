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
  mocha.setup({ ui: 'tdd', timeout: 30_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  for (const load of suites) await load();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('test end', (test) => {
      const error = test.err === undefined ? null : (test.err.stack ?? test.err.message);
      outcomes.push({ title: test.fullTitle(), error, milliseconds: test.duration ?? 0 });
      console.log(`${error === null ? '✓' : '✗'} ${test.fullTitle()}${error === null ? '' : `\n${error}`}`);
    });
    // A hook that falls over takes tests with it that then never end.
    runner.on('fail', (failed, error: Error) => {
      if (String(failed.type) === 'hook')
        outcomes.push({ title: failed.fullTitle(), error: error.stack ?? error.message, milliseconds: 0 });
    });
  });
  console.log(outcomesMark + JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
