import { describe, expect, it } from 'vitest';
import { HiddenPeaks } from '../../../src/engine/integrate/hiddenPeaks';
import { visitNodes } from '../../../src/engine/integrate/nodes';
import { newNodes } from '../../../src/engine/integrate/quadrature';
import { logNormal, result } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

/** Whether 128 nodes may miss a peak of z at two values of x. */
function hidden(sd: number): boolean[] {
  const text = `latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, ${sd})`;
  const x = [0.3, 1.7];
  const { given, plan, known } = plannedByNodes(text, { x });
  const { columns, logWeights } = newNodes(128, 1, true);
  const spacing = 20 / 128;
  const peaks = new HiddenPeaks(2, spacing);
  const nodes = logWeights.length;
  result(visitNodes(given, plan, known, 2, columns, nodes, logWeights, (block) => peaks.add(block)));
  return x.map((each, p) => peaks.mayHide(p, logNormal(each, 0, Math.hypot(1, sd)) - Math.log(spacing)));
}

describe('peaks between the nodes', () => {
  it('may be there where the nodes beside them fall steeply', () => {
    expect(hidden(0.01)).toEqual([true, true]);
  });

  it('are none where the nodes see them', () => {
    expect(hidden(0.5)).toEqual([false, false]);
  });
});
