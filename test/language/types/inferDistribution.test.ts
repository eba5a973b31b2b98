import { describe, expect, it } from 'vitest';
import { copies, isCount, supportAlone } from '../../../src/language/types/inferDistribution';
import { families } from '../../../src/model/families';
import { inspect, inspectMarked, parseExpression } from '../inspect';

function draw(text: string) {
  const { check, expression } = inspectMarked(`observed x ~ «${text}»`);
  const info = check.inference.info(expression);
  return info?.sort === 'distribution' ? info : null;
}

describe('families', () => {
  it.each(Object.entries(families))(
    '%s: its example is understood',
    (name, { example, discrete, multivariate, support }) => {
      const check = inspect(`${example}\nlatent z ~ Normal(0, 1)`);
      const variable = [...check.scope.globals.values()][0]!;
      expect(variable.type).not.toBeNull();
      expect(variable.type?.shape.length).toBe(multivariate ? 1 : 0);
      if (support !== 'point') expect(variable.type?.kind === 'real').toBe(!discrete);
      expect(name).toMatch(/^[A-Z]/);
    },
  );

  it.each([
    ['Normal([0, 1], 1)', 'real', [2]],
    ['Normal([0, 1], [1, 2, 3])', null, null],
    ['Normal([[0, 1], [2, 3]], 1)', 'real', [2, 2]],
    ['Bernoulli([0.1, 0.2])', 'boolean', [2]],
    ['Categorical([0.1, 0.9])', 'category', []],
    ['Categorical(0.5)', null, null],
    ['Poisson(3)', 'integer', []],
    ['MultivariateNormal([0, 0], [[1, 0], [0, 1]])', 'real', [2]],
    ['MultivariateNormal([0, 0], [[1, 0, 0], [0, 1, 0], [0, 0, 1]])', null, null],
    ['Dirichlet([1, 1, 1])', 'real', [3]],
    ['Dirac(2)', 'integer', []],
    ['Dirac([1.5, 2])', 'real', [2]],
    ['Normal(0)', 'real', []],
  ])('%s', (text, kind, shape) => {
    const type = draw(text)?.type;
    expect([type?.kind ?? null, type?.shape ?? null]).toEqual([kind, shape]);
  });

  it('have supports that follow their arguments', () => {
    expect(draw('Uniform(-1, 2)')?.range).toMatchObject({ low: -1, high: 2 });
    expect(draw('Pareto(3, 2)')?.range).toMatchObject({ low: 2, high: Number.POSITIVE_INFINITY });
    expect(draw('Binomial(7, 0.5)')?.range).toMatchObject({ low: 0, high: 7 });
    expect(draw('Categorical(a: 0.5, b: 0.5)')).toMatchObject({ type: { labels: ['a', 'b'], count: 2 } });
    expect(draw('Dirac(3)')).toMatchObject({ point: true, hasPoint: true });
    expect(draw('Dirichlet([1, 1])')?.form).toBe('simplex');
  });
});

describe('copies', () => {
  it('adds a first axis', () => {
    const base = draw('Normal([0, 0], 1)')!;
    expect(copies(base, parseExpression('3'))?.type.shape).toEqual([3, 2]);
    expect(copies(base, parseExpression('0'))).toBeNull();
    expect(copies(base, parseExpression('n'))).toBeNull();
    expect([isCount(1), isCount(10_000), isCount(10_001), isCount(1.5)]).toEqual([true, true, false, false]);
  });
});

describe('supportAlone', () => {
  it.each([
    ['Gamma(z, 1)', 0],
    ['Normal(z, 1)', Number.NEGATIVE_INFINITY],
    ['HalfNormal(1)^3', 0],
  ])('%s', (text, low) => {
    expect(supportAlone(parseExpression(text))?.low).toBe(low);
  });

  it('cannot tell where the arguments say it', () => {
    expect(supportAlone(parseExpression('Uniform(a, b)'))).toBeNull();
    expect(supportAlone(parseExpression('a'))).toBeNull();
  });
});
