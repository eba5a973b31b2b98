import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { heightLimit } from '../../src/language/parserOperands';
import { expectDiagnostics } from './harness';
import { parseCall, parseExpression } from './inspect';

const diagnose = (text: string) => parse(text).diagnostics;

describe('operands', () => {
  it.each([
    ['.5', { kind: 'Number', value: 0.5, span: { start: 8, end: 10 } }],
    ['1e-400', { kind: 'Number', value: 0 }],
    ['true', { kind: 'Boolean', value: true, span: { start: 8, end: 12 } }],
    ['μ₀', { kind: 'Name', text: 'μ₀', span: { start: 8, end: 10 } }],
    ['(( b ))', { kind: 'Name', text: 'b', span: { start: 11, end: 12 } }],
    ['[ 1, 2 ]', { kind: 'Vector', span: { start: 8, end: 16 }, items: [{ value: 1 }, { value: 2 }] }],
    ['b [ 1 ]', { kind: 'Index', span: { start: 8, end: 15 }, index: { span: { start: 12, end: 13 } } }],
  ])('%s', (text, expected) => {
    expect(parseExpression(text)).toMatchObject(expected);
  });
});

describe('arguments', () => {
  it('carry their names, and spans that hold both', () => {
    expect(parseCall('N( 0, sd : 2 * b )')).toMatchObject({
      span: { start: 8, end: 26 },
      callee: { text: 'N', span: { start: 8, end: 9 } },
      argsSpan: { start: 10, end: 25 },
      args: [
        { name: null, span: { start: 11, end: 12 } },
        { name: { text: 'sd', span: { start: 14, end: 16 } }, span: { start: 14, end: 24 } },
      ],
    });
  });

  it.each([
    [
      'let a = N(sd «:=» 1)',
      'double-equals',
      'Write `:` or `=` between the name of an argument and its value.',
      'let a = N(sd : 1)',
    ],
    ['let a = N([1]«:» 2)', 'unexpected-text', 'Expected `,` or `)`, found `:`.', null],
    ['let a = N(b: «)»', 'expected-value', 'Expected a value after `:`, found `)`.', null],
    [
      'let a = N(«true»: 0.5)',
      'keyword-as-name',
      '`true` is a keyword and cannot be the name of an argument; choose another name.',
      null,
    ],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });
});

describe('what is no operand', () => {
  it.each([
    ['let a = [1, «"b"»]', 'Expected a value, found `"b"`.', null],
    ['let a = 2 * «+»b', 'A number needs no `+` before it; remove it.', 'let a = 2 * b'],
    ['let a = «*» 2', 'Expected a value after `=`, found `*`.', null],
    ['let a = b[1] + «in»', 'Expected a value after `+`, found `in`.', null],
    ['let a = b «^»\nlet c = 1', 'Expected a value after `^`.', null],
  ])('%s', (source, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code: 'expected-value', message, fixed }]);
  });
});

it(`a tree of ${heightLimit} levels is read, a higher one cut`, () => {
  const sum = (count: number) => `let a = ${'b + '.repeat(count)}b`;
  expect(diagnose(sum(heightLimit - 1))).toEqual([]);
  const [statement] = parse(sum(heightLimit)).tree.statements;
  expect(statement).toMatchObject({ kind: 'Let', broken: true, value: { kind: 'Hole', span: { start: 8 } } });
});
