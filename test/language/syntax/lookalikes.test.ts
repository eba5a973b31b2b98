import { expect, it } from 'vitest';
import { lex } from '../../../src/language/syntax/lexer';
import { lookalikes } from '../../../src/language/syntax/lookalikes';
import { parse } from '../../../src/language/syntax/parser';
import { symbols } from '../../../src/language/syntax/token';
import { expectDiagnostics } from '../harness';
import { sketch } from '../sketch';

it('are single characters beyond ASCII that are no symbols themselves', () => {
  for (const [character, meant] of lookalikes) {
    expect([...character]).toHaveLength(1);
    expect(character.codePointAt(0)).toBeGreaterThan(127);
    expect(symbols).not.toContain(character);
    expect(symbols).toContain(meant);
  }
});

it.each([...lookalikes])('%s is named, and mended to %s', (character, meant) => {
  expectDiagnostics((text) => lex(text).diagnostics, `a«${character}»b`, [
    {
      code: 'foreign-symbol',
      message: `\`${character}\` is written \`${meant}\` here.`,
      fixTitle: `Write \`${meant}\``,
      fixed: `a${meant}b`,
    },
  ]);
});

it('a statement pasted from a paper is read as what was meant', () => {
  const { tree, diagnostics } = parse('observed x ∣ z ∼ Normal（−2 · z， 1）');
  expect(sketch(tree)).toEqual(['!observed x | z ~ Normal((* (- 2) z), 1)']);
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(7).fill('foreign-symbol'));
});

it('the mended text is the same statement without mistakes', () => {
  const mended = [...'observed x ∣ z ∼ Normal（−2 · z， 1）'].map((c) => lookalikes.get(c) ?? c).join('');
  const { tree, diagnostics } = parse(mended);
  expect(diagnostics).toEqual([]);
  expect(sketch(tree)).toEqual(['observed x | z ~ Normal((* (- 2) z), 1)']);
});
