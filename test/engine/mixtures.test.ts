import { describe, expect, it } from 'vitest';
import type { Distribution, Expr } from '../../src/model/model';
import reference from '../reference/models.json';
import { curveOf, final } from './ask';
import { boolean, bumps, category, integer, ModelBuilder, realScalar, requestFor } from './build';

interface Truth {
  readonly name: string;
  readonly x: readonly number[];
  readonly log_marginal: readonly number[];
  readonly component_log_joint?: readonly (readonly number[])[];
}

function truth(name: string): Truth {
  return (reference.models as unknown as Truth[]).find((model) => model.name === name)!;
}

/** The curve's logarithm at one place: the view starts there. */
function at(request: ReturnType<typeof requestFor>, x: number) {
  const views = [{ variable: 'x', coordinate: null, low: x, high: x + 1 }];
  const curve = curveOf(final({ ...request, views, query: { ...request.query, points: 16, samples: 0 } }));
  return { log: curve.logDensity[0]!, components: curve.components.items.map(({ density }) => Math.log(density[0]!)) };
}

/** Rounding, and that of the argument, of a logarithm in proportion to it. */
function close(value: number, expected: number) {
  expect(Math.abs(value - expected)).toBeLessThan(1e-11 * Math.max(1, Math.abs(expected)));
}

describe('a mixture of normals', () => {
  const { x, log_marginal, component_log_joint } = truth('mixture-1d');
  const model = bumps({ weight: [0.3, 0.5, 0.2], mean: [-2, 0.5, 3], sd: [0.6, 1, 0.4] });

  it.each(x.map((value, i) => [value, i]))('at x = %d has the reference log marginal', (value, i) => {
    close(at(requestFor(model), value).log, log_marginal[i]!);
  });

  it('has the reference components', () => {
    const joint = component_log_joint![x.indexOf(1)]!;
    const { components } = at(requestFor(model), 1);
    components.forEach((log, k) => {
      close(log, joint[k]!);
    });
  });
});

describe('a mixture of families', () => {
  const { x, log_marginal } = truth('mixture-mixed-families');
  const model = new ModelBuilder();
  const k = model.variable(
    'latent',
    'k',
    model.family('Categorical', [model.vector([0.4, 0.35, 0.25])], category(3, ['a', 'b', 'c'])),
  );
  const rows = [
    model.family('Normal', [0, 1], realScalar),
    model.family('Laplace', [3, 0.7], realScalar),
    model.family('StudentT', [3, -4, 1.5], realScalar),
  ];
  model.variable('observed', 'x', table(k, [1, 2, 3], rows));

  it.each(x.map((value, i) => [value, i]))('at x = %d has the reference log marginal', (value, i) => {
    close(at(requestFor(model.build()), value).log, log_marginal[i]!);
  });

  it('names its components by the labels', () => {
    const { components } = curveOf(final(requestFor(model.build())));
    expect(components.items.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
  });
});

describe('a Poisson with extra zeros', () => {
  const { x, log_marginal } = truth('zero-inflated-poisson');
  const model = new ModelBuilder();
  const zero = model.variable('latent', 'zero', model.family('Bernoulli', [0.3], boolean));
  const rows = [model.family('Poisson', [4.2], integer), model.family('Dirac', [0], integer)];
  model.variable('observed', 'x', table(zero, [0, 1], rows));

  it('has the reference probabilities', () => {
    const views = [{ variable: 'x', coordinate: null, low: 0, high: 300 }];
    const { observed } = final({ ...requestFor(model.build()), views });
    if (observed.kind !== 'bars') throw new Error('not bars');
    for (const [i, value] of x.entries()) {
      const bar = observed.values.indexOf(value);
      // Beyond 1e-10 of the rest of the probability there is no bar.
      if (bar < 0) expect(log_marginal[i]!).toBeLessThan(-18);
      else close(Math.log(observed.probability[bar]!), log_marginal[i]!);
    }
    expect(observed.values.length).toBeGreaterThan(15);
    expect(observed.components.items.map(({ label }) => label)).toEqual(['false', 'true']);
  });
});

function table(subject: Expr, codes: readonly number[], rows: readonly Distribution[]): Distribution {
  return {
    kind: 'table',
    subjects: [subject],
    rows: rows.map((value, i) => ({ when: [codes[i]!], value })),
    otherwise: null,
    type: rows[0]!.type,
  };
}
