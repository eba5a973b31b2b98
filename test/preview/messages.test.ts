import { describe, expect, it } from 'vitest';
import type { PreviewInput } from '../../src/host/analyses';
import type { Analysis } from '../../src/language/analysis';
import type { Diagnostic } from '../../src/language/syntax/diagnostic';
import type { Model } from '../../src/model/model';
import { nothingSent, previewMessage } from '../../src/preview/messages';
import { readHostMessage } from '../../src/protocol';
import { realScalar } from '../engine/build';

const document = { uri: 'file:///w/a.lvm', fileName: 'a.lvm', version: 7, changedAt: 1000 };

const model: Model = {
  title: 'A',
  structureKey: 'key',
  structure: {
    params: [],
    lets: [],
    networks: [],
    variables: [{ name: 'x', role: 'observed', type: realScalar, range: null, definitions: [] }],
  },
  numbers: [0, -1],
  numberSpans: [
    { start: 20, end: 21 },
    { start: 23, end: 25 },
  ],
  statementSpans: new Map([['x', [{ start: 0, end: 26 }]]]),
  views: [{ variable: 'x', coordinate: null, low: -3, high: 3 }],
  data: [],
  weights: null,
  fit: null,
};

function input(change: Partial<Analysis>): PreviewInput {
  const tree: Analysis['tree'] = { kind: 'Tree', span: { start: 0, end: 0 }, statements: [], comments: [] };
  const symbols: Analysis['symbols'] = { globals: new Map(), locals: [], uses: [], ancestors: new Map() };
  return {
    analysis: { text: '', tree, diagnostics: [], symbols, model, ...change },
    data: new Map(),
    weights: new Map(),
    opened: (spans) => spans.map(() => 4),
  };
}

function diagnostic(change: Partial<Diagnostic>): Diagnostic {
  return { code: 'c', severity: 'error', span: { start: 0, end: 1 }, message: 'm', fixes: [], related: [], ...change };
}

describe('previewMessage', () => {
  it('sends a whole model at first, in a form that the webview accepts', () => {
    const { message, sent } = previewMessage(document, input({}), nothingSent);
    expect(message).toEqual({
      type: 'model',
      version: 7,
      uri: 'file:///w/a.lvm',
      fileName: 'a.lvm',
      title: 'A',
      structureKey: 'key',
      structure: model.structure,
      numbers: [0, -1],
      numberSpans: model.numberSpans,
      opened: [4, 4],
      statementSpans: [...model.statementSpans],
      views: model.views,
      data: [],
      weights: [],
      changedAt: 1000,
    });
    expect(readHostMessage(message)).toEqual({
      ...message,
      statementSpans: model.statementSpans,
      data: new Map(),
      weights: new Map(),
    });
    expect(sent.structureKey).toBe('key');
  });

  it('sends only the numbers when only they have changed', () => {
    const first = input({});
    const { sent } = previewMessage(document, first, nothingSent);
    const { message } = previewMessage(
      document,
      { ...first, ...input({ model: { ...model, numbers: [0, 5] } }), data: first.data, weights: first.weights },
      sent,
    );
    expect(message).toMatchObject({ type: 'model', structure: null, numbers: [0, 5], data: null, weights: null });
  });

  it('sends the structure, the data and the weights again when they are others', () => {
    const { sent } = previewMessage(document, input({}), nothingSent);
    const data = new Map([['x', [Float64Array.of(1, 2)]]]);
    const weights = new Map([['mu.0', { kernel: new Float32Array([1]), bias: new Float32Array([2]) }]]);
    const next = { ...input({ model: { ...model, structureKey: 'other' } }), data, weights };
    const { message } = previewMessage(document, next, sent);
    expect(message).toMatchObject({ structure: model.structure, data: [...data], weights: [...weights] });
    expect(readHostMessage(message)).toMatchObject({ structure: model.structure, data, weights });
  });

  it('tells of the first errors with their lines, and leaves warnings out', () => {
    const text = 'one\ntwo\r\nthree';
    const diagnostics = [
      diagnostic({ severity: 'warning', message: 'doubtful' }),
      ...[0, 4, 9, 10, 11, 12, 13].map((start) =>
        diagnostic({ message: `at ${start}`, span: { start, end: start + 1 } }),
      ),
    ];
    const before = { ...nothingSent, structureKey: 'key' };
    const { message, sent } = previewMessage(document, input({ text, diagnostics, model: null }), before);
    expect(message).toEqual({
      type: 'stale',
      version: 7,
      uri: 'file:///w/a.lvm',
      fileName: 'a.lvm',
      problems: [
        { message: 'at 0', line: 1, span: { start: 0, end: 1 } },
        { message: 'at 4', line: 2, span: { start: 4, end: 5 } },
        { message: 'at 9', line: 3, span: { start: 9, end: 10 } },
        { message: 'at 10', line: 3, span: { start: 10, end: 11 } },
        { message: 'at 11', line: 3, span: { start: 11, end: 12 } },
      ],
      count: 7,
    });
    expect(readHostMessage(message)).toEqual(message);
    expect(sent).toBe(before);
  });
});
