import { describe, expect, it } from 'vitest';
import { type DataByVariable, DataRows, dataRows as dataByVariable } from '../../src/files/dataRows';
import type { DataFiles } from '../../src/language/analysis';
import type { DataBinding, Model } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';
import { realScalar } from '../engine/build';
import { tableOf } from './tables';

function model(type: ValueType, ...data: DataBinding[]): Model {
  return {
    title: null,
    structureKey: '',
    structure: {
      params: [],
      lets: [],
      networks: [],
      variables: [{ name: 'x', role: 'observed', type, range: null, definitions: [] }],
    },
    numbers: [],
    numberSpans: [],
    statementSpans: new Map(),
    views: [],
    data,
    weights: null,
    fit: null,
  };
}

const fromFile = (...columns: string[]): DataBinding => ({ kind: 'file', variable: 'x', path: 'f.csv', columns });
const files = (columns: Record<string, string[]>): DataFiles => new Map([['f.csv', tableOf(columns)]]);
const dataRows = (...args: Parameters<typeof dataByVariable>) => plain(dataByVariable(...args));
const plain = (data: DataByVariable) =>
  Object.fromEntries(Array.from(data, ([name, columns]) => [name, columns.map((column) => [...column])]));

describe('dataRows', () => {
  it('reads the named columns as rows, in the order of the model', () => {
    const pair: ValueType = { kind: 'real', shape: [2] };
    expect(dataRows(model(pair, fromFile('b', 'a')), files({ a: ['1', '2'], b: ['3.5', '-4e-1'] }))).toEqual({
      x: [
        [3.5, -0.4],
        [1, 2],
      ],
    });
  });

  it('leaves out rows that are not finite numbers', () => {
    expect(dataRows(model(realScalar, fromFile('a')), files({ a: ['1', '', 'NA', '1e999', '2'] }))).toEqual({
      x: [[1, 2]],
    });
  });

  it('takes the very array of a column that holds nothing but numbers', () => {
    const read = files({ a: ['1', '2'], b: ['1', 'NA'] });
    const file = read.get('f.csv');
    const column = (name: string) => (file?.kind === 'table' ? file.columns.get(name)?.numbers : undefined);
    expect(dataByVariable(model(realScalar, fromFile('a')), read).get('x')?.[0]).toBe(column('a'));
    expect(dataRows(model(realScalar, fromFile('b')), read)).toEqual({ x: [[1]] });
  });

  it('takes inline rows as they are', () => {
    expect(dataRows(model(realScalar, { kind: 'inline', variable: 'x', rows: [[1], [2]] }), new Map())).toEqual({
      x: [[1, 2]],
    });
  });

  it('leaves a variable out whose file or column is not there', () => {
    expect(dataRows(model(realScalar, fromFile('a')), new Map())).toEqual({});
    expect(dataRows(model(realScalar, fromFile('a', 'c')), files({ a: ['1'] }))).toEqual({});
    const gone: DataFiles = new Map([['f.csv', { kind: 'missing', reason: 'It is not there.' }]]);
    expect(dataRows(model(realScalar, fromFile('a')), gone)).toEqual({});
  });
});

describe('DataRows', () => {
  it('gives the same rows for the same file and new ones for a new file, binding or type', () => {
    const cache = new DataRows();
    const read = files({ a: ['1'], b: ['2'] });
    const first = cache.of(model(realScalar, fromFile('a')), read);
    expect(cache.of(model(realScalar, fromFile('a')), new Map(read))).toBe(first);
    expect(plain(cache.of(model(realScalar, fromFile('b')), read))).toEqual({ x: [[2]] });
    const again = cache.of(model(realScalar, fromFile('a')), files({ a: ['7'] }));
    expect(plain(again)).toEqual({ x: [[7]] });
    const labelled: ValueType = { kind: 'category', shape: [], count: 2, labels: ['blue', 'red'] };
    expect(plain(cache.of(model(labelled, fromFile('a')), files({ a: ['red'] })))).toEqual({ x: [[2]] });
  });
});
