import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import type { Analysis, DataFile, DataFiles } from '../../src/language/analysis';
import { tableOf } from '../files/tables';
import { characterMutant, corpus, meaningMutant, mixture, networkCalls, tokenMutant } from '../mutations/texts';
import { applyEdits } from './harness';

const files: DataFiles = new Map<string, DataFile>([
  ['faithful.csv', tableOf({ eruptions: ['3.6', 'x', '-1'] })],
  ['a.csv', { kind: 'missing' as const, reason: 'There is no file `a.csv` here.' }],
]);

/** What holds for every text. */
function expectSound(text: string): void {
  const { diagnostics, model, symbols }: Analysis = analyse(text, files);
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  expect(model === null).toBe(hasError);
  const inside = ({ start, end }: { start: number; end: number }) => start >= 0 && start <= end && end <= text.length;
  for (const { span, fixes, related, message, code } of diagnostics) {
    expect(inside(span)).toBe(true);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).toMatch(/[.!?]$/);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    for (const { edits } of fixes) {
      for (const edit of edits) expect(inside(edit.span)).toBe(true);
      applyEdits(text, edits);
    }
    for (const place of related) expect(inside(place.span)).toBe(true);
  }
  for (const use of symbols.uses) expect(text.slice(use.span.start, use.span.end)).toBe(use.defined.name);
  for (const [name, definition] of symbols.globals) {
    for (const span of definition.spans) expect(text.slice(span.start, span.end)).toBe(name);
  }
  const starts = diagnostics.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  if (model) {
    for (const span of model.numberSpans) expect(inside(span)).toBe(true);
    expect(model.numbers.length).toBe(model.numberSpans.length);
  }
}

describe('analyse', () => {
  it.each([
    ['tokens', tokenMutant],
    ['characters', characterMutant],
    ['names and numbers', meaningMutant],
    ['statements', mixture],
  ] as const)('is sound for models with changed %s', (_, mutants) => {
    fc.assert(fc.property(mutants, expectSound), { seed: 20, numRuns: 600 });
  });

  it('is sound for networks that call each other, and builds some of their models', () => {
    let built = 0;
    const property = fc.property(networkCalls, (text) => {
      expectSound(text);
      if (analyse(text).model !== null) built++;
    });
    fc.assert(property, { seed: 23, numRuns: 3000 });
    expect(built).toBeGreaterThan(100);
  });

  it('says the same of networks whatever the order of the statements, where there is nothing to say', () => {
    const property = fc.property(networkCalls, fc.array(fc.nat(), { maxLength: 8 }), (text, swaps) => {
      if (analyse(text).model === null) return;
      const statements = text.split('\n');
      for (const [at, swap] of swaps.entries()) {
        const there = swap % statements.length;
        [statements[at], statements[there]] = [statements[there]!, statements[at]!];
      }
      expect(analyse(statements.join('\n')).model).not.toBeNull();
    });
    fc.assert(property, { seed: 24, numRuns: 1500 });
  });

  it('is sound for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSound), { seed: 21, numRuns: 200 });
  });

  it('keeps the structure key when the digits of a number change', () => {
    const texts = corpus.map(([, text]) => text).filter((text) => text.length < 4000);
    const property = fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.double({ min: 0.01, max: 0.99 }),
      (text, at, factor) => {
        const { model } = analyse(text);
        if (model === null || model.numbers.length === 0) return;
        const slot = at % model.numbers.length;
        const edited = applyEdits(text, [
          { span: model.numberSpans[slot]!, text: String(model.numbers[slot]! * factor) },
        ]);
        const after = analyse(edited).model;
        if (after === null) return;
        expect(after.structureKey).toBe(model.structureKey);
        expect(after.numbers[slot]).toBe(model.numbers[slot]! * factor);
      },
    );
    fc.assert(property, { seed: 22, numRuns: 400 });
  });

  it('changes the structure key with an index, a number of units or a number of copies', () => {
    const key = (text: string) => analyse(text).model?.structureKey;
    const model = 'param m = [1, 2]\nobserved x ~ Normal(m[1], 1)^2';
    expect(key(model)).toBeTypeOf('string');
    expect(key(model.replace('m[1]', 'm[2]'))).not.toBe(key(model));
    expect(key(model.replace('^2', '^3'))).not.toBe(key(model));
    expect(key(model.replace('[1, 2]', '[7.5, 2]'))).toBe(key(model));
  });
});
