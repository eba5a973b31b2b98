import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, lex } from '../../../src/language/syntax/lexer';
import { lookalikes } from '../../../src/language/syntax/lookalikes';
import { innerKeywords, statementKeywords, symbols, type Token } from '../../../src/language/syntax/token';
import { expectDiagnostics } from '../harness';

const diagnose = (text: string) => lex(text).diagnostics;

/** `kind text` of every token but the last, or the kind alone where it is the text. */
function tokens(text: string): string[] {
  return lex(text)
    .tokens.slice(0, -1)
    .map(({ kind, text }) => (kind === text ? kind : `${kind} ${text}`));
}

describe('tokens', () => {
  it.each([...statementKeywords, ...innerKeywords])('%s is a keyword, a longer word is not', (word) => {
    expect(tokens(`${word} ${word}s _${word} ${word}1`)).toEqual([
      word,
      `name ${word}s`,
      `name _${word}`,
      `name ${word}1`,
    ]);
  });

  it.each(symbols)('%s is a symbol', (symbol) => {
    expect(tokens(symbol)).toEqual([symbol]);
  });

  it.each([
    [
      '1 1.5 .5 2e-3 2E+3 007 1.5e10',
      ['number 1', 'number 1.5', 'number .5', 'number 2e-3', 'number 2E+3', 'number 007', 'number 1.5e10'],
    ],
    ['2..20', ['number 2', '..', 'number 20']],
    ['2.5...5', ['number 2.5', '.. ...', 'number 5']],
    ['t-1', ['name t', '-', 'number 1']],
    ['2x', ['number 2', 'name x']],
    ['2else', ['number 2', 'else']],
    ['2e_x', ['number 2', 'name e_x']],
    ['1.5.5', ['number 1.5', 'number .5']],
    ['μ σ_1 x\u0301y é٣ 漢字', ['name μ', 'name σ_1', 'name x\u0301y', 'name é٣', 'name 漢字']],
    ['𝜇𝑥', ['name 𝜇𝑥']],
    ['a->b', ['name a', '->', 'name b']],
    ['a - > b', ['name a', '-', 'name b']],
    ['"a b" "" "//" "/*"', ['string "a b"', 'string ""', 'string "//"', 'string "/*"']],
    ['a /* b */ / c // d', ['name a', '/', 'name c']],
    ['/**/a/***/b/* * / */', ['name a', 'name b']],
    ['== := =', ['==', '== :=', '=']],
    ['a\u00A0b\uFEFF\u2003c\vd\fe', ['name a', 'name b', 'name c', 'name d', 'name e']],
  ])('of %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('have exact spans, and know which is the first of its line', () => {
    const { tokens, comments } = lex('a /* x\n*/ b\r\n\tc d // e');
    expect(tokens.map(({ start, end, first }) => [start, end, first])).toEqual([
      [0, 1, true],
      [10, 11, true],
      [14, 15, true],
      [16, 17, false],
      [22, 22, false],
    ]);
    expect(comments).toEqual([
      { kind: 'BlockComment', span: { start: 2, end: 9 } },
      { kind: 'LineComment', span: { start: 18, end: 22 } },
    ]);
  });

  it('count characters outside the basic plane as two', () => {
    expect(lex('𝜇 x').tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 4],
      [4, 4],
    ]);
  });
});

describe('mistakes', () => {
  it.each([
    ['«"abc»', 'unclosed-string', 'The text `"abc` is never closed; add `"`.', '"abc"'],
    ['«"»', 'unclosed-string', 'The text `"` is never closed; add `"`.', '""'],
    ['«"f.csv» columns a', 'unclosed-string', 'The text `"f.csv` is never closed; add `"`.', '"f.csv" columns a'],
    ['«"a»\nb"c"', 'unclosed-string', 'The text `"a` is never closed; add `"`.', '"a"\nb"c"'],
    ['a «/*» b\nc', 'unclosed-comment', '`/*` is never closed; add `*/`.', 'a /* b */\nc'],
    ["«'a b'» c", 'single-quotes', 'A text stands in double quotes, not in single ones.', '"a b" c'],
    ['«“a”» c', 'curly-quotes', 'A text stands in straight double quotes.', '"a" c'],
    ['«@»', 'stray-character', '`@` has no meaning here; remove it.', ''],
    ['a «?!%$» b', 'stray-character', '`?!%$` has no meaning here; remove it.', 'a  b'],
    ['a «🙂» b', 'stray-character', '`🙂` has no meaning here; remove it.', 'a  b'],
    ['a «\uD800» b', 'stray-character', 'The character U+D800 has no meaning here; remove it.', 'a  b'],
    ['a «\u200B» b', 'stray-character', 'The character U+200B has no meaning here; remove it.', 'a  b'],
    ["don«'»t", 'stray-character', "`'` has no meaning here; remove it.", 'dont'],
    ['a «.» b', 'stray-character', '`.` has no meaning here; remove it.', 'a  b'],
    ['«#» a', 'foreign-comment', 'A comment starts with `//`, not with `#`.', '// a'],
    ['a «**» 2', 'foreign-symbol', '`**` is written `^` here.', 'a ^ 2'],
    ['1«...»2', 'foreign-symbol', '`...` is written `..` here.', '1..2'],
    ['«2e-»', 'incomplete-exponent', 'The exponent of `2e-` lacks its digits; write `2e-3`, for instance.', '2'],
    ['«1e400»', 'number-too-large', '`1e400` is too large; the largest number is about 1.8e308.', null],
  ])('%s', (source, code, message, fixed) => {
    expectDiagnostics(diagnose, source, [{ code, message, fixed }]);
  });

  it('a bare point is only doubtful: the number is under way', () => {
    expectDiagnostics(diagnose, '«1.» «2.e3»', [
      {
        code: 'bare-point',
        severity: 'warning',
        message: '`1.` lacks a digit after the point; write `1.0`.',
        fixed: '1.0 2.e3',
      },
      { code: 'bare-point', severity: 'warning', message: '`2.e3` lacks a digit after the point; write `2.0e3`.' },
    ]);
  });

  it.each([...lookalikes])('%s is taken for %s', (character, meant) => {
    const { tokens, diagnostics } = lex(`a ${character} b`);
    expect(tokens.map(({ kind }) => kind)).toEqual(['name', meant, 'name', 'end']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign-symbol']);
  });

  it('are marked at the token behind them', () => {
    expect(lex('a @ b c').tokens.map(({ trouble }) => trouble)).toEqual([false, true, false, false]);
    expect(lex('a "b\nc').tokens.map(({ trouble }) => trouble)).toEqual([false, true, false, false]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', "'", '/*', '*/', '//', '\n', '“', '..', '1.', '2e', '#'),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('is split into tokens and comments in order, with nothing but space and strays between', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { tokens, comments, diagnostics } = lex(source);
        expect(tokens.at(-1)).toMatchObject({ kind: 'end', start: source.length, end: source.length });
        const strays = diagnostics.filter(({ code }) => code === 'stray-character').map(({ span }) => span);
        const parts = [...tokens.slice(0, -1), ...comments.map(({ span }) => span), ...strays];
        parts.sort((a, b) => a.start - b.start);
        let done = 0;
        for (const { start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(source.slice(done, start)).toMatch(/^[\s\uFEFF]*$/);
          done = end;
        }
        expect(source.slice(done)).toMatch(/^[\s\uFEFF]*$/);
        for (const { kind, start, end, text } of tokens) {
          if (kind !== 'end') expect(source.slice(start, end)).toBe(text);
        }
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('forgetting', () => {
  it('changes no later token, whenever and however much is let go, and makes few objects', () => {
    const text = Array.from({ length: 2000 }, (_, n) => `let a${n} = (n + 1) @ 2.5\n`).join('');
    const { tokens } = lex(text);
    for (const stride of [1, 7, 300, 1000]) {
      const lexer = new Lexer(text);
      const objects = new Set<Token>();
      for (const [at, token] of tokens.entries()) {
        // A parser looks ahead, and behind at the token before.
        lexer.token(at + 3);
        const found = lexer.token(at);
        expect(found).toEqual(token);
        if (at > 0) expect(lexer.token(at - 1)).toEqual(tokens[at - 1]);
        objects.add(found);
        if (at % stride === 0) lexer.forget(at);
      }
      expect(objects.size).toBeLessThan(2600);
    }
    expect(tokens.length).toBeGreaterThan(16_000);
  });
});
