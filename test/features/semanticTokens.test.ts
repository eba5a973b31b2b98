import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../src/features/semanticTokens';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';

const words = (text: string) =>
  semanticTokens(analyse(text)).map(({ span, type, modifiers }) =>
    [text.slice(span.start, span.end), type, ...modifiers].join(' '),
  );

describe('semanticTokens', () => {
  it('tell variables, parameters, networks and what is built in apart', () => {
    expect(words('param s: positive = 1\nlet c = exp(s)')).toEqual([
      's parameter declaration learnable',
      'positive type defaultLibrary',
      'c variable declaration readonly',
      'exp function defaultLibrary',
      's parameter learnable',
    ]);
    expect(
      words('network f(u) = u -> dense(1, tanh)\nlatent z ~ Normal(0, sd: 1)\nobserved x | z ~ Normal(f(z), 1)'),
    ).toEqual([
      'f function declaration learnable',
      'u parameter declaration',
      'u parameter',
      'dense macro defaultLibrary',
      'tanh enumMember defaultLibrary',
      'z variable declaration latent',
      'Normal class defaultLibrary',
      'sd parameter',
      'x property declaration observed',
      'z variable latent',
      'Normal class defaultLibrary',
      'f function learnable',
      'z variable latent',
    ]);
  });

  it('know labels, indices, columns and fits', () => {
    expect(words('latent z[t] ~ Normal(0, 1) for t in 1..2')).toEqual([
      'z variable declaration latent',
      't variable readonly',
      'Normal class defaultLibrary',
      't variable declaration readonly',
    ]);
    expect(words('observed y | k ~ case k { blue: Normal(0, 1), else: Nope(0) }')).toEqual([
      'y property declaration observed',
      'blue enumMember',
      'Normal class defaultLibrary',
    ]);
    expect(words('fit em(steps = 3, speed = 1)\nfit adam()')).toEqual([
      'em function defaultLibrary',
      'steps parameter defaultLibrary',
    ]);
    expect(words('data x from "a.csv" columns a')).toEqual(['x property', 'a property']);
  });

  it('stay in order, in the text and in the legend, and never overlap', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        let done = 0;
        for (const { span, type, modifiers } of semanticTokens(analyse(text))) {
          expect(span.start).toBeGreaterThanOrEqual(done);
          expect(span.end).toBeGreaterThan(span.start);
          expect(tokenTypes).toContain(type);
          for (const modifier of modifiers) expect(tokenModifiers).toContain(modifier);
          done = span.end;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});
