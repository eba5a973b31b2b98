import { describe, expect, it } from 'vitest';
import { type StoredWeights, servesNetworks, TrainedWeights, wanted } from '../../src/files/trainedWeights';
import type { Analysis } from '../../src/language/analysis';
import { parse } from '../../src/language/syntax/parser';
import type { Model } from '../../src/model/model';
import type { StoredTensor } from '../../src/model/safetensors';
import { realScalar } from '../engine/build';

const text = 'observed x ~ Normal(0, 1)\nweights from "w.safetensors"\n';
const path = { start: 39, end: 54 };

function model(weights: string | null, structureKey = 'key'): Model {
  return {
    title: null,
    structureKey,
    structure: {
      params: [],
      lets: [],
      networks: [
        {
          name: 'mu',
          args: [{ name: 'z', type: realScalar }],
          type: realScalar,
          body: {
            op: 'dense',
            input: { op: 'argument', name: 'z', type: realScalar },
            network: 'mu',
            layer: 0,
            inputs: 1,
            units: 1,
            activation: 'linear',
            type: realScalar,
          },
        },
      ],
      variables: [],
    },
    numbers: [],
    numberSpans: [],
    statementSpans: new Map(),
    views: [],
    data: [],
    weights,
    fit: null,
  };
}

function analysis(whole: Model | null): Analysis {
  return {
    text,
    tree: parse(text).tree,
    diagnostics: [],
    symbols: { globals: new Map(), locals: [], uses: [], ancestors: new Map() },
    model: whole,
  };
}

const f32 = (shape: number[], values: number[]): StoredTensor => ({
  dtype: 'F32',
  shape,
  values: new Float32Array(values),
});

function file(tensors: Readonly<Record<string, StoredTensor>>, networks = ['mu']): StoredWeights {
  return { kind: 'tensors', tensors: new Map(Object.entries(tensors)), networks: new Set(networks) };
}

const good = () => file({ 'mu.0.weight': f32([1, 1], [2]), 'mu.0.bias': f32([1], [3]) });

describe('TrainedWeights', () => {
  it('gives the layers of a file that fits', () => {
    const before = analysis(model('w.safetensors'));
    const { analysis: after, layers } = new TrainedWeights().join(before, good());
    expect(after).toBe(before);
    expect(layers).toEqual(new Map([['mu.0', { kernel: new Float32Array([2]), bias: new Float32Array([3]) }]]));
  });

  it('gives the same object again until the file or the structure changes', () => {
    const weights = new TrainedWeights();
    const stored = good();
    const { layers } = weights.join(analysis(model('w.safetensors')), stored);
    expect(weights.join(analysis(model('w.safetensors')), stored).layers).toBe(layers);
    expect(weights.join(analysis(model('w.safetensors')), good()).layers).not.toBe(layers);
    expect(weights.join(analysis(model('w.safetensors', 'other')), stored).layers).not.toBe(layers);
  });

  it('makes a file that cannot be read an error of the model, at its path', () => {
    const { analysis: after, layers } = new TrainedWeights().join(analysis(model('w.safetensors')), {
      kind: 'missing',
      reason: 'It is not there.',
    });
    expect(after.model).toBeNull();
    expect(layers).toEqual(new Map());
    expect(after.diagnostics).toEqual([
      {
        code: 'weights-missing',
        severity: 'error',
        span: path,
        message: 'It is not there.',
        fixes: [],
        related: [],
      },
    ]);
    expect(text.slice(path.start, path.end)).toBe('"w.safetensors"');
  });

  it('makes layers that do not fit errors of the model', () => {
    const { analysis: after } = new TrainedWeights().join(
      analysis(model('w.safetensors')),
      file({ 'mu.0.weight': f32([2, 1], [1, 2]) }),
    );
    expect(after.model).toBeNull();
    expect(after.diagnostics.map(({ code, span, message }) => ({ code, span, message }))).toEqual([
      {
        code: 'weights-mismatch',
        span: path,
        message: '"mu.0.weight" has shape [2, 1]; dense layer 0 of network mu (1 in, 1 out) takes [1, 1].',
      },
    ]);
  });

  it('leaves a model alone that names no file, is broken, or whose file is being read', () => {
    for (const [before, stored] of [
      [analysis(model(null)), good()],
      [analysis(null), good()],
      [analysis(model('w.safetensors')), undefined],
    ] as const)
      expect(new TrainedWeights().join(before, stored)).toEqual({ analysis: before, layers: new Map() });
  });
});

describe('weights that were read for other networks', () => {
  it('are still being read where the file has any of the network', () => {
    const before = analysis(model('w.safetensors'));
    const unread = { ...f32([1, 1], []), values: null };
    const stored = file({ 'mu.0.weight': unread, 'mu.0.bias': unread }, ['old']);
    expect(new TrainedWeights().join(before, stored)).toEqual({ analysis: before, layers: new Map() });
  });

  it('lack those of a network that the file has nothing of', () => {
    const after = new TrainedWeights().join(
      analysis(model('w.safetensors')),
      file({ 'old.0.weight': f32([], [1]) }, ['old']),
    );
    expect(after.analysis.diagnostics.map(({ code }) => code)).toEqual(['weights-mismatch']);
  });

  it('serve as long as the file has nothing more for the others', () => {
    const stored = file({ 'mu.0.weight': f32([], [1]), 'nu.0.bias': f32([], [1]), other: f32([], [1]) });
    const serves = (...names: string[]) => servesNetworks(stored, new Set(names));
    expect([serves('mu'), serves(), serves('mu', 'xi'), serves('nu')]).toEqual([true, true, true, false]);
  });
});

it('wants the tensors of layers of the networks', () => {
  const networks = new Set(['mu', 'constructor']);
  const names = [
    'mu.0.weight',
    'constructor.12.bias',
    'nu.0.weight',
    'mu.weight',
    'mu.0.scale',
    'mu.x.bias',
    'a.mu.0.bias',
  ];
  expect(names.filter((name) => wanted(name, networks))).toEqual(['mu.0.weight', 'constructor.12.bias']);
});
