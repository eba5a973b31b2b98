import { expect, it } from 'vitest';
import { inferCase } from '../../../src/language/types/inferCase';
import { inspectMarked } from '../inspect';

function infer(rows: string) {
  const { check, expression } = inspectMarked(`latent b ~ Bernoulli(0.5)\nobserved x | b ~ «case b { ${rows} }»`);
  return expression.kind === 'Case' ? inferCase(expression, check.inference) : null;
}

it('joins numbers', () => {
  expect(infer('true: 1, false: 2.5')).toMatchObject({
    sort: 'value',
    type: { kind: 'real', shape: [] },
    range: { low: 1, high: 2.5 },
  });
});

it('joins distributions, a point taking the kind of the others', () => {
  expect(infer('true: Dirac(0), false: Normal(0, 1)')).toMatchObject({
    type: { kind: 'real' },
    point: false,
    hasPoint: true,
  });
  expect(infer('true: Dirac(0.5), false: Poisson(1)')).toMatchObject({ type: { kind: 'integer' } });
  expect(infer('true: Exponential(1), false: Gamma(1, 1)')).toMatchObject({ range: { low: 0, lowOpen: false } });
});

it.each([
  'true: Normal(0, 1), false: Poisson(1)',
  'true: Normal(0, 1), false: 3',
  'true: foo, false: 3',
  'true: [1], false: 2',
])('knows nothing of %s', (rows) => {
  expect(infer(rows)).toBeNull();
});
