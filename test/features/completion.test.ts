import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completion, namesFile } from '../../src/features/completion';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';
import { complete, labels } from './completing';
import { analysed } from './cursor';

const nowhere = { files: [], data: new Map() };

describe('completion', () => {
  it.each([
    ['in a line comment', 'latent z ~ Normal(0, 1) // lat<|>'],
    ['in a block comment', '/* lat<|> */ latent z ~ Normal(0, 1)'],
    ['in a block comment that never ends', 'latent z ~ Normal(0, 1)\n/* lat<|>\n'],
    ['in a title', 'model "lat<|>"'],
    ['in a number', 'param mu = 0.<|>'],
    ['behind a whole value', 'param mu = 0.5 <|>'],
    ['where a new name belongs', 'latent <|>'],
    ['behind a name that is being typed anew', 'param mu<|>'],
    ['at the copies of a distribution', 'latent z ~ Normal(0, 1)^<|>'],
    ['in the plotting range', 'observed x ~ Normal(0, 1)\nview x in [<|>'],
    ['in the ends of an interval', 'param a: interval(<|>) = 1'],
    ['at the number of units', 'network f(z) = z -> dense(<|>'],
    ['in text that starts with no keyword', 'foo bar <|>'],
    ['in the arguments of a new network', 'network f(<|>'],
  ])('offers nothing %s', (_, source) => {
    expect(labels(source)).toEqual([]);
  });

  it('comes up by itself where few things fit, and only on request where many do', () => {
    expect(labels('latent z ~ <|>', { trigger: ' ' })[0]).toBe('Normal');
    expect(labels('let y = <|>', { trigger: ' ' })).toEqual([]);
    expect(labels('let y = <|>')[0]).toBe('exp');
    expect(labels('latent z ~ Normal(0, 1)\n<|>', { trigger: ' ' })).toEqual([]);
  });

  it('replaces the whole word that the cursor is in', () => {
    const [first] = complete('latent z ~ Nor<|>mla(0, 1)');
    expect(first?.replace).toEqual({ start: 11, end: 17 });
    expect(first?.insert).toBe('Normal');
  });

  it('works above the first statement and at the end of the text', () => {
    expect(labels('<|>')).toHaveLength(10);
    expect(labels('<|>\nmodel "a"')).toHaveLength(9);
    expect(labels('model "a"\n\n<|>')).toHaveLength(9);
  });

  it('never throws and stays in the text, at every offset of half-typed models', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        const analysis = analyse(text);
        for (let offset = 0; offset <= text.length; offset++) {
          for (const { replace, insert } of completion(analysis, offset, nowhere)) {
            expect(replace.start <= offset && offset <= replace.end && replace.end <= text.length).toBe(true);
            expect(insert).not.toBe('');
          }
        }
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  it('offers every name of a file of 5,000 lines', () => {
    const pairs = Array.from(
      { length: 2500 },
      (_, i) => `latent z${i} ~ Normal(0, 1)\nobserved x${i} | z${i} ~ Normal(z${i}, 1)`,
    ).join('\n');
    const { analysis, offset } = analysed(`${pairs}\nlatent q | <|>`);
    expect(completion(analysis, offset, nowhere)).toHaveLength(5000);
  });
});

describe('namesFile', () => {
  it('is true in the string of a file only', () => {
    const at = (source: string) => {
      const { analysis, offset } = analysed(source);
      return namesFile(analysis, offset);
    };
    expect(at('data x from "<|>"')).toBe(true);
    expect(at('weights from <|>')).toBe(true);
    expect(at('data x from "a.csv" columns <|>')).toBe(false);
    expect(at('model "<|>"')).toBe(false);
  });
});
