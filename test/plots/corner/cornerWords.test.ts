import { describe, expect, it } from 'vitest';
import {
  cornerMethod,
  cornerTable,
  correlationText,
  describeCorner,
  pairWords,
  singleWords,
} from '../../../webview/plots/corner/cornerWords';
import { normalAndCoin, threeNormals } from '../corners';

describe('a corner plot in words', () => {
  const picture = threeNormals();

  it('says how numbers go together', () => {
    expect(describeCorner(picture)).toBe(
      'Corner plot of x₁, x₂, x₃: each by itself on the diagonal, each pair below it. Correlations in 8,192 samples: x₁ and x₂ 0.02; x₁ and x₃ 0.03; x₂ and x₃ −0.07.',
    );
    expect(pairWords(picture, picture.pairs[2]!)).toBe('x₃ against x₂: correlation −0.07, exact · sum over 3 states');
    expect(singleWords(picture.marginals[0]!)).toContain('x₁ by itself: exact · sum over 3 states');
  });

  it('has no correlation where a number does not vary', () => {
    expect(correlationText(Number.NaN)).toBe('none');
    expect(correlationText(-0.456)).toBe('−0.46');
  });

  it('says how the pairs are known', () => {
    expect(cornerMethod(picture)).toBe('pairs: exact · sum over 3 states');
    const [first, ...others] = picture.pairs;
    const rough = { ...first!, known: 'samples' as const, badge: '8,192 samples' };
    expect(cornerMethod({ ...picture, pairs: [rough, ...others] })).toBe('pairs: 2 densities; 1 from 8,192 samples');
    const refined = others.map((pair, i) => ({ ...pair, relativeError: 0.004, badge: `${i}` }));
    expect(cornerMethod({ ...picture, pairs: [rough, ...refined] })).toBe(
      'pairs: 2 densities, to 0.4 % of their peaks; 1 from 8,192 samples',
    );
  });
});

describe('the table of a corner plot', () => {
  it('has a row for every number and every pair', () => {
    const { head, rows, note } = cornerTable(normalAndCoin());
    expect(head).toHaveLength(4);
    expect(rows.map(([name]) => name)).toEqual(['a', 'b', 'a, b']);
    expect(rows[0]![1]).toBe('peak at 0, density 0.3989');
    expect(rows[1]![1]).toBe('peak at true, probability 0.75');
    expect(rows[2]![1]).toMatch(/^peak near \(−?0\.167, true\)$/);
    expect(rows[2]![2]).toBe('0.02');
    expect(note).toContain('8,192 samples');
  });
});
