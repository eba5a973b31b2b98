import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Lists the tests that passed only at a second try, and why the first one failed, when all have ended. */
export default class Unsteady implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('passed')) {
        if (test.diagnostic()?.flaky !== true) continue;
        console.log(`\nUnsteady, passed only at a second try: ${relative('.', module.moduleId)} > ${test.fullName}`);
        for (const { stack, message } of test.result().errors ?? []) console.log(stack ?? message);
      }
    }
  }
}
