// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { banner, emptyState } from '../../../webview/ui/app/banner';
import { fail, receive, restart } from '../../../webview/ui/request/events';
import { initialState, statusOf } from '../../../webview/ui/state/state';
import { draw, sceneOf, shownState, staleMessage, textOf } from '../scenes';

describe('the bar above a plot', () => {
  it('is not there while all is well', () => {
    expect(textOf(draw(banner(sceneOf())))).toBe('');
  });

  it('names the first error with its line, counts the others and shows them on hover', () => {
    const scene = sceneOf({ state: receive(shownState(), staleMessage).state });
    const bar = draw(banner(scene));
    expect(textOf(bar)).toBe('Out of date: line 6: sgma is not defined. 1 more error');
    expect(bar.querySelector('code')?.textContent).toBe('sgma');
    expect(bar.querySelector('.more')?.getAttribute('title')).toBe('line 9: `w` has no value.');
    bar.querySelector('button')?.click();
    expect(scene.actions.reveal).toHaveBeenCalledWith('file:///a.lvm', { start: 40, end: 44 });
  });

  it('tells of the panel’s own mistakes too', () => {
    const bar = draw(banner(sceneOf({ state: fail(shownState(), 'No.').state })));
    expect(textOf(bar)).toBe('The preview made a mistake: No.');
  });
});

describe('an engine that begins anew', () => {
  it('is told of above the last plot until there is a new one', () => {
    const state = restart(shownState(), 'The computation got stuck and is started anew.').state;
    expect(textOf(draw(banner(sceneOf({ state }))))).toBe(
      'Out of date: The computation got stuck and is started anew.',
    );
    expect(statusOf(state)).toBe('restart');
  });

  it('says nothing over what is wrong with the text', () => {
    const stale = receive(shownState(), staleMessage).state;
    expect(restart(stale, 'Anew.').state).toBe(stale);
  });
});

describe('a panel without a plot', () => {
  const nothing = initialState(null);

  it('is quiet at first and says that it computes only when that takes long', () => {
    expect(textOf(draw(emptyState(sceneOf({ state: nothing }))))).toBe('');
    expect(textOf(draw(emptyState(sceneOf({ state: nothing, busy: true }))))).toBe('Computing…');
  });

  it('shows the first error as a way into the text', () => {
    const scene = sceneOf({ state: receive(nothing, staleMessage).state });
    const page = draw(emptyState(scene));
    expect(textOf(page)).toContain('The densities of a.lvm appear here as soon as the text is a whole model.');
    page.querySelector('button')?.click();
    expect(scene.actions.reveal).toHaveBeenCalledWith('file:///a.lvm', { start: 40, end: 44 });
  });

  it('says that the file is gone', () => {
    const state = receive(nothing, { type: 'gone', reason: 'a.lvm was deleted.' }).state;
    expect(textOf(draw(emptyState(sceneOf({ state }))))).toBe('The file is no longer there a.lvm was deleted.');
  });
});
