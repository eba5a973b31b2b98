import { describe, expect, it } from 'vitest';
import { emptyTable, extendTable, jointTable } from '../../../../src/engine/factors/tables/jointTable';
import { model } from '../../models';
import { given } from '../../plain';

function table(text: string, keep: string[], limit = 1000) {
  const { numbers, graph } = given(model(text));
  const elements = numbers.program.structure.variables
    .filter(({ role }) => role === 'latent')
    .map(({ name }) => graph.element(name, null));
  return jointTable(
    numbers,
    elements,
    elements.filter(({ key }) => keep.includes(key)),
    limit,
  );
}

const text = `
latent a     ~ Categorical([0.25, 0.75])
latent b | a ~ Bernoulli([0.5, 0.1][a])
observed x | a, b ~ Normal(a + b, 1)`;

describe('jointTable', () => {
  it('is the joint distribution of what is kept', () => {
    const made = table(text, ['a', 'b'])!;
    expect(made.count).toBe(4);
    expect(made.values.map((values) => Array.from(values))).toEqual([
      [1, 1, 2, 2],
      [0, 1, 0, 1],
    ]);
    [0.125, 0.125, 0.675, 0.075].forEach((p, i) => {
      expect(made.weights[i]).toBeCloseTo(p, 7);
    });
  });

  it('sums the rest out', () => {
    expect(table(text, ['b'])!.weights[1]).toBeCloseTo(0.2, 7);
  });

  it('names what was cut off', () => {
    expect(table('latent n ~ Poisson(1)\nobserved x | n ~ Normal(n, 1)', ['n'])!.truncated).toEqual(['n']);
  });

  it('is none where it would be too large', () => {
    expect(table(text, ['a', 'b'], 3)).toBeNull();
  });

  it('of nothing is one state', () => {
    const { numbers } = given(model(text));
    expect(jointTable(numbers, [], [], 1)).toBe(emptyTable);
  });
});

it('extendTable repeats every state for those of the new variables', () => {
  const made = table(text, ['a'])!;
  const states = { count: 3, values: Float64Array.of(7, 8, 9), truncated: false };
  const wide = extendTable(made, [made.elements[0]!], [states]);
  expect(wide.values.map((values) => Array.from(values))).toEqual([
    [1, 1, 1, 2, 2, 2],
    [7, 8, 9, 7, 8, 9],
  ]);
  expect(Array.from(wide.weights.slice(0, 3))).toEqual([made.weights[0], made.weights[0], made.weights[0]]);
});
