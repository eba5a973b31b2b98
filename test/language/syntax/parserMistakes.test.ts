import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/language/syntax/parser';
import { mostDiagnostics } from '../../../src/language/syntax/scanner';
import { applyEdits, expectDiagnostics, unmark } from '../harness';
import { sketch } from '../sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('one message for one mistake', () => {
  it('a keyword taken for a name is said where it is first, not at its uses', () => {
    const source = 'param «view» = 1\nlet a = 2 * view + view\nlatent z ~ Normal(view, a)';
    expectDiagnostics(diagnose, source, [
      {
        code: 'keyword-as-name',
        message: '`view` is a keyword and cannot be the name of a parameter; choose another name.',
        fixed: null,
      },
    ]);
  });

  it('where the lexer spoke, the parser is silent', () => {
    const { tree, diagnostics } = parse('let a = b + @ * c\nlet d = 1');
    expect(diagnostics.map(({ code }) => code)).toEqual(['stray-character']);
    expect(sketch(tree)).toEqual(['!let a = (+ b (* ? c))', 'let d = 1']);
  });

  it('a statement that was given up says no more, the next one does', () => {
    expectDiagnostics(diagnose, 'fit «100» ] ( ,\nview x «in»', [
      {
        code: 'expected-method',
        message: 'Expected a method after `fit`: `em`, `gradient`, `elbo` or `iwae`, found `100`.',
      },
      { code: 'expected-value', message: 'Expected a value after `in`.' },
    ]);
  });

  it(`and at most ${mostDiagnostics} in all`, () => {
    expect(diagnose('let a = 1 +\n'.repeat(mostDiagnostics + 5))).toHaveLength(mostDiagnostics);
  });
});

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

describe('parents', () => {
  it.each([
    [
      'observed x «a» b ~ N(0)',
      'missing-bar',
      '`|` is missing between `x` and `a`; add it.',
      '!observed x | a, b ~ N(0)',
    ],
    [
      'latent z | a[1] «b»[2] ~ N(0)',
      'missing-comma',
      'A comma is missing between `]` and `b`; add it.',
      '!latent z | a[1], b[2] ~ N(0)',
    ],
    [
      'latent z «|» 3 ~ N(0)',
      'expected-parent',
      'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.',
      '!latent z |  ~ N(0)',
    ],
  ])('%s', (source, code, message, shape) => {
    const { text, spans } = unmark(source);
    expect(diagnose(text)[0]).toMatchObject({ code, message, span: spans[0] });
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });
});

it('a distribution is asked for in the words of the role', () => {
  expectDiagnostics(diagnose, 'latent z ~ «)»\nobserved x | z ~ «,»', [
    { code: 'expected-distribution', message: 'Expected a distribution after `~`, such as `Normal(0, 1)`, found `)`.' },
    { code: 'expected-distribution', message: 'Expected a distribution after `~`, such as `Normal(z, 1)`, found `,`.' },
  ]);
});

describe('loops', () => {
  it.each([
    ['latent z[t] ~ N(0) for t in 2 «->» 20', 'A range is written with `..` between its ends, not with `->`.'],
    ['latent z[t] ~ N(0) for t in 2 «n»', '`..` is missing between `2` and `n`; add it.'],
    ['latent z[t] ~ N(0) for t in «1.5»', 'A range needs two dots; write `1..5`.'],
    [
      'latent z[t] ~ N(0) for t in 2 «]»',
      'Expected `..` and the last index after `2`, as in `for t in 2..20`, found `]`.',
    ],
  ])('%s', (source, message) => {
    expectDiagnostics(diagnose, source, [{ code: 'expected-range', message }]);
  });
});

describe('texts', () => {
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

describe('fit and view', () => {
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

describe('arguments', () => {
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

describe('rows of a table', () => {
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

describe('lists', () => {
  it('lack all their commas in one message', () => {
    expectDiagnostics(diagnose, 'let a = f(1 «b» 2\n c) + [3 «4»]', [
      {
        code: 'missing-comma',
        message: 'Commas are missing, the first between `1` and `b`; add them.',
        fixTitle: 'Add the commas',
        fixed: 'let a = f(1, b, 2,\n c) + [3 4]',
      },
      {
        code: 'missing-comma',
        message: 'A comma is missing between `3` and `4`; add it.',
        fixTitle: 'Add `,`',
        fixed: 'let a = f(1 b 2\n c) + [3, 4]',
      },
    ]);
  });

  it('say `a` and `an` as the noun wants', () => {
    expectDiagnostics(diagnose, 'fit em(«,» steps = 1)\nlet a = [«,» 1]', [
      {
        code: 'expected-option',
        message: 'Expected an option before `,`: write one or remove the comma.',
        fixed: 'fit em( steps = 1)\nlet a = [, 1]',
      },
      { code: 'expected-value', message: 'Expected a value before `,`: write one or remove the comma.' },
    ]);
  });
});

describe('closing brackets', () => {
  it('of another kind show where the bracket opens', () => {
    expectDiagnostics(diagnose, 'param w = [0.3, 0.7«}»', [
      {
        code: 'wrong-bracket',
        message: '`[` is closed by `]`, not by `}`.',
        fixTitle: 'Write `]`',
        fixed: 'param w = [0.3, 0.7]',
        related: ['It opens here.'],
      },
    ]);
  });

  it.each([
    ['let a = (1 + 2)«))» * 3', '`))` closes nothing; remove it.', 'let a = (1 + 2) * 3'],
    ['let a = f(1«]», [2])', '`]` closes nothing; remove it.', 'let a = f(1, [2])'],
    ['view x in [0, 1]«]»\nfit em', '`]` closes nothing; remove it.', 'view x in [0, 1]\nfit em'],
  ])('too many: %s', (source, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code: 'surplus-bracket', message, fixed }]);
  });

  it.each([
    [
      'let a = f«(»g(1)',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last argument.',
      'let a = f(g(1))',
    ],
    [
      'let a = f(b[1], [2«,»',
      'expected-value',
      'Expected another value after `,`: write one or remove the comma.',
      'let a = f(b[1], [2',
    ],
    [
      'param s: interval«(»0, 1\nfit em',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last bound.',
      'param s: interval(0, 1)\nfit em',
    ],
  ])('too few: %s', (source, code, message, fixed) => {
    const { text, spans } = unmark(source);
    const [first] = diagnose(text);
    expect(first).toMatchObject({ code, message, span: spans[0] });
    expect(applyEdits(text, first!.fixes[0]!.edits)).toBe(fixed);
  });
});
