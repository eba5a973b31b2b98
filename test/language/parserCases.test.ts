import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics } from './harness';
import { parseExpression } from './inspect';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('tables', () => {
  it.each([
    ['case z { 0: 1, -1.5: 2, else: 3 }', 'case z {0: 1; (- 1.5): 2; else: 3}'],
    ['case z[t-1], k + 1 { a, 2: b }', 'case (at z (- t 1)), (+ k 1) {a, 2: b}'],
    ['case k { true: f -> g, false: N(0) }', 'case k {true: (-> f g); false: N(0)}'],
    ['2 * case k { a: 1, else: 0 } + 1', '(+ (* 2 case k {a: 1; else: 0}) 1)'],
    ['case f(a: 1) { 1: 2, else: 3 }', 'case f(a: 1) {1: 2; else: 3}'],
    ['case k { a: 1 }[2]', '(at case k {a: 1} 2)'],
  ])('%s', (source, shape) => {
    expect(diagnose(`let a = ${source}`)).toEqual([]);
    expect(sketch(parse(`let a = ${source}`).tree)).toEqual([`let a = ${shape}`]);
  });

  it('have patterns with the spans of their text', () => {
    const table = parseExpression('case k { -2: 1 }');
    expect(table).toMatchObject({
      kind: 'Case',
      span: { start: 8, end: 24 },
      bodySpan: { start: 15, end: 24 },
      rows: [
        {
          span: { start: 17, end: 22 },
          patternSpan: { start: 17, end: 19 },
          patterns: [
            { kind: 'Unary', span: { start: 17, end: 19 }, operand: { span: { start: 18, end: 19 }, value: 2 } },
          ],
        },
      ],
    });
  });
});

describe('mistakes', () => {
  it.each([
    [
      'let a = case k { b «->» 1, c: 0 }',
      'expected-colon',
      'A row is written `value: result`, with `:` instead of `->`.',
      'let a = case k { b : 1, c: 0 }',
    ],
    [
      'let a = case k { b «==» 1 }',
      'expected-colon',
      'A row is written `value: result`, with `:` instead of `==`.',
      'let a = case k { b : 1 }',
    ],
    [
      'let a = case k { else «1» }',
      'expected-colon',
      'Expected `:` after `else`: a row is written `value: result`.',
      'let a = case k { else: 1 }',
    ],
    [
      'let a = case k, l { 1 «2»: 3 }',
      'missing-comma',
      'A comma is missing between `1` and `2`; add it.',
      'let a = case k, l { 1, 2: 3 }',
    ],
    [
      'let a = case k «[»b: 1]',
      'expected-row',
      'The rows of a `case` stand in braces, `{` and `}`, not in `[` and `]`.',
      'let a = case k {b: 1}',
    ],
    [
      'let a = 2 * case k, l[1] «[»1, -2: [3], else: (4)] + 1',
      'expected-row',
      'The rows of a `case` stand in braces, `{` and `}`, not in `[` and `]`.',
      'let a = 2 * case k, l[1] {1, -2: [3], else: (4)} + 1',
    ],
    [
      'let a = case k «(»true: 1, false: 2)',
      'expected-row',
      'The rows of a `case` stand in braces, `{` and `}`, not in `(` and `)`.',
      'let a = case k {true: 1, false: 2}',
    ],
    [
      'let a = case k «[»b: 1)',
      'expected-row',
      'The rows of a `case` stand in braces, `{` and `}`, not in `[` and `)`.',
      'let a = case k {b: 1}',
    ],
    [
      'let a = case k «[»b: 1}',
      'expected-row',
      'The rows of a `case` stand in braces: they open with `{`, not with `[`.',
      'let a = case k {b: 1}',
    ],
    [
      'let a = case k «{»}',
      'expected-row',
      'Expected rows between `{` and `}`, such as `true: 0.9, false: 0.1`.',
      null,
    ],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });

  it('say of rows in the wrong brackets that are never closed no more than that, and mend no half of them', () => {
    expectDiagnostics(diagnose, 'let a = case k «[»b: 1', [
      {
        code: 'expected-row',
        message: 'The rows of a `case` stand in braces, `{` and `}`, not in `[` and `]`.',
        fixed: null,
      },
    ]);
  });
});
