import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatting } from '../../src/features/formatting';
import { analyse } from '../../src/language/analyse';
import { lex } from '../../src/language/syntax/lexer';
import { halfTyped } from '../mutations/halfTyped';
import { small } from '../mutations/texts';
import { formatted } from './formatted';

/** What a text says apart from white space. */
function words(text: string): string[] {
  const { tokens, comments } = lex(text);
  return [
    ...tokens.map(({ kind, text: token }) => `${kind} ${token}`),
    ...comments.map(({ span }) => text.slice(span.start, span.end).trimEnd()),
  ];
}

/** A model with other white space between its tokens; in front of a comment none goes away, nor a line end behind one. */
const shaken = fc
  .record({ model: fc.constantFrom(...small), seed: fc.infiniteStream(fc.integer({ min: 0, max: 5 })) })
  .map(({ model, seed }) => {
    const { tokens, comments } = lex(model);
    const pieces = [...tokens.map(({ start, end }) => ({ start, end })), ...comments.map(({ span }) => span)].sort(
      (a, b) => a.start - b.start,
    );
    let text = '';
    let done = 0;
    for (const { start, end } of pieces) {
      const gap = model.slice(done, start);
      const choice = seed.next().value ?? 0;
      const blank = ['', ' ', '   ', '\n', '\n\n\n', ' \t '][choice] ?? ' ';
      text += gap === '' || gap.includes('\n') ? gap + (gap === '' ? '' : blank) : blank === '' ? ' ' : blank;
      text += model.slice(start, end);
      done = end;
    }
    return text;
  });

describe('formatting', () => {
  it('sets a model as the language page does', () => {
    const text = `model   "Three bumps"



param weight: simplex=[0.3,0.5,0.2]
param mu = [ -2,0.5, 3 ]
param sigma :positive = [0.5,1,0.7]   // widths
latent z~Categorical(weight)   // which
observed x|z ~ Normal( mu[ z ],sigma[z] )  // where`;
    expect(formatted(text)).toBe(`model "Three bumps"

param weight: simplex = [0.3, 0.5, 0.2]
param mu              = [-2, 0.5, 3]
param sigma: positive = [0.5, 1, 0.7]     // widths
latent   z     ~ Categorical(weight)      // which
observed x | z ~ Normal(mu[z], sigma[z])  // where
`);
  });

  it('lines up chains with their loops', () => {
    const text = `latent z[1]~Normal(0,1)
latent z[t]|z[t - 1] ~ Normal(0.9*z[t-1],0.4) for t in 2 .. 20
observed x[t] | z[t] ~ Normal(z[t], 0.3) for t in 1..20`;
    expect(formatted(text)).toBe(`latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4)  for t in 2..20
observed x[t] | z[t]   ~ Normal(z[t], 0.3)          for t in 1..20
`);
  });

  it('leaves what could not be read alone, and sets the rest', () => {
    const text = 'param  a=1\nlatent   z  ~  Normal(0,\n\n\nfoo   bar\nlet  b=2';
    expect(formatted(text)).toBe('param a = 1\nlatent   z  ~  Normal(0,\n\n\nfoo   bar\nlet b = 2\n');
  });

  it('has nothing to do for an empty text, and ends every other one with a line end', () => {
    expect(formatting(analyse(''))).toEqual([]);
    expect(formatting(analyse('  \n '))).toEqual([]);
    expect(formatted('let a = 1')).toBe('let a = 1\n');
    expect(formatted('let a = 1\n\n\n')).toBe('let a = 1\n');
    expect(formatted('// only a remark  ')).toBe('// only a remark\n');
  });

  it('keeps the line ends of the document', () => {
    expect(formatted('let a=1\r\nlet b=2\r\n', '\r\n')).toBe('let a = 1\r\nlet b = 2\r\n');
    expect(formatted('let a = 1\r\nlet b = 2\r\n', '\r\n')).toBe('let a = 1\r\nlet b = 2\r\n');
  });

  it('changes only white space, and nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(halfTyped, shaken), (text) => {
        const once = formatted(text);
        expect(words(once)).toEqual(words(text));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('keeps the model and its numbers', () => {
    fc.assert(
      fc.property(shaken, (text) => {
        const before = analyse(text).model;
        const after = analyse(formatted(text)).model;
        expect(before).not.toBeNull();
        expect(after?.structureKey).toBe(before?.structureKey);
        expect(after?.numbers).toEqual(before?.numbers);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('has nothing to do in the gallery', () => {
    const gallery = new URL('../../media/gallery/', import.meta.url);
    const names = readdirSync(gallery).filter((name) => name.endsWith('.lvm'));
    expect(names.length).toBeGreaterThan(5);
    expect(
      names.filter((name) => formatting(analyse(readFileSync(new URL(name, gallery), 'utf8'))).length > 0),
    ).toEqual([]);
  });
});
