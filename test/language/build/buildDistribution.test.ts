import { expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';

function build(text: string) {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(JSON.stringify(diagnostics));
  return model.structure.variables.at(-1)!.definitions[0]!.distribution;
}

const real = { kind: 'real', shape: [] };
const slot = (at: number) => ({ op: 'number', type: real, slot: at });

it('puts named arguments in their places and fills in defaults', () => {
  expect(build('observed x ~ StudentT(scale: 2, df: 3)')).toEqual({
    kind: 'family',
    family: 'StudentT',
    type: real,
    args: { df: slot(1), loc: { op: 'constant', type: real, value: 0 }, scale: slot(0) },
  });
});

it('makes a vector of labelled probabilities', () => {
  expect(build('observed x ~ Categorical(blue: 0.3, red: 0.7)')).toEqual({
    kind: 'family',
    family: 'Categorical',
    type: { kind: 'category', shape: [], count: 2, labels: ['blue', 'red'] },
    args: { probabilities: { op: 'vector', type: { kind: 'real', shape: [2] }, items: [slot(0), slot(1)] } },
  });
});

it('keeps copies apart from factorised parameters', () => {
  expect(build('observed x ~ Normal([0, 1], 1)^3')).toMatchObject({
    kind: 'copies',
    count: 3,
    type: { kind: 'real', shape: [3, 2] },
    base: { kind: 'family', family: 'Normal', type: { kind: 'real', shape: [2] } },
  });
});

it('gives a table the type of its draws, a point going with the others', () => {
  const text = (rows: string) => `latent b ~ Bernoulli(0.5)\nobserved x | b ~ case b { ${rows} }`;
  expect(build(text('true: Dirac(0), false: Poisson(2)'))).toMatchObject({
    kind: 'table',
    type: { kind: 'integer', shape: [] },
    rows: [
      { when: [1], value: { family: 'Dirac' } },
      { when: [0], value: { family: 'Poisson' } },
    ],
    otherwise: null,
  });
  expect(build(text('true: Dirac(0), else: Dirac(1)'))).toMatchObject({ type: real, otherwise: { family: 'Dirac' } });
});

it('takes a Dirac of a number written out for a real variable, whatever its digits', () => {
  expect(build('observed x ~ Dirac(2)').type).toEqual(real);
  expect(build('observed x ~ Dirac(2.5)').type).toEqual(real);
});
