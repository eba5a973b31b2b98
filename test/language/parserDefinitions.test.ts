import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('definitions', () => {
  it.each([
    ['param s: interval() = 1', 'param s: interval = 1'],
    ['param s: interval(-a, 2 * b) = [1, 2]', 'param s: interval((- a), (* 2 b)) = [1, 2]'],
    ['let a = x -> f', 'let a = (-> x f)'],
    ['network f(a) = case a { 0: 1, else: a }', 'network f(a) = case a {0: 1; else: a}'],
  ])('%s', (text, shape) => {
    expect(diagnose(text)).toEqual([]);
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });

  it('carry the spans of their parts', () => {
    const [param, network] = parse('param s : interval( 0, 1 ) = 1 // so\nnetwork f( a , b ) = a').tree.statements;
    expect(param).toMatchObject({
      span: { start: 0, end: 30 },
      keyword: { start: 0, end: 5 },
      name: { span: { start: 6, end: 7 } },
      domain: { span: { start: 10, end: 26 }, name: { span: { start: 10, end: 18 } } },
      value: { span: { start: 29, end: 30 } },
    });
    expect(network).toMatchObject({
      span: { start: 37, end: 59 },
      args: [{ span: { start: 48, end: 49 } }, { span: { start: 52, end: 53 } }],
    });
  });
});

describe('domains', () => {
  it.each([
    [
      'param s: «"positive"» = 1',
      'expected-domain',
      'Expected a domain after `:`, such as `positive`, `unit` or `simplex`, found `"positive"`.',
      null,
    ],
    ['param s «positive» == 1', 'missing-colon', '`:` is missing between `s` and `positive`; add it.', null],
    [
      'param s: interval(0 «1») = 1',
      'missing-comma',
      'A comma is missing between `0` and `1`; add it.',
      'param s: interval(0, 1) = 1',
    ],
    [
      'param s: interval(0«,») = 1',
      'expected-bound',
      'Expected another bound after `,`: write one or remove the comma.',
      'param s: interval(0) = 1',
    ],
  ])('%s', (source, code, message, fixed) => {
    const also = source.includes('==') ? source.replace('==', '«==»') : source;
    const equals = { code: 'double-equals', message: 'A value is given with `=`, not with `==`; write `=`.' };
    const expected = fixed === null ? { code, message } : { code, message, fixed };
    expectDiagnostics(diagnose, also, also === source ? [expected] : [expected, equals]);
  });
});

describe('arguments of networks', () => {
  it.each([
    ['network f(a «b») = a', 'missing-comma', 'A comma is missing between `a` and `b`; add it.', 'network f(a, b) = a'],
    [
      'network f(a«,») = a',
      'expected-argument',
      'Expected another argument after `,`: write one or remove the comma.',
      'network f(a) = a',
    ],
    [
      'network f «z» = z',
      'expected-argument',
      'Expected the arguments of `f` in parentheses, as in `network f(z) = …`, found `z`.',
      null,
    ],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });
});
