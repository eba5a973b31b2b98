import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/language/syntax/parser';
import { innerKeywords, statementKeywords, symbols } from '../../../src/language/syntax/token';
import { type GrammarToken, type Node, named, readGrammar, recognises, recognisesTokens } from './ebnf';
import { derive } from './sentences';

const root = join(__dirname, '../../..');
const text = readFileSync(join(root, 'media/docs/grammar.ebnf'), 'utf8');
const grammar = readGrammar(text);

const parses = (source: string) => parse(source).diagnostics.length === 0;

function files(folder: string): [name: string, source: string][] {
  const all = readdirSync(join(root, folder)).filter((file) => file.endsWith('.lvm'));
  return all.map((file) => [file, readFileSync(join(root, folder, file), 'utf8')]);
}

describe('grammar and parser agree', () => {
  it.each([...files('test/cases/grammar/valid'), ...files('test/cases/models'), ...files('media/gallery')])(
    'that %s is valid',
    (_, source) => {
      expect(parse(source).diagnostics).toEqual([]);
      expect(recognises(grammar, source)).toBe(true);
    },
  );

  it.each(files('test/cases/grammar/invalid'))('that %s is not', (_, source) => {
    expect(parses(source)).toBe(false);
    expect(recognises(grammar, source)).toBe(false);
  });

  it.each([
    ['let a = - - b', true],
    ['let a = b ^ - c ^ d', true],
    ['let a = b -> c + d -> e', true],
    ['let a = (b)[1]', true],
    ['let a = 1[2]', true],
    ['let a = (b)(c)', false],
    ['let a = b + * c', false],
    ['let a = case b { -1: 2, x: 3, true: 4 }', true],
    ['let a = case b, c { x: 1, y, z: 2 }', true],
    ['let a = case b { - x: 2 }', false],
    ['let a = case b { x: 2,, y: 3 }', false],
    ['let a = f(b: c: d)', false],
    ['let a = f(1: 2)', false],
    ['data\n  weight from "f.csv"', true],
    ['data x from "f.csv" columns\n  weigth, "a"', true],
    ['latent z ~ N(0) for t in 1 .. .5', true],
    ['latent z ~ N(0) for t in a -> b .. 3', false],
    ['fit em(a = 1, b)', false],
    ['param x: a(1, 2)(3) = 4', false],
    ['param x: a() = 4', true],
    ['latent z | a[1], b ~ c', true],
    ['latent z | a(1) ~ c', false],
    ['model "a"model "b"', true],
    ['let a = b/**/c', false],
    ['let a = 1e5x', false],
    ['let a = _', true],
    ['let a = x\u0301²', true],
    ['let a = ²', false],
    ['param else = 1', false],
  ])('on %j: %s', (source, valid) => {
    expect(parses(source)).toBe(valid);
    expect(recognises(grammar, source)).toBe(valid);
  });
});

/** Choices out of a list; when it is used up, sentences end as soon as they can. */
function picker(choices: readonly number[]): (ways: number) => number | null {
  let at = 0;
  return (ways) => (at < choices.length ? choices[at++]! % ways : null);
}

const sentence = fc.array(fc.nat({ max: 997 }), { minLength: 20, maxLength: 150, size: 'max' }).map((choices) => {
  return derive(grammar, 'file', picker(choices));
});

/** The tokens as a text, with a space, an end of line or a comment between any two. */
function write(tokens: readonly GrammarToken[], separators: readonly string[]): string {
  return tokens.map((token, i) => token.text + (separators[i % separators.length] ?? ' ')).join('');
}

const separators = fc.array(fc.constantFrom(' ', '\n', '  ', '\t', ' // why\n', ' /* so */ ', '\r\n'), {
  minLength: 1,
  maxLength: 20,
});

const tooLarge = (token: GrammarToken) => token.rule === 'number' && !Number.isFinite(Number.parseFloat(token.text));

describe('sentences of the grammar', () => {
  it('parse without a diagnostic, however they are laid out', () => {
    fc.assert(
      fc.property(sentence, separators, (tokens, between) => {
        fc.pre(!tokens.some(tooLarge));
        const source = write(tokens, between);
        expect(parse(source).diagnostics.map((d) => d.message)).toEqual([]);
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  it('with tokens left out, repeated or swapped are valid for both or for neither', () => {
    const change = fc.record({ kind: fc.constantFrom('delete', 'repeat', 'swap'), at: fc.nat() });
    fc.assert(
      fc.property(
        sentence,
        separators,
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (tokens, between, changes) => {
          fc.pre(!tokens.some(tooLarge) && tokens.length < 120);
          const changed = [...tokens];
          for (const { kind, at } of changes) {
            if (changed.length === 0) continue;
            const place = at % changed.length;
            const [token] = changed.splice(place, 1);
            if (kind === 'repeat') changed.splice(place, 0, token!, token!);
            if (kind === 'swap') changed.splice(place + 1, 0, token!);
          }
          const source = write(changed, between);
          expect({ source, valid: parses(source) }).toEqual({ source, valid: recognisesTokens(grammar, changed) });
        },
      ),
      { seed: 2, numRuns: 1500 },
    );
  });
});

describe('the grammar', () => {
  const terminals = (node: Node): string[] => {
    if (node.kind === 'terminal') return [node.text];
    if (node.kind === 'sequence' || node.kind === 'choice') return node.items.flatMap(terminals);
    return node.kind === 'optional' || node.kind === 'repeat' ? terminals(node.item) : [];
  };

  it('has the keywords and symbols of the lexer', () => {
    expect(terminals(grammar.get('keyword')!).sort()).toEqual([...statementKeywords, ...innerKeywords].sort());
    expect(terminals(grammar.get('symbol')!).sort()).toEqual([...symbols].sort());
  });

  it('uses no other keywords and symbols, and all of them', () => {
    const classes = new Set([...named(grammar.get('token')!), 'token']);
    const lexical = new Set([
      ...classes,
      'word',
      'letter',
      'mark',
      'numeral',
      'exponent',
      'digits',
      'digit',
      'space',
      'comment',
    ]);
    const used = new Set([...grammar].flatMap(([name, node]) => (lexical.has(name) ? [] : terminals(node))));
    expect([...used].sort()).toEqual([...statementKeywords, ...innerKeywords, ...symbols].sort());
  });

  it('stands word for word above the methods of the parser', () => {
    const source = readFileSync(join(root, 'src/language/syntax/parser.ts'), 'utf8');
    const above = [...source.matchAll(/^ *\/\/ (\w+ = .* ;)$/gm)].map((match) => match[1]!);
    const syntax = text.slice(text.indexOf('over tokens ----'), text.indexOf('(* ---- Lexis'));
    const rules = [...syntax.matchAll(/^(\w+ = .* ;)$/gm)].map((match) => match[1]!);
    expect(above.sort()).toEqual(rules.sort());
  });
});
