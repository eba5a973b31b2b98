import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { type FamilyName, families } from '../../src/model/families';

const names = Object.keys(families) as FamilyName[];

/** The parameters of every family, as the language's table has them; `name = value` has a default. */
const contract: Record<FamilyName, string> = {
  Normal: 'mean, sd',
  Laplace: 'loc, scale',
  Logistic: 'loc, scale',
  Cauchy: 'loc, scale',
  Gumbel: 'loc, scale',
  StudentT: 'df, loc = 0, scale = 1',
  SkewNormal: 'loc, scale, shape',
  Uniform: 'low, high',
  TruncatedNormal: 'mean, sd, low, high',
  Exponential: 'rate',
  Gamma: 'shape, rate',
  InverseGamma: 'shape, scale',
  LogNormal: 'mean, sd',
  HalfNormal: 'scale',
  HalfCauchy: 'scale',
  Weibull: 'shape, scale',
  Pareto: 'shape, scale',
  Beta: 'alpha, beta',
  VonMises: 'mean, concentration',
  Bernoulli: 'p',
  Categorical: 'probabilities',
  DiscreteUniform: 'low, high',
  Binomial: 'n, p',
  BetaBinomial: 'n, alpha, beta',
  Poisson: 'rate',
  Geometric: 'p',
  NegativeBinomial: 'r, p',
  MultivariateNormal: 'mean, covariance',
  Dirichlet: 'concentration',
  Dirac: 'value',
};

describe.each(names)('%s', (name) => {
  const family = families[name];

  test('has the parameters of the language', () => {
    const written = family.parameters.map((p) => (p.default === undefined ? p.name : `${p.name} = ${p.default}`));
    expect(written.join(', ')).toBe(contract[name]);
    const required = family.parameters.map((p) => p.default === undefined);
    expect(required, 'parameters with defaults come last').toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  });

  test('says what it is in one line each', () => {
    for (const text of [family.doc, family.formula, family.supportText, ...family.parameters.map((p) => p.doc)]) {
      expect(text).toMatch(/^[^\n]{3,160}$/);
    }
    expect(family.doc).toMatch(/\.$/);
  });

  test('its formula speaks of its parameters', () => {
    const superscripts = family.formula.replaceAll('ˢʰᵃᵖᵉ', ' shape ').replaceAll('ⁿ', ' n ').replaceAll('ʳ', ' r ');
    for (const { name: parameter } of family.parameters) expect(superscripts).toContain(parameter);
  });

  test('its example is a statement without a mistake', () => {
    const text = /^observed/.test(family.example) ? family.example : `${family.example}\nobserved y ~ Normal(0, 1)`;
    const given = family.example.includes('| z') ? `latent z ~ Normal(0, 1)\n${text}` : text;
    const errors = analyse(given).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(family.example).toContain(`${name}(`);
  });

  test('orders two of its own parameters, if any', () => {
    if (!family.order) return;
    const own = family.parameters.map((p) => p.name);
    expect(own).toEqual(expect.arrayContaining([family.order.low, family.order.high]));
  });
});

test('the catalogue is that of the language, in its order', () => {
  expect(names).toEqual(Object.keys(contract));
});
