import { describe, expect, it } from 'vitest';
import { argumentNames } from '../../../src/features/completion/arguments';
import { placeAt } from '../../../src/features/completion/placeAt';
import { accept, item, ofKind } from '../completing';
import { analysed } from '../cursor';

const names = (source: string) => ofKind('argument', source);

describe('argumentNames', () => {
  it.each([
    ['latent z ~ Normal(<|>', ['mean:', 'sd:']],
    ['latent z ~ Normal(<|>)', ['mean:', 'sd:']],
    ['latent z ~ Normal(0, <|>)', ['sd:']],
    ['latent z ~ Normal(0, s<|>', ['sd:']],
    ['latent z ~ Normal(sd: 1, <|>)', ['mean:']],
    ['latent z ~ Normal(<|>, sd: 1)', ['mean:']],
    ['latent z ~ Normal(mean = 1, <|>)', ['sd:']],
    ['latent z ~ StudentT(4, <|>, scale: 2)', ['loc:']],
    ['latent z ~ Normal(0, 1, <|>)', []],
    ['latent z ~ Normal(mean: <|>)', []],
    ['latent z ~ Normal([<|>', []],
    ['latent z ~ Normal(exp(<|>', []],
    ['latent z ~ Normal((<|>', []],
    ['latent z ~ Normal(1 + <|>', []],
    ['observed y ~ case k { true: Normal(0, <|>', ['sd:']],
  ])('at %s are %j', (source, expected) => {
    expect(names(source)).toEqual(expected);
  });

  it('come before the values and put in a colon', () => {
    expect(accept('sd:', 'latent z ~ Normal(0, <|>')).toBe('latent z ~ Normal(0, sd: ');
    expect(accept('sd:', 'latent z ~ Normal(0, m<|>: 2)')).toBe('latent z ~ Normal(0, sd: 2)');
    expect(item('sd:', 'latent z ~ Normal(0, <|>').sort < item('exp', 'latent z ~ Normal(0, <|>').sort).toBe(true);
  });

  it('tell domain and meaning', () => {
    const { detail, documentation } = item('sd:', 'latent z ~ Normal(0, <|>');
    expect(detail).toBe('> 0');
    expect(documentation).toBe('Standard deviation. Domain: > 0.');
  });
});

describe('argumentNames outside of a distribution', () => {
  it.each(['let y = exp(<|>', 'latent z ~ <|>'])('are none at %s', (source) => {
    const { analysis, offset } = analysed(source);
    expect(argumentNames(placeAt(analysis, offset)!)).toEqual([]);
  });
});
