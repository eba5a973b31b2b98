// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Plot } from '../../../webview/plots/words/pointing';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import { priorPane } from '../../../webview/ui/latent/priorPane';
import { bumpPrior, choice, normalPrior, preview, twoBlobs } from '../../plots/fixtures';
import { askedOf, draw, sceneOf, textOf } from '../scenes';

const scene = sceneOf();
const asked = askedOf(scene.state);
const pane = (plot: Plot): HTMLElement => draw(priorPane(preview(), plot, asked, sceneOf()));

describe('the prior pane', () => {
  it('has lying bars for a discrete variable, as high as they need', () => {
    const host = pane(bumpPrior());
    expect(host.querySelectorAll('[data-role=prior-bar]')).toHaveLength(3);
    expect(Number.parseFloat(host.querySelector<HTMLElement>('.stage')?.style.height ?? '')).toBeGreaterThan(80);
    expect(textOf(host.querySelector('h2'))).toBe('Priorp(z)');
  });

  it('has a curve for a continuous one and a heat map for a pair', () => {
    expect(pane(normalPrior()).querySelector('figure [data-role=marginal]')?.getAttribute('d')).toMatch(/^M/);
    expect(pane(twoBlobs('z', 5)).querySelector('figure canvas')).not.toBeNull();
  });

  it('calls a variable with parents latent, for it has no prior of its own', () => {
    const child = { ...bumpPrior(), choice: { ...choice('x'), variable: 'x' } };
    expect(textOf(pane(child).querySelector('h2'))).toBe('Latentp(x)');
  });

  it('marks where the bars ended in the snapshot of the same variable', () => {
    const { state } = takeSnapshot(scene.state);
    const compared = draw(priorPane(preview(), bumpPrior(), asked, sceneOf({ state })));
    expect(compared.querySelectorAll('[data-role=before]')).toHaveLength(3);
    expect(textOf(compared.querySelector('h2'))).toBe('Priorp(z)');
    const other = { ...bumpPrior(), choice: choice('k') };
    expect(draw(priorPane(preview(), other, asked, sceneOf({ state }))).querySelector('[data-role=before]')).toBe(null);
  });

  it('describes itself and has a table', () => {
    const host = pane(bumpPrior());
    expect(host.querySelector('figure')?.getAttribute('aria-label')).toContain(
      'the most probable is orange with 0.500',
    );
    expect(textOf(host.querySelector('summary'))).toBe('Show as table');
  });
});
