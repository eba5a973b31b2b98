// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Curve } from '../../../src/engine/api/preview';
import { legend } from '../../../webview/ui/density/legend';
import { counts, infiniteMixture, mixture, threeBumps, twoBlobs } from '../../plots/fixtures';
import { draw, textOf } from '../scenes';

const entries = (plot: Parameters<typeof legend>[0]): string[] =>
  [...draw(legend(plot)).querySelectorAll('li')].map(textOf);

describe('the legend', () => {
  it('has the marginal, every component, the samples and the data', () => {
    expect(entries(threeBumps())).toEqual(['p(x)', 'blue', 'orange', 'green', 'samples', '120 data']);
    expect(entries(counts())).toEqual(['p(x)', 'slow', 'fast', 'samples']);
  });

  it('counts what it does not list', () => {
    const many = mixture(
      Array.from({ length: 12 }, (_, i) => ({ label: String(i + 1), weight: 1 / 12, mean: i, sd: 1 })),
    );
    expect(entries(many)).toContain('z = 8');
    expect(entries(many)).toContain('+ 4 more');
  });

  it('speaks of components without colours of their own as of one', () => {
    const base = threeBumps();
    const items = base.components.items.map((item) => ({ ...item, colour: null }));
    const grey: Curve = { ...base, components: { ...base.components, items, total: 1000 } };
    expect(entries(grey)).toContain('3 of 1,000 components');
  });

  it('names the variables of components that have several', () => {
    const base = threeBumps();
    const joint: Curve = { ...base, components: { ...base.components, of: 'z, k' } };
    expect(entries(joint)).toContain('z, k:');
  });

  it('names the snapshot that is compared with', () => {
    const plot = threeBumps();
    expect(entries(plot)).not.toContain('snapshot');
    expect(entries({ ...plot, before: plot.density })).toContain('snapshot');
  });

  it('says what the band and the thin lines are', () => {
    expect(entries(infiniteMixture())).toEqual([
      'p(x)',
      '24 of infinitely many p(x | z)',
      '± 2 standard errors',
      'samples',
    ]);
  });

  it('of a plane has its own', () => {
    expect(entries(twoBlobs('x', 5))).toContain('50, 80, 95 % of the mass');
  });
});
