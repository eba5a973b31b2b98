import { describe, expect, it } from 'vitest';
import { placeAt, readerAt, tokensAround } from '../../../src/features/completion/placeAt';
import { analysed } from '../cursor';

const at = (source: string) => {
  const { analysis, offset } = analysed(source);
  return placeAt(analysis, offset);
};

describe('placeAt', () => {
  it('reads what stands behind the cursor, too', () => {
    const place = at('let q = 1\nobserved x[t] | a, <|>, c ~ Normal(0, 1) for t in 1..3\nlet r = 2');
    expect(place).toMatchObject({
      kinds: ['parents'],
      keyword: 'observed',
      name: 'x',
      index: 't',
      loop: 't',
      parents: ['a', 'c'],
      next: ',',
      quoted: false,
    });
    expect(at('latent z ~ Normal(<|>, sd: 1)')?.call).toMatchObject({ index: 0, unnamed: 0, names: ['sd'] });
    expect(at('let y = case a { <|>, b: 2, c: 3 }')?.rows).toMatchObject({ patterns: [], rows: [['b'], ['c']] });
    expect(at('data x from "a" columns <|>, b')?.columns).toEqual(['b']);
  });

  it('does not read on into the next statement', () => {
    expect(at('observed x | <|>\nlatent z | a ~ Normal(0, 1)')?.parents).toEqual([]);
  });

  it.each([
    ['latent z ~ No<|>rmal', 11, 17],
    ['latent z ~ <|>Normal', 11, 11],
    ['latent z ~ Normal<|>', 11, 17],
    ['latent z ~ <|>', 11, 11],
    ['data x from "a <|>b"', 13, 16],
    ['data x from "a<|>', 13, 14],
    ['data x from "<|>"', 13, 13],
    ['lat<|>', 0, 3],
  ])('finds the word at %s', (source, start, end) => {
    expect(at(source)?.word).toEqual({ start, end });
  });

  it('takes text without a keyword for part of the statement before', () => {
    expect(at('latent z[t] ~ Normal(0, 1)\n  fo<|>')?.kinds).toEqual(['statement', { word: 'for' }]);
    expect(at('data x\nfrom <|>')?.kinds).toEqual(['file']);
  });

  it('tells a closed string from an open one', () => {
    expect(at('data x from "a.csv"<|>')?.kinds).toEqual([{ word: 'columns' }]);
    expect(at('data x from "a.csv<|>')?.kinds).toEqual(['file']);
  });

  it('knows the base of an index', () => {
    expect(at('let y = mu[<|>]')?.base).toBe('mu');
    expect(at('let y = [<|>]')?.base).toBeNull();
  });

  it.each(['// <|>', 'let y = 1<|>2', 'model "<|>"', 'latent <|>'])('is none at %s', (source) => {
    expect(at(source)).toBeNull();
  });
});

describe('readerAt and tokensAround', () => {
  it('read the statement up to the cursor', () => {
    const { analysis, offset } = analysed('let a = 1\nlet b = exp(2<|>, 3)\nlet c = 4');
    expect(
      tokensAround(analysis, offset)
        .map(({ text }) => text)
        .join(' '),
    ).toBe('let b = exp ( 2 , 3 )');
    expect(tokensAround(analysis, offset)[0]?.start).toBe(10);
    expect(readerAt(analysis, offset).last?.text).toBe('2');
  });
});
