import { describe, expect, it } from 'vitest';
import { literalBehind, parameterValues, writerOf } from '../../../src/language/check/familyArguments';
import { inspectMarked, parseExpression } from '../inspect';

function values(source: string): [string, string, boolean][] {
  const { check, expression } = inspectMarked(source);
  if (expression.kind !== 'Call') throw new Error('no call');
  return parameterValues(expression, check).map(({ parameter, value, whole }) => [
    parameter.name,
    check.text.slice(value.span.start, value.span.end),
    whole,
  ]);
}

describe('parameterValues', () => {
  it('are in the order of the parameters', () => {
    expect(values('observed x ~ «Normal(sd: 2, mean: 1)»')).toEqual([
      ['mean', '1', true],
      ['sd', '2', true],
    ]);
  });

  it('are the rows of a table', () => {
    const source = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ «Bernoulli(case k { true: 0.1, false: 0.9 })»';
    expect(values(source)).toEqual([
      ['p', '0.1', false],
      ['p', '0.9', false],
    ]);
  });

  it('leave out what is not understood, and labels', () => {
    expect(values('observed x ~ «Normal(foo, 1)»')).toEqual([['sd', '1', true]]);
    expect(values('observed x ~ «Categorical(a: 0.5, b: 0.5)»')).toEqual([]);
  });
});

describe('writerOf', () => {
  it.each([
    ['[1, 2, 3]', 1, '2'],
    ['[[1, 2], [3, 4]]', 2, '3'],
    ['-5', 0, '-5'],
    ['a + b', 7, 'a + b'],
  ])('finds in %s number %d', (text, position, expected) => {
    const { start, end } = writerOf(parseExpression(text), position).span;
    expect(`let a = ${text}`.slice(start, end)).toBe(expected);
  });
});

describe('literalBehind', () => {
  it('is what a let or a parameter says, and the expression itself otherwise', () => {
    const { check, expression } = inspectMarked('let w = [1, 2]\nlet v = «w»');
    expect(literalBehind(expression, check).kind).toBe('Vector');
    const other = inspectMarked('let w = «[1, 2]»');
    expect(literalBehind(other.expression, other.check)).toBe(other.expression);
  });
});
