import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { nestingLimit } from '../../src/language/parserExpressions';
import { expectDiagnostics } from './harness';
import { parseExpression } from './inspect';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;
const shape = (text: string) => sketch(parse(`let a = ${text}`).tree)[0]?.replace(/^let a = /, '');

describe('precedence', () => {
  it.each([
    ['-2^2', '(- (^ 2 2))'],
    ['2^-3^4', '(^ 2 (- (^ 3 4)))'],
    ['a / b / c', '(/ (/ a b) c)'],
    ['a * -b / c', '(/ (* a (- b)) c)'],
    ['a - b * c ^ d', '(- a (* b (^ c d)))'],
    ['a + b -> f -> g + h', '(-> (+ a b) f (+ g h))'],
    ['a -> (b -> c)', '(-> a (-> b c))'],
    ['a[1]^b[2]', '(^ (at a 1) (at b 2))'],
    ['-a[1][b -> c]', '(- (at (at a 1) (-> b c)))'],
  ])('%s is %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('spans', () => {
  it('reach from the first operand to the last, brackets not counted', () => {
    expect(parseExpression('b * (c - d)')).toMatchObject({
      span: { start: 8, end: 19 },
      operator: '*',
      operatorSpan: { start: 10, end: 11 },
      left: { span: { start: 8, end: 9 } },
      right: { span: { start: 13, end: 18 }, operatorSpan: { start: 15, end: 16 } },
    });
    expect(parseExpression('- b ^ c')).toMatchObject({ span: { start: 8, end: 15 }, operand: { span: { start: 10 } } });
    expect(parseExpression('b -> f(1)')).toMatchObject({ kind: 'Pipeline', span: { start: 8, end: 17 } });
  });
});

describe('products without their sign', () => {
  it.each([
    ['let a = «2z»^2', 'write `2 * z`.', 'let a = 2 * z^2', '(* 2 (^ z 2))'],
    ['let a = 1 + «.5f»(x)', 'write `.5 * f`.', 'let a = 1 + .5 * f(x)', '(+ 1 (* 0.5 f(x)))'],
    ['let a = b / «2c»', 'write `2 * c`.', 'let a = b / 2 * c', '(* (/ b 2) c)'],
  ])('%s', (source, advice, fixed, expected) => {
    const message = `A product needs its \`*\`: ${advice}`;
    expectDiagnostics(diagnose, source, [{ code: 'missing-operator', message, fixed, fixTitle: 'Add `*`' }]);
    expect(sketch(parse(source.replace(/[«»]/g, '')).tree)).toEqual([`!let a = ${expected}`]);
    expect(sketch(parse(fixed).tree)).toEqual([`let a = ${expected}`]);
  });

  it('are none where a space stands between', () => {
    expectDiagnostics(diagnose, 'let a = 2 «z»', [
      {
        code: 'unexpected-text',
        message: '`z` cannot follow `2`: expected an operator, or a keyword that starts a statement.',
      },
    ]);
  });
});

it('minus signs and powers count as levels, too', () => {
  for (const link of ['-', '2^']) {
    expect(diagnose(`let a = ${link.repeat(nestingLimit - 1)}1`)).toEqual([]);
    expect(diagnose(`let a = ${link.repeat(nestingLimit)}1`).map(({ code }) => code)).toEqual(['nested-too-deeply']);
  }
});
