import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../src/features/rename';
import { allDefined } from '../../src/features/symbolAt';
import { analyse } from '../../src/language/analyse';
import { applyEdits } from '../language/harness';
import { halfTyped } from '../mutations/halfTyped';
import { small } from '../mutations/texts';
import { analysed } from './cursor';

const renamed = (source: string, name: string) => {
  const { analysis, offset } = analysed(source);
  const result = rename(analysis, offset, name);
  return result.kind === 'edits' ? applyEdits(analysis.text, result.edits) : result.reason;
};

const prepared = (source: string) => {
  const { analysis, offset } = analysed(source);
  return prepareRename(analysis, offset);
};

describe('prepareRename', () => {
  it('selects the name', () => {
    expect(prepared('latent zed<|> ~ Normal(0, 1)')).toEqual({
      kind: 'name',
      span: { start: 7, end: 10 },
      name: 'zed',
    });
  });

  it.each([
    ['lat<|>ent z ~ Normal(0, 1)', 'latent is a word of the language and cannot be renamed.'],
    ['latent z ~ Norm<|>al(0, 1)', 'Normal is built in and cannot be renamed.'],
    ['let y = ex<|>p(1)', 'exp is built in and cannot be renamed.'],
    ['network f(z) = z -> dense(1, ta<|>nh)', 'tanh is built in and cannot be renamed.'],
    ['let y = nobo<|>dy', 'nobody is not defined in this model, so there is nothing to rename.'],
    ['let y <|>= 1', 'There is no name here.'],
  ])('refuses at %s', (source, reason) => {
    expect(prepared(source)).toEqual({ kind: 'refused', reason });
  });
});

describe('rename', () => {
  const model = 'latent z<|> ~ Normal(0, 1)\nobserved x | z ~ Normal(2*z, 1)\nnetwork f(z) = z\nview z in [0, 1]';

  it('changes the definition and every use, and no other name of the same spelling', () => {
    expect(renamed(model, ' height ')).toBe(
      'latent height ~ Normal(0, 1)\nobserved x | height ~ Normal(2*height, 1)\nnetwork f(z) = z\nview height in [0, 1]',
    );
    expect(renamed(model.replace('<|>', '').replace('f(z', 'f(<|>z'), 'u')).toContain('network f(u) = u\nview z');
  });

  it('takes letters of every script', () => {
    expect(renamed('param mu<|> = 1\nlet y = mu', 'μ₀'.normalize('NFKC'))).toBe('param μ0 = 1\nlet y = μ0');
  });

  it.each([
    ['', 'Type a new name.'],
    ['case', 'case is a word of the language. Choose another name.'],
    ['true', 'true is a word of the language. Choose another name.'],
    ['2z', '2z is no name: a name is made of letters, digits and _ and does not start with a digit.'],
    ['a b', 'a b is no name: a name is made of letters, digits and _ and does not start with a digit.'],
    ['x', 'x is already the name of an observed variable here. Choose another name.'],
    ['f', 'f is already the name of a network here. Choose another name.'],
  ])('refuses the name "%s"', (name, reason) => {
    expect(renamed(model, name)).toBe(reason);
  });

  it('refuses to hide a name by an index or an argument, and lets two of these be alike', () => {
    const source = 'latent z[t] ~ Normal(s, 1) for t<|> in 1..3\nnetwork f(a, b) = a\nparam s = 1\nparam q = 1';
    expect(renamed(source, 's')).toBe('s is already the name of a param here. Choose another name.');
    expect(renamed(source, 'a')).toContain('latent z[a] ~ Normal(s, 1) for a in 1..3');
    expect(renamed(source, 'q')).toContain('latent z[q] ~ Normal(s, 1) for q in 1..3');
    expect(renamed(source, 'z')).toBe('z is already the name of a latent variable here. Choose another name.');
    const argument = source.replace('<|>', '').replace('f(a', 'f(<|>a');
    expect(renamed(argument, 'b')).toBe('b is already the name of an argument of a network here. Choose another name.');
    const global = source.replace('<|>', '').replace('param s', 'param s<|>');
    expect(renamed(global, 't')).toBe('t is already the name of an index here. Choose another name.');
    expect(renamed(global, 'a')).toContain('param a = 1');
  });

  it('refuses to call a network like something that can be called', () => {
    expect(renamed('network f<|>(z) = z', 'exp')).toBe('exp is built in. Choose another name.');
    expect(renamed('param p<|> = 1', 'exp')).toBe('param exp = 1');
  });

  it('gives the original back when it is undone, at every name of every model', () => {
    for (const text of small) {
      const analysis = analyse(text);
      for (const { name, spans } of allDefined(analysis)) {
        const there = rename(analysis, spans[0]!.start, 'brand_new');
        if (there.kind === 'refused') throw new Error(there.reason);
        const changed = analyse(applyEdits(text, there.edits));
        expect(changed.diagnostics).toEqual(
          analysis.diagnostics.map((diagnostic) => ({ ...diagnostic, span: expect.anything() })),
        );
        const back = rename(changed, there.edits[0]!.span.start, name);
        expect(back.kind === 'edits' && applyEdits(changed.text, back.edits)).toBe(text);
      }
    }
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(halfTyped, fc.string(), (text, name) => {
        const analysis = analyse(text);
        for (let offset = 0; offset <= text.length; offset += 3) {
          const result = rename(analysis, offset, name);
          if (result.kind === 'edits') expect(result.edits.length).toBeGreaterThan(0);
          else expect(result.reason).toMatch(/\.$/);
        }
      }),
      { numRuns: 30, seed: 5 },
    );
  });
});
