import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import reference from '../reference/models.json';
import { final } from './ask';
import { requestFor } from './build';

const { marginals } = reference.models.find(({ name }) => name === 'bayesnet-sprinkler') as unknown as {
  marginals: Record<'C' | 'S' | 'R' | 'W' | 'L', [number, number]>;
};

const text = `
latent   C        ~ Bernoulli(0.5)
latent   S | C    ~ Bernoulli(case C { true: 0.1, false: 0.5 })
latent   R | C    ~ Bernoulli(case C { true: 0.8, false: 0.2 })
observed W | S, R ~ Bernoulli(case S, R { false, false: 0.01, true, false: 0.9, false, true: 0.9, true, true: 0.99 })
observed L | R    ~ Bernoulli(case R { true: 0.7, false: 0.05 })`;

describe('a network of look-up tables', () => {
  const model = analyse(text).model!;

  it.each(['W', 'L'] as const)('gives %s its reference marginal', (variable) => {
    const choice = { variable, index: null, coordinate: null, label: variable };
    const { observed, method } = final(requestFor(model, { observed: choice }));
    if (observed.kind !== 'bars') throw new Error('not bars');
    expect(method).toMatchObject({ name: 'sum', exact: true, states: variable === 'W' ? 4 : 2 });
    expect(observed.labels).toEqual(['false', 'true']);
    observed.probability.forEach((p, value) => {
      expect(p).toBeCloseTo(marginals[variable][value]!, 6);
    });
  });

  it.each(['C', 'S', 'R'] as const)('gives %s its reference prior', (variable) => {
    const choice = { variable, index: null, coordinate: null, label: variable };
    const { prior } = final(requestFor(model, { latent: choice }));
    if (prior?.kind !== 'bars') throw new Error('not bars');
    prior.probability.forEach((p, value) => {
      expect(p).toBeCloseTo(marginals[variable][value]!, 6);
    });
  });

  it('tells the components of the wet grass apart by both causes', () => {
    const { observed } = final(requestFor(model));
    if (observed.kind === 'plane') throw new Error('a plane');
    const { components } = observed;
    expect(components.of).toBe('S, R');
    expect(components.items.map(({ label }) => label)).toEqual([
      'false, false',
      'false, true',
      'true, false',
      'true, true',
    ]);
  });
});
