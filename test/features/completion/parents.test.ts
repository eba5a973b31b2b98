import { describe, expect, it } from 'vitest';
import { parents } from '../../../src/features/completion/parents';
import { placeAt } from '../../../src/features/completion/placeAt';
import { accept, labels } from '../completing';
import { analysed } from '../cursor';

const model = `latent a ~ Normal(0, 1)
latent b | a ~ Normal(a, 1)
let m = b + 1
latent c ~ Normal(m, 1)
observed d | c ~ Normal(c, 1)
`;

describe('parents', () => {
  it.each([
    ['observed x | <|>', ['a', 'b', 'c', 'd']],
    ['observed x | <|> ~ Normal(0, 1)', ['a', 'b', 'c', 'd']],
    ['observed x |<|>~ Normal(0, 1)', ['a', 'b', 'c', 'd']],
    ['observed x | a, <|> ~ Normal(a, 1)', ['b', 'c', 'd']],
    ['observed x | <|>, a ~ Normal(a, 1)', ['b', 'c', 'd']],
    ['observed x | a <|>', []],
  ])('at %s are %j', (source, expected) => {
    expect(labels(`${model}${source}`)).toEqual(expected);
  });

  it('leave out whatever would make a cycle, through lets too, and the variable itself', () => {
    expect(labels(model.replace('latent a ~', 'latent a | <|> ~'))).toEqual([]);
    expect(labels(model.replace('latent b | a', 'latent b | a, <|>'))).toEqual([]);
    expect(labels(model.replace('latent c ~', 'latent c | <|> ~'))).toEqual(['a', 'b']);
    expect(labels(model.replace('observed d | c', 'observed d | <|>'))).toEqual(['a', 'b', 'c']);
  });

  it('offer variables that stand further down', () => {
    expect(labels('observed x | <|> ~ Normal(0, 1)\nlatent z ~ Normal(0, 1)')).toEqual(['z']);
  });

  it('write an index behind a chain, and the past of the chain itself', () => {
    const chain = 'latent z[1] ~ Normal(0, 1)\nlatent z[t] | <|> ~ Normal(0, 1) for t in 2..9\nlatent w ~ Normal(0, 1)';
    expect(labels(chain)).toEqual(['z[t-1]', 'w']);
    expect(labels(`${chain.replace('<|>', 'z[t-1]')}\nobserved x[t] | <|> ~ Normal(0, 1) for t in 1..9`)).toEqual([
      'z[t]',
      'w',
      'x[t-1]',
    ]);
    expect(labels(`${chain.replace('<|>', 'z[t-1]')}\nobserved x | <|> ~ Normal(0, 1)`)).toEqual(['z[9]', 'w']);
  });

  it('offer only the past of a chain that depends on this one', () => {
    const source = `latent a[t] | <|> ~ Normal(0, 1) for t in 1..9
latent b[t] | a[t] ~ Normal(a[t], 1) for t in 1..9`;
    expect(labels(source)).toEqual(['a[t-1]', 'b[t-1]']);
  });

  it('are put in as they are', () => {
    expect(accept('b', `${model}observed x | a, <|> ~ Normal(a, 1)`)).toBe(`${model}observed x | a, b ~ Normal(a, 1)`);
  });
});

describe('parents in front of an index', () => {
  it('leave the index to what stands there', () => {
    const { analysis, offset } = analysed(
      'latent z[t] ~ Normal(0, 1) for t in 1..9\nobserved x[t] | <|>[t] ~ Normal(0, 1) for t in 1..9',
    );
    expect(parents(analysis, placeAt(analysis, offset)!).map(({ insert }) => insert)).toEqual(['z', 'x']);
  });
});
