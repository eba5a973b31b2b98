import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('fit and view', () => {
  it.each([
    ['fit gradient(rate = 10 ^ -3, steps: 2 * n)', 'fit gradient(rate = (^ 10 (- 3)), steps = (* 2 n))'],
    ['view x[t - 1] in [-1, b]', 'view x[(- t 1)] in [(- 1), b]'],
    ['view x in b', 'view x in b'],
  ])('%s', (text, shape) => {
    expect(diagnose(text)).toEqual([]);
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });

  it('carry the spans of options and targets', () => {
    expect(parse('fit em( steps = 3 ) view x[2] in [0, 1]').tree.statements).toMatchObject([
      {
        span: { start: 0, end: 19 },
        method: { span: { start: 4, end: 6 } },
        options: [{ span: { start: 8, end: 17 } }],
      },
      {
        span: { start: 20, end: 39 },
        target: { span: { start: 25, end: 29 } },
        range: { span: { start: 33, end: 39 } },
      },
    ]);
  });

  it.each([
    [
      '«fit» (steps = 3)',
      'expected-method',
      'Expected a method after `fit`: `em`, `gradient`, `elbo` or `iwae`, found `(`.',
      null,
    ],
    ['fit em(«3»)', 'expected-option', 'Expected an option such as `steps = 100`, found `3`.', null],
    [
      'fit em(steps «~» 3)',
      'expected-equals',
      'Only `latent` and `observed` draw with `~`; write `=` here.',
      'fit em(steps = 3)',
    ],
    ['view x[1] «[»0, 1]', 'expected-in', '`in` is missing between `]` and `[`; add it.', 'view x[1] in [0, 1]'],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });
});

describe('text outside of statements', () => {
  it('is one broken statement up to the next keyword, and one message', () => {
    const text = 'hello ( there ] 1.\n@ "more"\nfit em';
    const { tree, diagnostics } = parse(text);
    expect(sketch(tree)).toEqual(['!broken', 'fit em()']);
    expect(tree.statements[0]).toMatchObject({ span: { start: 0, end: 27 }, keyword: { start: 0, end: 5 } });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Expected a statement, found `hello`: one starts with a keyword such as `param`, `latent` or `observed`.',
    ]);
  });

  it('may be either of two statements: both are offered', () => {
    const titles = (text: string) => diagnose(text)[0]?.fixes.map(({ title, edits }) => [title, edits[0]?.text]);
    expect(titles('z[t] ~ Normal(0, 1)')).toEqual([
      ['Add `latent`', 'latent '],
      ['Add `observed`', 'observed '],
    ]);
    expect(titles('mu = 1')).toEqual([
      ['Add `param`', 'param '],
      ['Add `let`', 'let '],
    ]);
  });

  it('every keyword that is cut short or swapped is known', () => {
    expectDiagnostics(diagnose, '«pram» a = 1\n«veiw» x in [0, 1]', [
      {
        code: 'misspelled-keyword',
        message: '`pram` starts no statement; did you mean `param`?',
        fixed: 'param a = 1\nveiw x in [0, 1]',
      },
      { code: 'misspelled-keyword', message: '`veiw` starts no statement; did you mean `view`?' },
    ]);
  });
});
