import { describe, expect, it } from 'vitest';
import { answers, curveOf, final } from './ask';
import { bumps, requestFor, threeBumps } from './build';

describe('three bumps', () => {
  it('sums three components to the marginal, exactly', () => {
    const preview = final(requestFor(bumps(threeBumps)));
    const curve = curveOf(preview);
    expect(preview.method).toMatchObject({ name: 'sum', exact: true, states: 3, nodes: 1, relativeError: 0 });
    expect(preview.method.badge).toBe('exact · sum over 3 states');
    const { items, kind, total, of } = curve.components;
    expect({ kind, total, of }).toEqual({ kind: 'categories', total: 3, of: 'z' });
    expect(items.map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(items.map(({ colour }) => colour)).toEqual([0, 1, 2]);
    for (let i = 0; i < curve.x.length; i++) {
      const sum = items.reduce((total, { density }) => total + density[i]!, 0);
      expect(sum).toBeCloseTo(curve.density[i]!, 12);
    }
  });

  it('answers at once and finally', () => {
    const all = answers(requestFor(bumps(threeBumps)));
    expect(all.map((answer) => answer.kind)).toEqual(['preview']);
  });

  it('shows the prior as bars in the colours of the components', () => {
    const { prior } = final(requestFor(bumps(threeBumps)));
    if (prior?.kind !== 'bars') throw new Error('not bars');
    expect(prior.coloured).toBe(true);
    expect(Array.from(prior.values)).toEqual([1, 2, 3]);
    expect(prior.probability[0]).toBeCloseTo(0.3, 6);
  });
});
