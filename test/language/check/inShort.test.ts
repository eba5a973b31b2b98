import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import { inShort } from '../../../src/language/check/inShort';
import type { Diagnostic } from '../../../src/language/syntax/diagnostic';
import { lex } from '../../../src/language/syntax/lexer';
import { tableOf } from '../../files/tables';

/** Characters of the longest sentence that anybody reads, with all that it quotes cut short. */
const longest = 800;
const extras = ['1..', '2e', '"', '@', 'oops', '/'];

/** Texts in which one token of a model, here or everywhere, is very long, or another very long one stands before it. */
function* stretched(text: string): Generator<string> {
  const { tokens } = lex(text);
  const kinds = new Set(['name', 'number', 'string']);
  for (const { kind, start, end, text: token } of tokens) {
    if (!kinds.has(kind)) continue;
    const more = (kind === 'number' ? '1' : 'x').repeat(5000);
    const long = kind === 'string' ? `"${more}${token.slice(1)}` : token + more;
    yield text.slice(0, start) + long + text.slice(end);
    yield text.replaceAll(token, long);
    yield `${text.slice(0, start)}${extras[start % extras.length]}${long} ${text.slice(start)}`;
  }
}

it('says nothing long, however long the words of a text are', () => {
  const said = new Set<string>();
  const models = readdirSync('media/gallery').filter((name) => name.endsWith('.lvm'));
  expect(models.length).toBeGreaterThan(10);
  for (const name of models)
    for (const text of stretched(readFileSync(`media/gallery/${name}`, 'utf8').replace(/^\/\/.*\n/gm, '')))
      for (const { code, message, fixes, related } of analyse(text).diagnostics) {
        said.add(code);
        for (const words of [message, ...fixes.map(({ title }) => title), ...related.map(({ message: more }) => more)])
          expect(words.length, `${code}: ${words.slice(0, 200)}`).toBeLessThan(longest);
      }
  expect(said.size).toBeGreaterThan(20);
});

it('says nothing long of a data file, however long its names and cells are', () => {
  const long = 'y'.repeat(50_000);
  const columns = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${long}${i}`, [long, '1']]));
  const files = new Map([['a.csv', tableOf({ ...columns, c: [long] })]]);
  for (const column of ['c', 'nosuch', `"${long}0"`, `"${long}"`]) {
    const { diagnostics } = analyse(`observed x ~ Normal(0, 1) data x from "a.csv" columns ${column}`, files);
    expect(diagnostics.length).toBe(1);
    for (const { message, fixes } of diagnostics)
      for (const words of [message, ...fixes.map(({ title }) => title)]) expect(words.length).toBeLessThan(longest);
  }
});

describe('inShort', () => {
  const of = (message: string): Diagnostic => ({
    code: 'x',
    severity: 'error',
    span: { start: 0, end: 1 },
    message,
    fixes: [{ title: `Change to ${message}`, edits: [{ span: { start: 0, end: 1 }, text: message }] }],
    related: [{ span: { start: 0, end: 1 }, message }],
  });

  it('leaves a diagnostic alone that quotes nothing long', () => {
    const plain = of(`A \`${'b'.repeat(60)}\` is ${'no word '.repeat(10)}.`);
    expect(inShort(plain)).toBe(plain);
    const wordy = of(`A \`${'b c '.repeat(20)}\` is ${'no word '.repeat(40)}.`);
    expect(inShort(wordy)).toEqual(wordy);
  });

  it('cuts what is quoted, in titles and in related places too, and leaves edits whole', () => {
    const long = 'b'.repeat(5000);
    const { message, fixes, related } = inShort(of(`A \`${long}\` or ${long} is odd.`));
    const short = `A \`${'b'.repeat(119)}…\` or ${'b'.repeat(59)}… is odd.`;
    expect([message, fixes[0]?.title, related[0]?.message]).toEqual([short, `Change to ${short}`, short]);
    expect(fixes[0]?.edits[0]?.text).toContain(long);
  });
});
