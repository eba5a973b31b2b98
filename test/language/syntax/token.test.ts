import { expect, it } from 'vitest';
import { lex } from '../../../src/language/syntax/lexer';
import { parse } from '../../../src/language/syntax/parser';
import {
  innerKeywords,
  isKeyword,
  isStatementKeyword,
  statementKeywords,
  symbols,
} from '../../../src/language/syntax/token';

it('every word is reserved once', () => {
  const words = [...statementKeywords, ...innerKeywords];
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => !isKeyword(word))).toEqual([]);
  expect(words.filter((word) => isStatementKeyword(word))).toEqual([...statementKeywords]);
});

it.each(['', 'name', 'Latent', 'latents', 'Normal', 'constructor', 'end', '~'])('%j is no keyword', (word) => {
  expect(isKeyword(word)).toBe(false);
  expect(isStatementKeyword(word)).toBe(false);
});

it.each(statementKeywords)('%s starts a statement, even behind an unfinished one', (keyword) => {
  const kinds = parse(`param a =\n${keyword} `).tree.statements.map(({ span }) => span);
  expect(kinds).toEqual([
    { start: 0, end: 9 },
    { start: 10, end: 10 + keyword.length },
  ]);
});

it.each(innerKeywords)('%s starts no statement', (keyword) => {
  const [statement] = parse(keyword).tree.statements;
  expect(statement).toMatchObject({ kind: 'Broken', span: { start: 0, end: keyword.length } });
});

it('the longest symbol wins, and all of them can stand side by side', () => {
  expect(new Set(symbols).size).toBe(symbols.length);
  const text = symbols.join(' ');
  expect(lex(text).tokens.map(({ kind }) => kind)).toEqual([...symbols, 'end']);
  expect(lex('-->..=').tokens.map(({ kind }) => kind)).toEqual(['-', '->', '..', '=', 'end']);
});
