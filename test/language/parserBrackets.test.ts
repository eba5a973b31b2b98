import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { applyEdits, expectDiagnostics, unmark } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('lists', () => {
  it.each([
    ['let a = [1,, 2,]', '!let a = [1, ?, 2, ?]'],
    ['let a = f(, b)', '!let a = f(?, b)'],
    ['let a = [1 2, 3 4]', '!let a = [1, 2, 3, 4]'],
    ['let a = [1, = 2, 3]', '!let a = [1, ?, 3]'],
    ['let a = [1, = (2, 3), 4]', '!let a = [1, ?, 4]'],
    ['let a = case k { b: 1, }', 'let a = case k {b: 1}'],
    ['let a = [[1, 2], [3, 4]', '!let a = [[1, 2], [3, 4]]'],
  ])('%s', (text, shape) => {
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });

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

  it('too few end the statement where they should stand', () => {
    expect(sketch(parse('latent z ~ Normal(mu[k, 1\nobserved x | z ~ Normal(z, 1)').tree)).toEqual([
      '!latent z ~ Normal((at mu k), 1)',
      'observed x | z ~ Normal(z, 1)',
    ]);
  });
});
