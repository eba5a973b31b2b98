import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { guardedAnalysis } from '../../src/language/guardedAnalysis';
import { nothingSent, previewMessage } from '../../src/preview/messages';
import { featureLaws } from '../mutations/languageLaws';

const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\n';
const noFiles = new Map();
const fault = new RangeError('Maximum call stack size exceeded');
const message =
  'This model could not be read (Maximum call stack size exceeded). That is a fault of LVM, not of the model; undo the last change, or write it in another way.';

/** A checker of which one part fails. */
const faulty = {
  checker: (): never => {
    throw fault;
  },
  builder: (given: string) => ({
    ...analyse(given),
    get model(): never {
      throw fault;
    },
  }),
};

describe('guardedAnalysis', () => {
  it('of what is well is the same', () => {
    const faults: unknown[] = [];
    const { diagnostics, model, symbols, tree } = guardedAnalysis(text, noFiles, (error) => faults.push(error));
    const plain = analyse(text);
    expect({ diagnostics, model, tree }).toEqual({
      diagnostics: plain.diagnostics,
      model: plain.model,
      tree: plain.tree,
    });
    expect([...symbols.globals.keys()]).toEqual(['z', 'x']);
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(faulty))('makes a fault of the %s an error of the text, once', (_, analyseText) => {
    const faults: unknown[] = [];
    const analysis = guardedAnalysis(text, noFiles, (error) => faults.push(error), analyseText);
    expect(analysis.model).toBeNull();
    expect(analysis.model).toBeNull();
    expect(faults).toEqual([fault]);
    const [first, ...others] = analysis.diagnostics;
    expect(first).toMatchObject({ code: 'fault', severity: 'error', message, span: { start: 0, end: 23 } });
    expect(others).toEqual([]);
  });

  it.each(Object.entries(faulty))('leaves every language feature alive after a fault of the %s', (_, analyseText) => {
    for (let offset = 0; offset <= text.length; offset++)
      featureLaws(
        guardedAnalysis(text, noFiles, () => {}, analyseText),
        offset,
        'fresh',
      );
  });

  it.each(Object.entries(faulty))('has the preview say what is wrong after a fault of the %s', (_, analyseText) => {
    const analysis = guardedAnalysis(text, noFiles, () => {}, analyseText);
    const of = { uri: 'file:///a.lvm', fileName: 'a.lvm', version: 3, changedAt: 0 };
    const told = previewMessage(
      of,
      { analysis, data: new Map(), weights: new Map(), opened: (spans) => spans.map(() => null) },
      nothingSent,
    );
    expect(told.message).toMatchObject({ type: 'stale', version: 3, count: 1, problems: [{ message, line: 1 }] });
    expect(told.sent).toBe(nothingSent);
  });
});
