import { describe, expect, it } from 'vitest';
import { cellText } from '../../../webview/plots/text/cellText';
import { sequence } from '../fixtures';

const written = (values: readonly number[], labels: readonly string[] | null = null) => {
  const { kind, write } = cellText(Float64Array.from(values), labels);
  return { kind, texts: values.map(write) };
};

describe('the numbers of a column', () => {
  it('are names where they are codes', () => {
    expect(written([2, 1], ['', 'blue', 'orange'])).toEqual({ kind: 'names', texts: ['orange', 'blue'] });
    expect(written([0, 1], ['false', 'true']).texts).toEqual(['false', 'true']);
  });

  it('have no decimals where all are whole', () => {
    expect(written([3, 1200, -2])).toEqual({ kind: 'whole', texts: ['3', '1,200', '−2'] });
  });

  it('all have the decimals that tell them apart, few where they are far apart', () => {
    const near = sequence(100).map((u) => 5 + u / 10);
    expect(written(near).texts.every((text) => /^5\.\d{4}$/.test(text))).toBe(true);
    expect(new Set(written(near).texts).size).toBeGreaterThan(90);
    const far = sequence(100).map((u) => 1000 * u - 500);
    expect(written(far).texts.every((text) => /^−?\d{1,3}$/.test(text))).toBe(true);
  });

  it('are scientific far from 1, and where one value is alone out there', () => {
    expect(written(sequence(50).map((u) => u * 1e-6)).texts[1]).toMatch(/^\d\.\d\d×10⁻⁷$/);
    const cauchy = [...sequence(100).map((u) => u - 0.5), 4.5e12];
    expect(written(cauchy).texts.at(-1)).toBe('4.50×10¹²');
    expect(written([0.5, Number.POSITIVE_INFINITY, Number.NaN]).texts.slice(1)).toEqual(['∞', 'undefined']);
  });

  it('are there for a column of one value, and of none', () => {
    expect(written([0.25, 0.25]).texts[0]).toBe('0.2500');
    expect(written([]).texts).toEqual([]);
  });
});
