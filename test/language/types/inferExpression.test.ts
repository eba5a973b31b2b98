import { describe, expect, it } from 'vitest';
import { inferExpression } from '../../../src/language/types/inferExpression';
import { inspectMarked } from '../inspect';

function infer(source: string) {
  const { check, expression } = inspectMarked(source);
  const info = inferExpression(expression, check.inference);
  if (info === null) return null;
  const { kind, shape } = info.type;
  return `${info.sort} ${kind}${shape.length > 0 ? ` ${shape.join('×')}` : ''}`;
}

function rangeOf(source: string) {
  const { check, expression } = inspectMarked(source);
  const range = check.inference.value(expression)?.range;
  return range && `${range.lowOpen ? '(' : '['}${range.low}, ${range.high}${range.highOpen ? ')' : ']'}`;
}

const variables = `
  latent z ~ Normal(0, 1)
  latent v ~ Normal(0, 1)^3
  latent k ~ Categorical([0.2, 0.3, 0.5])
  latent c ~ Categorical(blue: 0.4, red: 0.6)
  latent b ~ Bernoulli(0.5)
  latent n ~ Poisson(2)
  latent h ~ HalfNormal(1)
  latent s[t] ~ Gamma(2, 1) for t in 1..3
  param m = [[1, 2], [3, 4], [5, 6]]
  param p: positive = 2
`;

describe('types', () => {
  it.each([
    ['1', 'value integer'],
    ['1.5', 'value real'],
    ['true', 'value boolean'],
    ['[1, 2]', 'value integer 2'],
    ['[1, 2.5]', 'value real 2'],
    ['[[1, 2], [3, 4]]', 'value integer 2×2'],
    ['[z, 1]', 'value real 2'],
    ['[1, [2]]', null],
    ['z + v', 'value real 3'],
    ['v + [1, 2]', null],
    ['n + 1', 'value integer'],
    ['n / 2', 'value real'],
    ['k * 2', 'value integer'],
    ['b + b', 'value integer'],
    ['c + 1', null],
    ['c', 'value category'],
    ['-n', 'value integer'],
    ['-c', null],
    ['m[k]', 'value real 2'],
    ['m[k][1]', 'value real'],
    ['v[2]', 'value real'],
    ['z[1]', null],
    ['s[2]', 'value real'],
    ['s', null],
    ['exp(v)', 'value real 3'],
    ['square(n)', 'value integer'],
    ['sum(v)', 'value real'],
    ['max(z, 1, 2)', 'value real'],
    ['matmul(m, [1, 2])', 'value integer 3'],
    ['dot([1, 2], [3, 4])', 'value integer'],
    ['concat(z, v)', 'value real 4'],
    ['case b { true: 1, false: 2.5 }', 'value real'],
    ['case b { true: [1, 2], false: [3, 4] }', 'value integer 2'],
    ['case b { true: 1, false: [3, 4] }', null],
    ['Normal(0, 1)', 'distribution real'],
    ['Normal([0, 0], 1)^2', 'distribution real 2×2'],
    ['unknown + 1', null],
  ])('of %s', (text, expected) => {
    const values = text.startsWith('matmul(m') ? expected?.replace('integer', 'real') : expected;
    expect(infer(`${variables}let a = «${text}»`)).toBe(values);
  });

  it('follow layers', () => {
    const source = (body: string) =>
      `network f(z) = «${body}»\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(f(z), 1)`;
    expect(infer(source('z -> dense(3, tanh)'))).toBe('value real 3');
    expect(infer(source('z -> dense(3) -> dense(1)'))).toBe('value real');
    expect(infer(source('z -> foo(3)'))).toBeNull();
    expect(infer(source('z -> dense(0)'))).toBeNull();
  });
});

describe('ranges', () => {
  it.each([
    ['z', '(-Infinity, Infinity)'],
    ['h', '(0, Infinity)'],
    ['k', '[1, 3]'],
    ['b', '[0, 1]'],
    ['n', '[0, Infinity)'],
    ['s[1]', '(0, Infinity)'],
    ['p', '(0, Infinity)'],
    ['0.05 + softplus(z)', '(0.05, Infinity)'],
    ['exp(z) * h', '(0, Infinity)'],
    ['1 - sigmoid(z)', '(0, 1)'],
    ['z^2', '[0, Infinity)'],
    ['abs(z) + 1', '[1, Infinity)'],
    ['max(z, 0)', '[0, Infinity)'],
    ['min(h, 1)', '(0, 1]'],
    ['p - 1', '(-1, Infinity)'],
    ['2 - 1', '[1, 1]'],
    ['tanh(z)', '(-1, 1)'],
    ['case b { true: 0.1, false: 0.9 }', '[0.1, 0.9]'],
    ['[1, 5][k]', '[1, 5]'],
    ['dot(exp(v), exp(v))', '(0, Infinity)'],
  ])('of %s', (text, expected) => {
    expect(rangeOf(`${variables}let a = «${text}»`)).toBe(expected);
  });
});

describe('constants', () => {
  it.each([
    ['1 + 2 * 3', [7]],
    ['-2^2', [-4]],
    ['p * 2', [4]],
    ['m[2]', [3, 4]],
    ['sum([1, 2, 3])', [6]],
    ['z', null],
    ['m[k]', null],
  ])('of %s', (text, expected) => {
    const { check, expression } = inspectMarked(`${variables}let a = «${text}»`);
    expect(check.inference.value(expression)?.constant).toEqual(expected);
  });
});

describe('forms', () => {
  it.each([
    ['exp(v) / sum(exp(v))', 'simplex'],
    ['exp(v) / sum(v)', null],
    ['[[0.5, 0.5], [0.1, 0.9]][b + 1]', 'simplex'],
    ['[[0.5, 0.4], [0.1, 0.9]][b + 1]', null],
    ['2 * S', 'covariance'],
    ['S + S', 'covariance'],
    ['S - S', null],
  ])('of %s', (text, expected) => {
    const params = 'param S: covariance = [[1, 0], [0, 1]]';
    const { check, expression } = inspectMarked(`${variables}${params}\nlet a = «${text}»`);
    expect(check.inference.value(expression)?.form).toBe(expected);
  });
});
