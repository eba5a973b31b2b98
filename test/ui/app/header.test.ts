// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { header } from '../../../webview/ui/app/header';
import { receive } from '../../../webview/ui/request/events';
import { initialState } from '../../../webview/ui/state/state';
import { drawsMethod } from '../../plots/fixtures';
import { draw, sceneOf, shownState, staleMessage, textOf } from '../scenes';

describe('the header', () => {
  it('has the title, the badges and the buttons', () => {
    const scene = sceneOf();
    const host = draw(header(scene));
    expect(textOf(host.querySelector('h1'))).toBe('Three bumps');
    expect([...host.querySelectorAll('.badge')].map(textOf)).toEqual([
      'exact · sum over 3 states',
      'wasm · 0.08 ms',
      '2,000 samples',
    ]);
    expect(host.querySelector('.method')?.classList.contains('exact')).toBe(true);
    host.querySelector<HTMLElement>('[data-role=resample]')?.click();
    host.querySelector<HTMLElement>('[data-role=pin]')?.click();
    expect(scene.actions.resample).toHaveBeenCalledTimes(1);
    expect(scene.actions.pin).toHaveBeenCalledTimes(1);
  });

  it('marks an approximation as one, with the reason to hand', () => {
    const host = draw(header(sceneOf({ state: shownState({ method: drawsMethod }) })));
    const badge = host.querySelector('.method');
    expect(badge?.classList.contains('approximate')).toBe(true);
    expect(badge?.getAttribute('title')).toBe(drawsMethod.sentence);
  });

  it('of a text that never was whole has the file’s name and no badge', () => {
    const host = draw(header(sceneOf({ state: receive(initialState(null), staleMessage).state })));
    expect(textOf(host.querySelector('h1'))).toBe('a.lvm');
    expect(host.querySelector('.badge')).toBeNull();
    expect(host.querySelector('[data-role=resample]')?.hasAttribute('disabled')).toBe(true);
  });

  it('shows a ring while a long computation runs', () => {
    expect(draw(header(sceneOf({ busy: true }))).querySelector('vscode-progress-ring')).not.toBeNull();
  });
});
