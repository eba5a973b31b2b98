import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/features/format/layout';
import { isOperandEnd, spacesBetween } from '../../../src/features/format/spacing';
import { analyse } from '../../../src/language/analyse';
import { formatted } from '../formatted';

const network = 'network f(a) = a -> dense(1)\n';

describe('spacesBetween', () => {
  it.each([
    ['let y=1+2*3/4-5', 'let y = 1 + 2 * 3 / 4 - 5'],
    ['let y = - 1', 'let y = -1'],
    ['let y = 2 * - 1', 'let y = 2 * -1'],
    ['let y = 2 - - 1', 'let y = 2 - -1'],
    ['let y = ( - 1 )', 'let y = (-1)'],
    ['let y = [ - 1 ,- 2 ]', 'let y = [-1, -2]'],
    ['let y = 2 ^ - 3', 'let y = 2^-3'],
    ['let y = exp ( 2 )', 'let y = exp(2)'],
    ['let y = 2*(1+2)', 'let y = 2 * (1 + 2)'],
    ['let y = [[1,2],[3,4]] [ 1 ] [ 2 ]', 'let y = [[1, 2], [3, 4]][1][2]'],
    ['let y = exp(1)*[1,2]', 'let y = exp(1) * [1, 2]'],
    [`${network}let y=f ( 1 )`, `${network}let y = f(1)`],
    ['latent z~Normal( mean :0,sd=1 )^ 2', 'latent z ~ Normal(mean: 0, sd = 1)^2'],
    ['latent z[ t ]~Normal(0,1) for t in 1 .. 3', 'latent z[t] ~ Normal(0, 1) for t in 1..3'],
    ['latent z[t]|z[t - 1]~Normal(z[ t-1 ],1) for t in 2..3', 'latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3'],
    ['view x in[- 1,2]', 'view x in [-1, 2]'],
    ['param a : interval ( 0,1 )=0.5', 'param a: interval(0, 1) = 0.5'],
    [
      'observed x|k~case k{a:Normal(0,1),else:Normal(1,1)}',
      'observed x | k ~ case k { a: Normal(0, 1), else: Normal(1, 1) }',
    ],
    ['network g(z)=z->dense(2,tanh)->dense(1)', 'network g(z) = z -> dense(2, tanh) -> dense(1)'],
    ['data x from"a.csv"columns a,b', 'data x from "a.csv" columns a, b'],
    ['fit em(steps=3)', 'fit em(steps = 3)'],
    ['let y = 1/* one */+2', 'let y = 1 /* one */ + 2'],
  ])('sets %s as %s', (text, expected) => {
    expect(formatted(text)).toBe(`${expected}\n`);
  });

  it('keeps apart what would be read as something else', () => {
    const pieces = piecesOf(analyse('latent z[t] ~ Normal(0, 1) for t in 1. .. .5'));
    const [to, dots, from] = pieces.slice(-3).reverse();
    expect(spacesBetween(undefined, from!, dots!, null)).toBe(1);
    expect(spacesBetween(from, dots!, to!, null)).toBe(1);
  });
});

describe('isOperandEnd', () => {
  it('tells a value from what wants one', () => {
    const pieces = piecesOf(analyse('let y = (1) + true'));
    expect(pieces.map(isOperandEnd)).toEqual([false, true, false, false, true, true, false, true]);
    expect(isOperandEnd(undefined)).toBe(false);
  });
});
