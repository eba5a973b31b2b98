import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/language/syntax/lexer';
import { expectDiagnostics } from '../harness';

const diagnose = (text: string) => lex(text).diagnostics;
const tokens = (text: string) => lex(text).tokens.slice(0, -1);

describe('numbers', () => {
  it.each([
    ['0.25.75', ['0.25', '.75']],
    ['1e5e5', ['1e5', 'e5']],
    ['2E-07x', ['2E-07', 'x']],
    ['3..4.5', ['3', '..', '4.5']],
    ['1e+', ['1e+']],
  ])('%s ends where no number goes on', (text, expected) => {
    expect(tokens(text).map((token) => token.text)).toEqual(expected);
  });

  it('are too large only where a double cannot hold them', () => {
    expectDiagnostics(diagnose, `1.797e308 ${'9'.repeat(308)} 1e-999`, []);
    expectDiagnostics(diagnose, `«1.8e308» «${'9'.repeat(400)}»`, [
      { code: 'number-too-large', message: '`1.8e308` is too large; the largest number is about 1.8e308.' },
      {
        code: 'number-too-large',
        message: `\`${'9'.repeat(39)}…\` is too large; the largest number is about 1.8e308.`,
        fixed: null,
      },
    ]);
  });

  it('keep their mantissa where the exponent is taken away', () => {
    expectDiagnostics(diagnose, 'a «1.5E+» b', [
      {
        code: 'incomplete-exponent',
        message: 'The exponent of `1.5E+` lacks its digits; write `1.5e-3`, for instance.',
        fixTitle: 'Remove the exponent',
        fixed: 'a 1.5 b',
      },
    ]);
  });
});

describe('comments', () => {
  it('are kept in order, with their spans', () => {
    expect(lex('//a\r\n/*b\n*/ //').comments).toEqual([
      { kind: 'LineComment', span: { start: 0, end: 3 } },
      { kind: 'BlockComment', span: { start: 5, end: 11 } },
      { kind: 'LineComment', span: { start: 12, end: 14 } },
    ]);
  });

  it('of another language leave the tokens around them without trouble', () => {
    const { tokens, comments } = lex('a # b\nc');
    expect(tokens.map(({ text, trouble, troubleBehind }) => [text, trouble, troubleBehind])).toEqual([
      ['a', false, false],
      ['c', false, false],
      ['', false, false],
    ]);
    expect(comments).toEqual([{ kind: 'LineComment', span: { start: 2, end: 5 } }]);
  });
});

describe('texts', () => {
  it('hold quotes of the other kind and comment marks', () => {
    expect(tokens("\"it's // 'no'\" “a'b„”").map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['string', 0, 14],
      ['string', 15, 21],
    ]);
  });

  it.each([
    ['«"a b»   \nc', 'The text `"a b` is never closed; add `"`.', '"a b"   \nc'],
    [`«"${'a'.repeat(50)}»`, `The text \`"${'a'.repeat(38)}…\` is never closed; add \`"\`.`, `"${'a'.repeat(50)}"`],
    ['«"columns»', 'The text `"columns` is never closed; add `"`.', '"columns"'],
  ])('%s ends at the end of its line', (source, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code: 'unclosed-string', message, fixed, fixTitle: 'Add `"`' }]);
  });

  it('in typographic quotes that never close are stray quotes', () => {
    expectDiagnostics(diagnose, '«“»a\n', [
      { code: 'stray-character', message: '`“` has no meaning here; remove it.', fixed: 'a\n' },
    ]);
  });
});
