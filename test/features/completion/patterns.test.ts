import { describe, expect, it } from 'vitest';
import { patterns } from '../../../src/features/completion/patterns';
import { placeAt } from '../../../src/features/completion/placeAt';
import { accept, item, labels } from '../completing';
import { analysed } from '../cursor';

const model = `latent r ~ Bernoulli(0.3)
latent k ~ Categorical(blue: 0.3, orange: 0.5, green: 0.2)
latent n ~ Categorical([0.5, 0.2, 0.3])
latent z ~ Normal(0, 1)
let copy = k
`;

describe('patterns', () => {
  it.each([
    ['observed x | r ~ Bernoulli(case r { <|> })', ['true', 'false', 'else']],
    ['observed x | r ~ Bernoulli(case r {<|>', ['true', 'false', 'else']],
    ['observed x | r ~ Bernoulli(case r { t<|>', ['true', 'false', 'else']],
    ['observed x | r ~ Bernoulli(case r { true: 0.2, <|> })', ['false', 'else']],
    ['observed x | r ~ Bernoulli(case r { <|>, false: 0.2 })', ['true', 'else']],
    ['observed x | r ~ Bernoulli(case r { <|>: 0.1, false: 0.2 })', ['true', 'else']],
    ['observed x | r ~ Bernoulli(case r { true: 0.1, false: 0.2, <|> })', ['else']],
    ['observed x | r ~ Bernoulli(case r { true: 0.1, else: 0.2, <|> })', ['false']],
    ['observed x | k ~ case k { orange: Normal(0, 1), <|> }', ['blue', 'green', 'else']],
    ['observed x | k ~ case k { orange: Normal([0, 1], [2, 3]), <|> }', ['blue', 'green', 'else']],
    ['observed x | n ~ Normal(case n { <|> }, 1)', ['1', '2', '3', 'else']],
    ['observed x | z ~ Normal(case z { <|> }, 1)', ['else']],
    ['observed x | k ~ Normal(case copy { <|> }, 1)', ['blue', 'orange', 'green', 'else']],
    ['observed x | r ~ Bernoulli(case r { true <|> })', []],
    ['network f(u) = case u { <|> }\nobserved x | k ~ Normal(f(k), 1)', ['blue', 'orange', 'green', 'else']],
  ])('at %s are %j', (source, expected) => {
    expect(labels(model + source)).toEqual(expected);
  });

  it.each([
    ['<|>', ['blue', 'orange', 'green', 'else']],
    ['blue, <|>', ['true', 'false']],
    ['blue, true: 1, blue, <|>', ['false']],
    ['blue, true: 1, <|>', ['blue', 'orange', 'green', 'else']],
    ['blue, true: 1, blue, false: 2, <|>', ['orange', 'green', 'else']],
    ['blue, true: 1, <|>, false: 2', ['blue', 'orange', 'green', 'else']],
    ['blue, true: 1, blue, <|>, green, true: 3', ['false']],
  ])('of two subjects at %s are %j', (rows, expected) => {
    expect(labels(`${model}observed x | k, r ~ Normal(case k, r { ${rows} }, 1)`)).toEqual(expected);
  });

  it('put in a colon behind the last one', () => {
    const row = `${model}observed x | k, r ~ Normal(case k, r { `;
    expect(accept('blue', `${row}<|> }, 1)`)).toBe(`${row}blue }, 1)`);
    expect(accept('true', `${row}blue, <|> }, 1)`)).toBe(`${row}blue, true:  }, 1)`);
    expect(accept('true', `${row}blue, f<|>: 3 }, 1)`)).toBe(`${row}blue, true: 3 }, 1)`);
    expect(accept('else', `${row}<|> }, 1)`)).toBe(`${row}else:  }, 1)`);
    expect(accept('else', `${row}b<|>: 2 }, 1)`)).toBe(`${row}else: 2 }, 1)`);
  });

  it('count the categories', () => {
    expect(item('orange', `${model}observed x | k ~ case k { <|>`).documentation).toBe('Value 2 of 3 of `k`.');
  });
});

describe('subjects', () => {
  it.each([
    ['observed x | k ~ case <|>', ['r', 'k', 'n', 'copy', 'z']],
    ['observed x | k, r ~ Normal(case k, <|>', ['r', 'k', 'n', 'copy', 'z']],
    ['network f(u, v) = case <|>', ['u', 'v']],
    ['observed x | k ~ case k <|>', []],
  ])('at %s are %j', (source, expected) => {
    expect(labels(model + source)).toEqual(expected);
  });
});

describe('patterns outside of a table', () => {
  it('are none', () => {
    const { analysis, offset } = analysed(`${model}observed x | <|>`);
    expect(patterns(analysis, placeAt(analysis, offset)!)).toEqual([]);
  });

  it('are not listed where there are too many', () => {
    const many = `latent n ~ DiscreteUniform(1, 6)\nlatent k ~ Categorical([${'0.005, '.repeat(199)}0.005])\n`;
    expect(labels(`${many}observed x | k ~ Normal(case k { <|> }, 1)`)).toEqual(['else']);
    expect(labels(`${many}observed x | n ~ Normal(case n { <|> }, 1)`)).toEqual(['else']);
  });
});
