import { describe, expect, it } from 'vitest';
import { divided, gridOf, legendre, NoGrid, type Refinement, refined, ruleOf } from '../../../src/engine/chains/panels';
import { logNormal } from '../queries/inquire';

const settings: Refinement = { order: 16, span: 8, depth: 36, tolerance: 1e-6, limit: 4096 };

function integral(
  log: (x: number) => number,
  seeds: readonly (readonly [number, number])[],
  more: Partial<Refinement> = {},
) {
  const { grid, kept } = refined(seeds, { ...settings, ...more }, (x) => ({ log: x.map(log), strides: [], kept: [x] }));
  expect(kept[0]).toEqual(grid.x);
  return { grid, value: grid.x.reduce((sum, x, i) => sum + Math.exp(log(x) + grid.logWeights[i]!), 0) };
}

describe('panels', () => {
  it('resolve a density', () => {
    const { value } = integral((x) => logNormal(x, 0.3, 1), [[-12, 12]]);
    expect(value).toBeCloseTo(1, 10);
  });

  it('find a peak far narrower than the first of them, and leave out where nothing is', () => {
    const { grid, value } = integral((x) => logNormal(x, 3.21, 1e-5), [[-100, 100]]);
    expect(value).toBeCloseTo(1, 9);
    expect(grid.right.at(-1)! - grid.left[0]!).toBeLessThan(1e-2);
  });

  it('find several peaks between the points', () => {
    const log = (x: number) => -0.5 * ((Math.sin(x) - 0.2) / 1e-3) ** 2;
    const { value } = integral(log, [[-10, 10]]);
    // Each of seven peaks has the area √2π 10⁻³ / |cos x| at sin x = 0.2, but for 10⁻⁶ of it.
    expect(value / ((7e-3 * Math.sqrt(2 * Math.PI)) / Math.sqrt(0.96))).toBeCloseTo(1, 5);
  });

  it('end at a jump', () => {
    const { value } = integral((x) => (x >= 0 && x <= 1 ? 0 : Number.NEGATIVE_INFINITY), [[-3, 2.7]], {
      tolerance: 1e-10,
    });
    expect(value).toBeCloseTo(1, 7);
  });

  it('are no wider than the conditionals of other numbers allow', () => {
    const evaluate = (x: Float64Array) => ({ log: x.map(() => 0), strides: [x.map((each) => 50 * each)], kept: [] });
    const { grid } = refined([[0, 1]], settings, evaluate);
    for (let q = 0; q < grid.left.length; q++) expect(50 * (grid.right[q]! - grid.left[q]!)).toBeLessThan(9);
  });

  it('are refused where they would be too many, or there is nothing', () => {
    expect(() => integral((x) => Math.sin(1e5 * x), [[0, 1]])).toThrow(NoGrid);
    expect(() => integral(() => Number.NEGATIVE_INFINITY, [[0, 1]])).toThrow(NoGrid);
  });
});

it('the rule integrates polynomials, and its tail is the last Legendre coefficients', () => {
  const { x, logWeights } = gridOf([{ left: 1, right: 3 }], 12);
  expect(x.reduce((sum, each, i) => sum + each ** 23 * Math.exp(logWeights[i]!), 0)).toBeCloseTo(
    (3 ** 24 - 1) / 24,
    -3,
  );
  const { nodes, tail } = ruleOf(12);
  tail.forEach((coefficients, back) => {
    const values = nodes.map((node) => 0.7 * legendre(node, 11)[11 - back]! + node);
    expect(coefficients.reduce((sum, c, i) => sum + c * values[i]!, 0)).toBeCloseTo(0.7, 12);
  });
});

it('an interval is divided without gaps', () => {
  const parts = divided(0.1, 0.7, 7);
  expect(parts[0]![0]).toBe(0.1);
  expect(parts[6]![1]).toBe(0.7);
  for (let i = 1; i < 7; i++) expect(parts[i]![0]).toBe(parts[i - 1]![1]);
});
