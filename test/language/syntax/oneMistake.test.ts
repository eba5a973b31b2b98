import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import { corpus } from '../../mutations/texts';
import { applyEdits } from '../harness';

const models = corpus.filter(([, text]) => text.length < 3000);

function codes(text: string): string[] {
  return analyse(text).diagnostics.map(({ code }) => code);
}

describe('one mistake is one diagnostic', () => {
  it.each(models)('for a misspelt use in %s', (_, text) => {
    for (const { span } of analyse(text).symbols.uses) {
      const at = { start: span.start, end: span.start };
      const misspelt = applyEdits(text, [{ span: at, text: 'qq' }]);
      expect(codes(misspelt), misspelt).toHaveLength(1);
    }
  });

  it.each(models)('at most for each use, for a misspelt definition in %s', (_, text) => {
    const { symbols } = analyse(text);
    for (const definition of symbols.globals.values()) {
      const uses = symbols.uses.filter(({ defined }) => defined === definition).length;
      for (const { start } of definition.spans) {
        const misspelt = applyEdits(text, [{ span: { start, end: start }, text: 'qq' }]);
        expect(codes(misspelt).length, misspelt).toBeLessThanOrEqual(Math.max(1, uses));
      }
    }
  });

  it.each(models)('for a wrong number in %s', (_, text) => {
    for (const match of text.matchAll(/(?<![\w.])\d+(\.\d+)?/g)) {
      for (const number of ['-1', '0', '1.5', '99']) {
        const span = { start: match.index, end: match.index + match[0].length };
        const changed = applyEdits(text, [{ span, text: number }]);
        expect(codes(changed).length, changed).toBeLessThanOrEqual(1);
      }
    }
  });
});
