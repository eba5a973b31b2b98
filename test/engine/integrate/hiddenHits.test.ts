import { describe, expect, it } from 'vitest';
import { HiddenHits } from '../../../src/engine/integrate/hiddenHits';
import { visitNodes } from '../../../src/engine/integrate/nodes';
import { newNodes } from '../../../src/engine/integrate/quadrature';
import { result } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

/** Whether there may be something at each point, by the nodes of a coarse grid. */
function hidden(text: string, x: readonly number[]) {
  const { given, plan, known } = plannedByNodes(text, { x });
  const dimensions = plan.dimensions as 1 | 2;
  const { columns, logWeights } = newNodes(128, dimensions, true);
  const hits = new HiddenHits(x.length, plan.table.count, dimensions === 1 ? columns[0]!.normal : null);
  const nodes = logWeights.length;
  result(visitNodes(given, plan, known, x.length, columns, nodes, logWeights, (block) => hits.add(block)));
  return x.map((_, p) => hits.mayBe(p));
}

describe('what the nodes do not hit', () => {
  it('may lie between two of a line, or beyond all', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Uniform(z - 1e-5, z + 1e-5)';
    expect(hidden(text, [0.05, -3.3, 12, -25])).toEqual([true, true, true, true]);
  });

  it('is nothing where a support never comes there', () => {
    const text = 'latent z ~ Uniform(-1, 1)\nobserved x | z ~ Uniform(z - 0.1, z + 0.1)';
    expect(hidden(text, [1.2, -7, 3])).toEqual([false, false, false]);
    expect(hidden('latent z ~ Gamma(1, 1)\nobserved x | z ~ Uniform(0, z)', [-1, -0.1])).toEqual([false, false]);
  });

  it('is not known in a plane, but where all are equally far away', () => {
    expect(
      hidden('latent z ~ Normal(0, 1)^2\nobserved x | z ~ Uniform(z[1] * z[2], z[1] * z[2] + 1e-7)', [0.3]),
    ).toEqual([true]);
    expect(hidden('latent z ~ Gamma(1, 1)^2\nobserved x | z ~ Uniform(0, z[1] * z[2])', [-0.3])).toEqual([false]);
  });

  it('is no matter where some node hits', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Uniform(z - 1, z + 1)';
    expect(hidden(text, [0, 3])).toEqual([false, false]);
  });
});
