import { describe, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import type { DataFiles } from '../../src/language/analysis';
import type { Rule } from '../../src/language/check/rule';
import { tableOf } from '../files/tables';
import { type Expected, expectClean, expectDiagnostics } from './harness';

/** A model with its mistakes marked, and what is to be said of each mark; nothing else may be said. */
export type Mistake = readonly [source: string, ...expected: Omit<Expected, 'code'>[]];

/** Files that a model may name, by their columns; a text is the reason why a file cannot be read. */
export type Files = Readonly<Record<string, string | Readonly<Record<string, readonly string[]>>>>;

/**
 * The test of a rule: every mistake is found with exactly the message, place and first fix given, and the models that
 * are well are left alone, by this rule and by all others.
 */
export function describeRule(
  { code }: Rule,
  mistakes: readonly Mistake[],
  well: readonly string[],
  files: Files = {},
): void {
  const read: DataFiles = new Map(
    Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? { kind: 'missing' as const, reason: file } : tableOf(file),
    ]),
  );
  const diagnose = (text: string) => analyse(text, read).diagnostics;
  describe(code, () => {
    it.each(mistakes.map((mistake) => [mistake[0].replaceAll('\n', ' ⏎ '), mistake] as const))('%s', (_, mistake) => {
      const [source, ...expected] = mistake;
      expectDiagnostics(
        diagnose,
        source,
        expected.map((one) => ({ code, ...one })),
      );
    });

    it.each(well.map((text) => [text.replaceAll('\n', ' ⏎ '), text] as const))('leaves alone: %s', (_, text) => {
      expectClean(diagnose, text);
    });
  });
}
