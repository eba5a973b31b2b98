import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('texts', () => {
  it.each([
    ['model "// no comment"', { title: { value: '// no comment', span: { start: 6, end: 21 } } }],
    ['weights from "a\\b"', { file: { value: 'a\\b', span: { start: 13, end: 18 } } }],
    ["model 'x'", { title: { value: 'x', span: { start: 6, end: 9 } } }],
    ['model "x', { title: { value: 'x', span: { start: 6, end: 8 } } }],
    ['model “x”', { title: { value: 'x', span: { start: 6, end: 9 } } }],
    ['model "', { title: { value: '', span: { start: 6, end: 7 } } }],
  ])('%s lie between the quotes', (text, expected) => {
    expect(parse(text).tree.statements[0]).toMatchObject(expected);
  });

  it.each([
    [
      'model «Bayes: a "first" try?»  \nfit em',
      'expected-title',
      'Expected a title in double quotes after `model`, as in `model "Three bumps"`, found `Bayes`.',
      'model "Bayes: a first try?"  \nfit em',
    ],
    [
      'weights from «../runs/w-1.safetensors»',
      'expected-file',
      'Expected a file in double quotes after `from`, as in `weights from "file.safetensors"`, found `..`.',
      'weights from "../runs/w-1.safetensors"',
    ],
  ])('without quotes are one mistake, whatever is in them: %s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });
});

describe('columns', () => {
  it('are names and texts', () => {
    expect(sketch(parse('data x from "f" columns a, "b, c", d\nfit em').tree)).toEqual([
      'data x from "f" columns a, "b, c", d',
      'fit em()',
    ]);
  });

  it.each([
    [
      'data x from "f" columns «1»',
      'expected-column',
      'Expected a column after `columns`: a name, or a text in double quotes, found `1`.',
      null,
    ],
    [
      'data x from "f" columns a, «fit»',
      'keyword-as-name',
      '`fit` is a keyword; write the column in double quotes.',
      'data x from "f" columns a, "fit"',
    ],
    [
      'data x from "f" columns a «"b c"»',
      'missing-comma',
      'A comma is missing between `a` and `"b c"`; add it.',
      'data x from "f" columns a, "b c"',
    ],
    [
      'data x from «columns» a',
      'expected-file',
      'Expected a file in double quotes after `from`, as in `data x from "file.csv"`, found `columns`.',
      null,
    ],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });

  it('are none behind values written out', () => {
    expectDiagnostics(diagnose, 'data x = [1] «columns» a', [
      {
        code: 'unexpected-text',
        message: '`columns` cannot follow `]`: expected an operator, or a keyword that starts a statement.',
      },
    ]);
  });
});
