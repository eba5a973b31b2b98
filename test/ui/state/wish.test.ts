// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { offered, wish } from '../../../webview/ui/state/wish';
import { choice } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

it('says what a preview offers for each pane', () => {
  const preview = shownState().shown?.preview;
  if (preview === undefined) throw new Error('Nothing is shown.');
  expect(offered(preview, 'observed')).toBe(preview.observedChoices);
  expect(offered(preview, 'latent')).toBe(preview.latentChoices);
});

it('what the reader chose is wished for while the model has its variable', () => {
  const state = { ...shownState({ observedChoices: [choice('x'), choice('y')] }), observed: 'y' };
  const both = structureOf({ z: ['category', []], x: ['real', ['z']], y: ['real', ['z']] });
  expect(wish(state, 'observed', both)).toEqual(choice('y'));
  expect(wish(state, 'observed', structureOf({ x: ['real', []] }))).toBeNull();
  expect(wish({ ...state, observed: null }, 'observed', both)).toBeNull();
});
