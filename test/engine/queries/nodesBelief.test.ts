import { describe, expect, it } from 'vitest';
import type { Belief } from '../../../src/engine/queries/belief';
import { nodesBelief } from '../../../src/engine/queries/nodesBelief';
import { logNormal } from './inquire';
import { plannedByNodes } from './plans';

function believed(text: string, x: number, target: string, place: 'node' | 'leaf', draws?: number): Belief {
  const { inquiry, part, plan, known, graph } = plannedByNodes(text, { x }, place === 'node' ? [target] : ['z'], draws);
  const steps = nodesBelief(inquiry, part.free, plan, known, { element: graph.byKey(target), place });
  return [...steps].filter((step) => step !== null).at(-1)!;
}

describe('what weighted nodes say', () => {
  // z^1 is z, and not seen to be linear.
  const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z^1, 0.5)\nobserved y | z ~ Normal(z, 2)';

  it('of an element at the nodes', () => {
    const { distribution, log, work, effectiveSampleSize } = believed(text, 2, 'z', 'node');
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    expect(distribution.mean[0]!).toBeCloseTo(1.6, 6);
    expect(distribution.covariance[0]!).toBeCloseTo(0.2, 6);
    expect(distribution.quantiles[0]![6]!).toBeCloseTo(1.6 + 1.959963985 * Math.sqrt(0.2), 3);
    expect(log).toBeCloseTo(logNormal(2, 0, Math.sqrt(1.25)), 6);
    expect(work).toMatchObject({ method: 'quadrature', dimensions: 1 });
    expect(effectiveSampleSize).toBeNull();
  });

  it('of an element below them', () => {
    const { distribution } = believed(text, 2, 'y', 'leaf');
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    expect(distribution.mean[0]!).toBeCloseTo(1.6, 6);
    expect(distribution.covariance[0]!).toBeCloseTo(4.2, 5);
    expect(distribution.quantiles[0]![0]!).toBeCloseTo(1.6 - 1.959963985 * Math.sqrt(4.2), 4);
  });

  it('is rougher where they are draws, and says how rough', () => {
    const many = text
      .replace('Normal(0, 1)', 'Normal(0, 1)^3')
      .replace('z^1', 'sum(z)^1')
      .replace('(z, 2)', '(sum(z), 2)');
    const { distribution, logError, effectiveSampleSize, work } = believed(many, 2, 'y', 'leaf');
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    expect(work).toMatchObject({ method: 'importance', dimensions: 3 });
    expect(effectiveSampleSize!).toBeGreaterThan(8000);
    expect(logError!).toBeGreaterThan(0);
    expect(Math.abs(distribution.mean[0]! - 2 * (3 / 3.25))).toBeLessThan(0.02);
  });

  it('without evidence comes from plain draws', () => {
    const { inquiry, part, plan, known, graph } = plannedByNodes(
      'latent z ~ Normal(0, 1)^3\nobserved y | z ~ Laplace(sum(z), 1)',
      {},
      ['z'],
      256,
    );
    const steps = nodesBelief(inquiry, part.free, plan, known, { element: graph.byKey('y'), place: 'leaf' });
    const last = [...steps].at(-1)!;
    expect(last!.work.method).toBe('quasi-monte-carlo');
    expect(last!.effectiveSampleSize).toBeCloseTo(last!.work.nodes, 6);
  });
});
