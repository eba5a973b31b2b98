// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { panel } from '../../../webview/ui/app/panel';
import { edit } from '../../../webview/ui/request/events';
import { isOutdated } from '../../../webview/ui/state/outdated';
import { initialState, type State } from '../../../webview/ui/state/state';
import { draw, sceneOf, shownState } from '../scenes';

const shown = shownState();
const model = shown.model as NonNullable<State['model']>;
const restructured: State = { ...shown, model: { ...model, structureKey: 'another' } };

it('a picture is outdated while the text has another structure, or is another file', () => {
  expect(isOutdated(shown)).toBe(false);
  expect(isOutdated({ ...shown, model: { ...model, version: 9, numbers: [1] } })).toBe(false);
  expect(isOutdated(restructured)).toBe(true);
  expect(isOutdated({ ...shown, model: { ...model, uri: 'file:///b.lvm' } })).toBe(true);
  expect(isOutdated(initialState(null))).toBe(false);
});

it('its numbers are none of the text, so that nothing is written', () => {
  const changes = [{ slot: 0, value: 2 }];
  expect(edit(shown, 1, changes).edit).not.toBeNull();
  expect(edit(restructured, 1, changes)).toMatchObject({ edit: null, request: null });
});

it('the panel says so to its style sheet', () => {
  const outdated = (state: State) =>
    draw(panel(sceneOf({ state }))).querySelector<HTMLElement>('[data-role=panel]')?.dataset.outdated;
  expect([outdated(shown), outdated(restructured)]).toEqual(['false', 'true']);
});
