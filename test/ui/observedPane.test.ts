// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { observedPane } from '../../webview/ui/observedPane';
import { counts, preview, twoBlobs } from '../plots/fixtures';
import { askedOf, draw, sceneOf, textOf } from './scenes';

describe('the observed pane', () => {
  const scene = sceneOf();
  const asked = askedOf(scene.state);

  it('has the formula, the plot with its data, the read-out and the mass', () => {
    const pane = draw(observedPane(preview(), asked, scene));
    expect(textOf(pane.querySelector('h2'))).toBe('Observedp(x) = Σz p(z) p(x | z)');
    const figure = pane.querySelector<HTMLElement>('figure');
    expect(figure?.dataset).toMatchObject({
      role: 'observed',
      kind: 'curve',
      choice: 'x',
      version: '4',
      final: 'true',
    });
    expect(figure?.getAttribute('aria-label')).toContain('3 components by z');
    expect(textOf(pane.querySelector('[data-role=mass]'))).toBe('range [−5, 5.6] holds 99.8 % of the mass');
  });

  it('leads to the statement of the variable', () => {
    const pane = draw(observedPane(preview(), asked, scene));
    pane.querySelector<HTMLElement>('button.pane-kind')?.click();
    expect(scene.actions.reveal).toHaveBeenCalledWith('file:///a.lvm', { start: 30, end: 60 });
  });

  it('keeps the place of the shares only where there can be any', () => {
    expect(draw(observedPane(preview(), asked, scene)).querySelector('.shares')).not.toBeNull();
    const plane = observedPane(preview({ observed: twoBlobs('x', 5) }), asked, sceneOf());
    expect(draw(plane).querySelector('.shares')).toBeNull();
  });

  it('says of values and of areas what they hold', () => {
    const mass = (observed: ReturnType<typeof counts> | ReturnType<typeof twoBlobs>): string =>
      textOf(draw(observedPane(preview({ observed }), asked, sceneOf())).querySelector('[data-role=mass]'));
    expect(mass(counts())).toBe('the values shown hold more than 99.9 % of the mass');
    expect(mass(twoBlobs('x', 5))).toBe('the area shown holds 99.1 % of the mass');
    expect(mass({ ...counts(), massInside: Number.NaN })).toBe('');
  });
});
