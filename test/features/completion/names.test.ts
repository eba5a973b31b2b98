import { describe, expect, it } from 'vitest';
import { isRandom, loopName, nameDraft, parentEdits, written } from '../../../src/features/completion/names';
import { placeAt } from '../../../src/features/completion/placeAt';
import { applyEdits } from '../../language/harness';
import { analysed } from '../cursor';

const model = `param s = 1
latent a ~ Normal(0, 1)
latent c[t] ~ Normal(0, 1) for t in 1..9
`;

const at = (source: string) => {
  const { analysis, offset } = analysed(model + source);
  return { analysis, place: placeAt(analysis, offset)!, named: (name: string) => analysis.symbols.globals.get(name)! };
};

describe('written', () => {
  const none = new Set<never>();

  it('gives a chain the index of the statement', () => {
    const { place, named } = at('latent q[i] | <|>');
    expect([written(named('a'), place, none), written(named('c'), place, none)]).toEqual(['a', 'c[i]']);
    expect(written(named('c'), place, new Set([named('c')]))).toBe('c[i-1]');
    expect(written(named('a'), place, new Set([named('a')]))).toBeNull();
  });

  it('gives a chain its last index where the statement has none', () => {
    const { place, named } = at('latent q | <|>');
    expect(written(named('c'), place, none)).toBe('c[9]');
    expect(written(named('c'), place, new Set([named('c')]))).toBeNull();
  });

  it('gives a chain its own past', () => {
    const { place, named } = at('latent c[t] | <|>');
    expect(written(named('c'), place, none)).toBe('c[t-1]');
  });
});

describe('loopName', () => {
  it('is the index of the loop, else of the head', () => {
    expect(loopName(at('latent q[i] | <|> ~ Normal(0, 1) for t in 1..2').place)).toBe('t');
    expect(loopName(at('latent q[i] | <|>').place)).toBe('i');
    expect(loopName(at('latent q | <|>').place)).toBeNull();
  });
});

describe('parentEdits', () => {
  const after = (source: string, name: string, reference = name) => {
    const { analysis, place, named } = at(source);
    return applyEdits(analysis.text, parentEdits(place, named(name), reference)).slice(model.length);
  };

  it.each([
    ['observed x ~ Normal(<|>, 1)', 'observed x | a ~ Normal(, 1)'],
    ['observed x | c[1] ~ Normal(<|>, 1)', 'observed x | c[1], a ~ Normal(, 1)'],
    ['observed x | a ~ Normal(<|>, 1)', 'observed x | a ~ Normal(, 1)'],
    ['let y = <|>', 'let y = '],
    ['observed x ~ <|>', 'observed x | a ~ '],
  ])('turn %s into %s', (source, expected) => {
    expect(after(source, 'a')).toBe(expected);
  });
});

describe('nameDraft and isRandom', () => {
  it('say what a name is', () => {
    const { named } = at('let y = <|>');
    expect(nameDraft(named('a'))).toEqual({
      label: 'a',
      kind: 'latent',
      detail: 'latent variable: real number',
      documentation: null,
      name: 'a',
      insert: 'a',
    });
    expect([isRandom(named('a')), isRandom(named('s'))]).toEqual([true, false]);
  });
});
