import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/language/syntax/lexer';
import {
  isAsciiNameRest,
  isAsciiNameStart,
  isDigit,
  mostDiagnostics,
  short,
  visible,
} from '../../../src/language/syntax/scanner';

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

describe('characters', () => {
  it('are digits and parts of names by their codes alone', () => {
    const those = (is: (code: number) => boolean) => ascii.filter((c) => is(c.charCodeAt(0))).join('');
    expect(those(isDigit)).toBe('0123456789');
    expect(those(isAsciiNameStart)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
    expect(those(isAsciiNameRest)).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
  });

  it('behind the end are none of them', () => {
    expect([isDigit(Number.NaN), isAsciiNameStart(Number.NaN), isAsciiNameRest(Number.NaN)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['@', '`@`'],
    ['\u0007', 'The character U+0007'],
    ['a\u00A0', 'The character U+00A0'],
    ['\u{E0001}', 'The character U+E0001'],
    ['🙂', '`🙂`'],
  ])('%j can be seen as %s', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('messages', () => {
  it('cut a text at 40 characters', () => {
    expect(short('a'.repeat(40))).toBe('a'.repeat(40));
    expect(short('a'.repeat(41))).toBe(`${'a'.repeat(39)}…`);
  });
});

describe('the scanner', () => {
  it(`says no more than ${mostDiagnostics} things, but reads on`, () => {
    const { diagnostics, tokens } = lex('@ '.repeat(mostDiagnostics + 7) + 'a');
    expect(diagnostics).toHaveLength(mostDiagnostics);
    expect(tokens.map(({ kind, trouble }) => [kind, trouble])).toEqual([
      ['name', true],
      ['end', false],
    ]);
  });

  it('tells trouble behind a token from trouble on the next line', () => {
    const flags = (text: string) => lex(text).tokens.map(({ trouble, troubleBehind }) => [trouble, troubleBehind]);
    const none = [false, false];
    expect(flags('a @\nb')).toEqual([none, [true, true], none]);
    expect(flags('a\n@ b')).toEqual([none, [true, false], none]);
    expect(flags('a 1. b')).toEqual([none, none, none, none]);
  });
});
