import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('names', () => {
  it.each([
    ['param «[»1, 2] = 3', 'Expected the name of a parameter after `param`, as in `param mu = 0`, found `[`.'],
    ['view «in» [0, 1]', 'Expected the name of a variable after `view`, as in `view x in [-5, 5]`, found `in`.'],
    [
      'let «2»x = 1',
      'Expected the name of an expression after `let`, as in `let scale = 2 * sigma`, found `2`; a name starts with a letter.',
    ],
  ])('%s', (source, message) => {
    expectDiagnostics(diagnose, source, [{ code: 'expected-name', message, fixed: null }]);
  });

  it('that are missing cost nothing of what follows', () => {
    const text = 'param ( = 3 let = 4 view in [0, 1] data from "f" latent | z ~ N(z)';
    expect(sketch(parse(text).tree)).toEqual([
      '!param ? = 3',
      '!let ? = 4',
      '!view ? in [0, 1]',
      '!data ? from "f"',
      '!latent ? | z ~ N(z)',
    ]);
  });
});

describe('signs', () => {
  it.each([
    ['param a «:=» 1', 'double-equals', 'A value is given with `=`, not with `:=`; write `=`.', 'param a = 1'],
    ['let a«==»1', 'double-equals', 'A value is given with `=`, not with `==`; write `=`.', 'let a=1'],
    [
      'latent z «:=» N(0)',
      'expected-tilde',
      'A variable is drawn from its distribution with `~`, not set with `:=`; write `~`.',
      'latent z ~ N(0)',
    ],
    [
      'observed x«:» N(0)',
      'expected-tilde',
      'A variable is drawn from its distribution with `~`, not set with `:`; write `~`.',
      'observed x~ N(0)',
    ],
    ['let a «[»1, 2]', 'missing-equals', '`=` is missing between `a` and `[`; add it.', 'let a = [1, 2]'],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });

  it('behind other text are found, and the value with them', () => {
    const { tree, diagnostics } = parse('param a + b = 3');
    expect(sketch(tree)).toEqual(['!param a = 3']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Expected `=` after `a`, and then a value, such as `0.5` or `[0.3, 0.7]`, found `+`.',
    ]);
  });
});

describe('words', () => {
  it.each([
    [
      'weights «=» "w"',
      'expected-from',
      'Expected `from` after `weights`, found `=`; write `from`.',
      'weights from "w"',
    ],
    ['data x «in» "f"', 'expected-from', 'Expected `from` after `x`, found `in`; write `from`.', 'data x from "f"'],
    ['view x «from» [0, 1]', 'expected-in', 'Expected `in` after `x`, found `from`; write `in`.', 'view x in [0, 1]'],
    ['view x «0»', 'expected-in', '`in` is missing between `x` and `0`; add it.', 'view x in 0'],
    ['view x «(»0, 1)', 'expected-in', 'Expected `in` after `x`, as in `view x in [-5, 5]`, found `(`.', null],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });
});
