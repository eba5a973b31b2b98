import { describe, expect, it } from 'vitest';
import { importance } from '../../../src/engine/integrate/importance';
import { logNormal } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

function run(noise: number, enough: number, draws = 1024) {
  const text = `latent z ~ Normal(0, 1)^3\nobserved x | z ~ Normal(sum(z)^1, ${noise})`;
  const { inquiry, plan, known } = plannedByNodes(text, { x: 2 }, [], draws);
  let visited = 0;
  let resets = 0;
  const steps = importance(
    inquiry,
    plan,
    known,
    ({ draws: own }) => {
      visited += own;
    },
    () => {
      resets++;
      visited = 0;
    },
    ({ effectiveSampleSize }) => effectiveSampleSize >= enough,
  );
  const answers = [...steps].filter((step) => step !== null);
  return { answers, last: answers.at(-1)!, visited, resets };
}

describe('weighted draws', () => {
  it('come from the prior where that will do', () => {
    const { answers, last, visited, resets } = run(2, 500);
    expect(answers).toHaveLength(1);
    expect(last).toMatchObject({ fitted: false, settled: true, draws: 1024 });
    expect([visited, resets]).toEqual([1024, 0]);
    expect(Math.abs(last.log - logNormal(2, 0, Math.sqrt(7)))).toBeLessThan(4 * last.error);
  });

  it('come from a fit where the evidence leaves few of them, and begin anew', () => {
    const { answers, last, visited, resets } = run(0.01, 4000);
    expect(answers[0]).toMatchObject({ fitted: false, settled: false });
    expect(last).toMatchObject({ fitted: true, settled: true });
    expect([visited, resets]).toEqual([last.draws, 1]);
    expect(last.effectiveSampleSize).toBeGreaterThan(4000);
    expect(last.error).toBeLessThan(0.01);
    expect(Math.abs(last.log - logNormal(2, 0, Math.sqrt(3.0001)))).toBeLessThan(4 * last.error);
    expect(answers.map(({ settled }) => settled)).toEqual(answers.map((_, i) => i === answers.length - 1));
  });

  it('end with their budget, however little they know', () => {
    const text = 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Uniform(sum(z)^1, sum(z) + 1)';
    const { inquiry, plan, known } = plannedByNodes(text, { x: 100 }, [], 2 ** 17);
    const nothing = () => undefined;
    const last = [...importance(inquiry, plan, known, nothing, nothing, () => false)].at(-1)!;
    expect(last).toMatchObject({ settled: true, effectiveSampleSize: 0, log: Number.NEGATIVE_INFINITY });
  });
});
