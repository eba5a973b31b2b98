// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { observedPane } from '../../webview/ui/observedPane';
import { preview } from '../plots/fixtures';
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
    expect(textOf(pane.querySelector('[data-role=mass]'))).toBe(
      'range [−5, 5.6] holds 99.8 % of the mass; 0.2 % lies outside',
    );
  });

  it('leads to the statement of the variable', () => {
    const pane = draw(observedPane(preview(), asked, scene));
    pane.querySelector<HTMLElement>('button.pane-kind')?.click();
    expect(scene.actions.reveal).toHaveBeenCalledWith('file:///a.lvm', { start: 30, end: 60 });
  });
});
