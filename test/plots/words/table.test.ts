import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../webview/plots/words/table';
import { counts, infiniteMixture, thousandCategories, threeBumps, twoBlobs } from '../fixtures';

describe('a plot as a table', () => {
  it('has a few dozen rows of a curve, its ends among them', () => {
    const { head, rows, note } = tableOf(threeBumps(512));
    expect(head).toEqual(['x', 'p(x)', 'blue', 'orange', 'green']);
    expect(rows).toHaveLength(41);
    expect(rows[0]?.[0]).toBe('−5.00');
    expect(rows[40]?.[0]).toBe('5.60');
    expect(note).toBe('41 of 512 points');
  });

  it('has all values of a small discrete variable and nothing to note', () => {
    const { rows, note } = tableOf(counts());
    expect(rows).toHaveLength(21);
    expect(rows[2]?.slice(0, 2)).toEqual(['2', '0.164']);
    expect(note).toBe('');
  });

  it('says how many values it leaves out', () => {
    expect(tableOf(thousandCategories()).note).toBe('41 of 1000 values');
  });

  it('has a column for the standard error and none for draws', () => {
    expect(tableOf(infiniteMixture()).head).toEqual(['x', 'p(x)', 'standard error']);
  });

  it('of a plane is a coarse grid with the highest row on top', () => {
    const { head, rows } = tableOf(twoBlobs('x', 31));
    expect(head).toHaveLength(9);
    expect(rows).toHaveLength(13);
    expect(rows[0]?.[0]).toBe('2.50');
    expect(rows[12]?.[0]).toBe('−2.50');
  });

  it('of a plane notes where its mass and its components lie', () => {
    const { note } = tableOf(twoBlobs('x', 31));
    expect(note).toMatch(/; 50 % of the mass shown lies where the density is above 0\.\d+; 80 %/);
    expect(note).toContain(
      'z = 1: weight 0.550, mean (−0.800, 0.400), standard deviations (0.602, 0.800), correlation 0.664',
    );
    expect(note).toContain('z = 2: weight 0.450, mean (1.20, −0.700), standard deviations (0.500, 0.400)');
  });
});
