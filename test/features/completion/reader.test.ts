import { describe, expect, it } from 'vitest';
import { isWord, StatementReader, unquoted } from '../../../src/features/completion/reader';
import { lex } from '../../../src/language/syntax/lexer';

function read(text: string): StatementReader {
  const reader = new StatementReader();
  for (const token of lex(text).tokens) if (token.kind !== 'end') reader.take(token);
  return reader;
}

describe('StatementReader', () => {
  it.each([
    ['latent', 'name'],
    ['latent z', 'head'],
    ['latent z | a', 'parents'],
    ['latent z | a[t-1', 'parents'],
    ['latent z ~', 'value'],
    ['latent z ~ Normal(0, 1)', 'value'],
    ['latent z[t] ~ Normal(0, 1) for', 'loop'],
    ['latent z[t] ~ Normal(0, 1) for t in', 'range'],
    ['param a:', 'domain'],
    ['param a: interval(0', 'domain'],
    ['param a: positive =', 'value'],
    ['let a =', 'value'],
    ['network f(z', 'head'],
    ['network f(z) =', 'value'],
    ['data x from', 'from'],
    ['data x from "a.csv" columns a,', 'columns'],
    ['weights from', 'from'],
    ['fit em', 'head'],
    ['view x in', 'range'],
  ])('%s is read up to its %s', (text, phase) => {
    expect(read(text).phase).toBe(phase);
  });

  it('remembers the names of the head', () => {
    const chain = read('latent z[i] | a, b[i-1], c ~ Normal(0, 1) for t in 1..3');
    expect([chain.keyword, chain.name, chain.index, chain.loop]).toEqual(['latent', 'z', 'i', 't']);
    expect(chain.parents).toEqual(['a', 'b', 'c']);
    expect(chain.isVariable()).toBe(true);
    const data = read('data x from "a b.csv" columns u, "v w"');
    expect([data.name, data.file, data.columns]).toEqual(['x', 'a b.csv', ['u', 'v w']]);
    expect(read('network f(a, b) = a').args).toEqual(['a', 'b']);
    expect(read('foo latent z ~').keyword).toBe('latent');
  });

  it.each([
    ['let y = exp(', ['call']],
    ['let y = (', ['group']],
    ['let y = [', ['vector']],
    ['let y = a[', ['index']],
    ['let y = f(1)[', ['index']],
    ['let y = exp(1, [2, a[', ['call', 'vector', 'index']],
    ['let y = case', ['subjects']],
    ['let y = case a, b {', ['rows']],
    ['let y = {', ['rows']],
    ['let y = case a { true: exp(', ['rows', 'call']],
    ['let y = exp((1', ['call', 'group']],
    ['let y = exp([1)', []],
    ['let y = 1) + (2', ['group']],
    ['let y = case a { true: (1 }', []],
    ['view x in [', ['vector']],
  ])('knows what is open after %s', (text, kinds) => {
    expect(read(text).frames.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('words', () => {
  it('are names and keywords', () => {
    expect(lex('z case 1 "a" +').tokens.map(isWord)).toEqual([true, true, false, false, false, false]);
    expect(isWord(null)).toBe(false);
  });

  it('lose their quotes, of which the last may be missing', () => {
    expect([unquoted('"a b"'), unquoted('"a'), unquoted('"'), unquoted('""')]).toEqual(['a b', 'a', '', '']);
  });
});
