// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/engine/api/preview';
import { observedPane } from '../../../webview/ui/panes/observedPane';
import type { State } from '../../../webview/ui/state/state';
import { risingFan } from '../../plots/fans';
import { preview } from '../../plots/fixtures';
import { fanScene } from '../fanScenes';
import { askedOf, draw, sceneOf, textOf } from '../scenes';
import { structureOf } from '../structures';

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

  it('has what is observed, and the form for it, where there is no pane of latent variables', () => {
    const { observedChoices } = preview();
    const shown = (prior: Preview['prior'], range?: [number, number]) => {
      const structure = structureOf({ x: range === undefined ? ['real', []] : ['real', [], range] });
      const evidence = [{ variable: 'x', index: null, values: [0.5] }];
      const given = { ...asked, model: { ...asked.model, structure }, query: { ...asked.query, evidence } };
      const entry = { element: 'x', text: '', mistake: '' };
      const paint = (state: State) =>
        draw(observedPane(preview({ prior, observedChoices }), given, sceneOf({ state })));
      const roles = ['evidence', 'observe-value', 'evidence-form'];
      const [closed, open] = [scene.state, { ...scene.state, entry }].map(paint);
      return roles.map((role) => [closed, open].some((pane) => pane?.querySelector(`[data-role=${role}]`) !== null));
    };
    expect(shown(preview().prior)).toEqual([false, false, false]);
    expect(shown(null)).toEqual([true, false, true]);
    expect(shown(null, [1, 5])).toEqual([true, true, true]);
  });

  it('says what is observed once over time', () => {
    const fan = fanScene(risingFan(), {}, [{ variable: 'z', index: 2, values: [1] }]);
    const pane = draw(observedPane(preview({ prior: null }), askedOf(fan.state), fan));
    expect(pane.querySelectorAll('[data-role=evidence]')).toHaveLength(1);
    expect(pane.querySelector('[data-role=observe-value]')).not.toBeNull();
  });

  it('leads to the statement of the variable', () => {
    const pane = draw(observedPane(preview(), asked, scene));
    pane.querySelector<HTMLElement>('button.pane-kind')?.click();
    expect(scene.actions.reveal).toHaveBeenCalledWith('file:///a.lvm', { start: 30, end: 60 });
  });
});
