import { describe, expect, it } from 'vitest';
import { supportEnds } from '../../../src/engine/families/supportEnds';

describe('the ends of a support', () => {
  it('come from the parameters where these decide', () => {
    expect(supportEnds('Uniform', [-2, 3])).toEqual({ low: -2, high: 3 });
    expect(supportEnds('TruncatedNormal', [0, 1, 4, 5])).toEqual({ low: 4, high: 5 });
    expect(supportEnds('Pareto', [2, 7])).toEqual({ low: 7, high: Number.POSITIVE_INFINITY });
  });

  it('are wide where the parameters are not known', () => {
    const everywhere = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(supportEnds('Uniform', null)).toEqual(everywhere);
    expect(supportEnds('Pareto', null)).toEqual(everywhere);
    expect(supportEnds('Normal', null)).toEqual(everywhere);
  });

  it('are those of the family otherwise', () => {
    expect(supportEnds('Exponential', null)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(supportEnds('Gamma', [1, 1])).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(supportEnds('Beta', [1, 1])).toEqual({ low: 0, high: 1 });
    expect(supportEnds('VonMises', [0, 1])).toEqual({ low: -Math.PI, high: Math.PI });
  });
});
