import { describe, expect, it } from 'vitest';
import type { DataFiles } from '../../src/language/analysis';
import type { DataBinding, Model } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';
import { cellValue, DataRows, dataRows } from '../../src/preview/dataRows';
import { realScalar } from '../engine/build';

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
const files = (columns: Record<string, string[]>): DataFiles =>
  new Map([['f.csv', { kind: 'table', columns: new Map(Object.entries(columns)) }]]);

describe('dataRows', () => {
  it('reads the named columns as rows, in the order of the model', () => {
    const pair: ValueType = { kind: 'real', shape: [2] };
    expect(dataRows(model(pair, fromFile('b', 'a')), files({ a: ['1', '2'], b: ['3.5', '-4e-1'] }))).toEqual(
      new Map([
        [
          'x',
          [
            [3.5, 1],
            [-0.4, 2],
          ],
        ],
      ]),
    );
  });

  it('leaves out rows that are not finite numbers', () => {
    expect(dataRows(model(realScalar, fromFile('a')), files({ a: ['1', '', 'NA', '1e999', '2'] }))).toEqual(
      new Map([['x', [[1], [2]]]]),
    );
  });

  it('takes inline rows as they are', () => {
    expect(dataRows(model(realScalar, { kind: 'inline', variable: 'x', rows: [[1], [2]] }), new Map())).toEqual(
      new Map([['x', [[1], [2]]]]),
    );
  });

  it('leaves a variable out whose file or column is not there', () => {
    expect(dataRows(model(realScalar, fromFile('a')), new Map())).toEqual(new Map());
    expect(dataRows(model(realScalar, fromFile('a', 'c')), files({ a: ['1'] }))).toEqual(new Map());
    const gone: DataFiles = new Map([['f.csv', { kind: 'missing', reason: 'It is not there.' }]]);
    expect(dataRows(model(realScalar, fromFile('a')), gone)).toEqual(new Map());
  });
});

describe('cellValue', () => {
  it('codes labels from 1, also where a label looks like another number', () => {
    const type: ValueType = { kind: 'category', shape: [], count: 3, labels: ['blue', 'orange', '1'] };
    expect(['blue', 'orange', '1', '2', 'green'].map((cell) => cellValue(cell, type))).toEqual([
      1,
      2,
      3,
      2,
      Number.NaN,
    ]);
  });

  it('reads booleans as words and as numbers', () => {
    const type: ValueType = { kind: 'boolean', shape: [] };
    expect(['true', 'False', '1', '0', 'yes'].map((cell) => cellValue(cell, type))).toEqual([1, 0, 1, 0, Number.NaN]);
  });
});

describe('DataRows', () => {
  it('gives the same rows for the same file and new ones for a new file, binding or type', () => {
    const cache = new DataRows();
    const read = files({ a: ['1'], b: ['2'] });
    const first = cache.of(model(realScalar, fromFile('a')), read);
    expect(cache.of(model(realScalar, fromFile('a')), new Map(read))).toBe(first);
    expect(cache.of(model(realScalar, fromFile('b')), read)).toEqual(new Map([['x', [[2]]]]));
    const again = cache.of(model(realScalar, fromFile('a')), files({ a: ['7'] }));
    expect(again).toEqual(new Map([['x', [[7]]]]));
    const labelled: ValueType = { kind: 'category', shape: [], count: 2, labels: ['6', '7'] };
    expect(cache.of(model(labelled, fromFile('a')), files({ a: ['7'] }))).toEqual(new Map([['x', [[2]]]]));
  });
});
