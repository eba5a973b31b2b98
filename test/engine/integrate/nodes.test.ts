import { describe, expect, it } from 'vitest';
import { visitNodes } from '../../../src/engine/integrate/nodes';
import { Column } from '../../../src/engine/sampling/columns';
import { logNormal, result } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

const text = `
latent k ~ Bernoulli(0.25)
latent z | k ~ Laplace(10 * k, 1)
observed x | z ~ Normal(z, 2)
observed y | z ~ Normal(-z, 1)`;

describe('the nodes of a part', () => {
  it('have the values of the unknown elements and the weights of the known', () => {
    const { given, plan, known } = plannedByNodes(text, { x: 1, y: [0, 3] });
    const columns = [Column.fromUniforms(Float64Array.of(0.5, 0.75))];
    const own = Float64Array.of(-1, -2);
    let visited = 0;
    result(
      visitNodes(given, plan, known, 2, columns, 2, own, ({ values, logWeights, logTerms, states, draws }) => {
        visited++;
        const z = Array.from(values.get('z')!.data);
        expect([states, draws]).toEqual([2, 2]);
        [0, Math.LN2, 10, 10 + Math.LN2].forEach((value, n) => {
          expect(z[n]!).toBeCloseTo(value, 14);
          const state = Math.log(n < 2 ? 0.75 : 0.25) - plan.logScale;
          expect(logWeights[n]!).toBeCloseTo(state + own[n % 2]! + logNormal(1, value, 2), 13);
          [0, 3].forEach((y, p) => {
            expect(logTerms![4 * p + n]!).toBeCloseTo(logNormal(y, -value, 1), 12);
          });
        });
      }),
    );
    expect(visited).toBe(1);
  });

  it('come in blocks, with a pause between two', () => {
    const { given, plan, known } = plannedByNodes(text, { x: 1 });
    const draws = 20_000;
    const columns = [Column.fromUniforms(Float64Array.from({ length: draws }, (_, i) => (i + 0.5) / draws))];
    const seen = new Float64Array(2 * draws);
    const steps = visitNodes(given, plan, known, 1, columns, draws, null, (block) => {
      expect(block.logTerms).toBeNull();
      block.logWeights.forEach((log, n) => {
        const [state, draw] = [block.firstState + Math.floor(n / block.draws), block.firstDraw + (n % block.draws)];
        seen[state * draws + draw] = Math.exp(log + plan.logScale);
      });
    });
    const pauses = Array.from(steps).length;
    expect(pauses).toBeGreaterThan(3);
    const mean = seen.reduce((sum, weight) => sum + weight, 0) / draws;
    // ∫ Laplace · Normal for both states.
    let expected = 0;
    for (let i = 0; i < draws; i++) {
      const u = (i + 0.5) / draws;
      const s = u < 0.5 ? Math.log(2 * u) : -Math.log(2 * (1 - u));
      expected += (0.75 * Math.exp(logNormal(1, s, 2)) + 0.25 * Math.exp(logNormal(1, 10 + s, 2))) / draws;
    }
    expect(mean).toBeCloseTo(expected, 12);
  });
});
