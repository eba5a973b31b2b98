// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { exportSheet, type Subject } from '../../../webview/ui/export/exportSheet';
import { priorPane } from '../../../webview/ui/latent/priorPane';
import { preview } from '../../plots/fixtures';
import { panelStyles } from '../panelStyles';
import { askedOf, draw, sceneOf, shownState } from '../scenes';

const styles = panelStyles();

function sheet(subject: Subject, paper: 'light' | 'dark' = 'light', parts = {}): Document {
  const state = shownState(parts);
  const svg = exportSheet(subject, paper, state.shown!.preview, askedOf(state), sceneOf({ state }), styles);
  const parsed = new DOMParser().parseFromString((svg ?? '').replace(/^<\?xml.*\?>\n/, ''), 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

describe('a picture of the panel', () => {
  it('has the curve with its components, its formula, its method, its range and its file', () => {
    const picture = sheet('observed');
    expect(picture.querySelector('[data-role=marginal]')?.getAttribute('stroke')).toBe('#d0312d');
    expect(picture.querySelectorAll('[data-role=component]').length).toBe(3);
    const said = [...picture.querySelectorAll('text')].map((text) => text.textContent).join('\n');
    expect(said).toContain('Three bumps');
    expect(said).toContain('p(x) = Σz p(z) p(x | z)');
    expect(said).toMatch(/exact · sum over 3 states · range .* 99\.8 % .*a\.lvm/s);
    expect(said).toContain('samples');
    expect(picture.querySelector('desc')?.textContent).toMatch(/^Density of x from/);
  });

  it('is as dark as it is wanted, without grips, crosshair or anything of the page', () => {
    const dark = sheet('observed', 'dark');
    expect(dark.querySelector('rect')?.getAttribute('fill')).toBe('#1f1f1f');
    expect(dark.documentElement.outerHTML).not.toMatch(/class=| style=|var\(|<button|crosshair|aria-hidden/);
  });

  it('of the prior has a bar for each value in its colour', () => {
    const bars = [...sheet('latent', 'dark').querySelectorAll('[data-role=prior-bar]')];
    expect(bars.map((bar) => bar.getAttribute('fill'))).toEqual(['#56b4e9', '#e69f00', '#2db88a']);
  });

  it('of the graph has its nodes and names', () => {
    const graph = sheet('graph');
    expect([...graph.querySelectorAll('[data-role=graph-node]')].map((node) => node.getAttribute('data-name'))).toEqual(
      ['z', 'x'],
    );
    const [latent, observed] = [...graph.querySelectorAll('[data-role=graph-node]')];
    expect(observed?.getAttribute('fill')).not.toBe(latent?.getAttribute('fill'));
  });

  it('is none where the model has no such picture', () => {
    const state = shownState({ prior: null });
    expect(
      exportSheet('latent', 'dark', preview({ prior: null }), askedOf(state), sceneOf({ state }), styles),
    ).toBeNull();
  });

  it('leaves the page as it was, with the panes that it was drawn from', () => {
    const state = shownState();
    const scene = sceneOf({ state });
    const host = draw(priorPane(state.shown!.preview, state.shown!.preview.prior!, askedOf(state), scene));
    const [before, elements] = [host.innerHTML, document.body.children.length];
    sheet('latent');
    expect(host.innerHTML).toBe(before);
    expect(document.body.children.length).toBe(elements);
  });
});
