// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { panel } from '../../../webview/ui/app/panel';
import { receive } from '../../../webview/ui/request/events';
import { initialState } from '../../../webview/ui/state/state';
import { draw, sceneOf, shownState, staleMessage } from '../scenes';

const roles = (host: HTMLElement): (string | undefined)[] =>
  [...host.querySelectorAll<HTMLElement>('main, figure, .banner, .empty')].map(({ dataset }) => dataset.role);

it('has all panes while all is well', () => {
  const host = draw(panel(sceneOf()));
  expect(roles(host)).toEqual(['panel', 'observed', 'prior', 'graph']);
  expect(host.querySelector('main')?.dataset.state).toBe('ready');
});

it('has one pane less for a model without latent variables', () => {
  expect(roles(draw(panel(sceneOf({ state: shownState({ prior: null }) }))))).toEqual(['panel', 'observed', 'graph']);
});

it('keeps the panes under a bar while the text is broken', () => {
  const host = draw(panel(sceneOf({ state: receive(shownState(), staleMessage).state })));
  expect(roles(host)).toEqual(['panel', 'banner', 'observed', 'prior', 'graph']);
  expect(host.querySelector('main')?.dataset.state).toBe('stale');
});

it('is empty before there is anything to show', () => {
  const host = draw(panel(sceneOf({ state: initialState(null) })));
  expect(roles(host)).toEqual(['panel', 'empty']);
  expect(host.querySelector('main')?.dataset.state).toBe('waiting');
});
