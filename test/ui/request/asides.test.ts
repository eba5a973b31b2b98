// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { asideOf, asidesOf } from '../../../webview/ui/request/asides';
import { risingFan } from '../../plots/fans';
import { preview } from '../../plots/fixtures';
import { fanScene } from '../fanScenes';

it('what a view needs is asked for while it is open, and no longer', () => {
  const { state } = fanScene(risingFan());
  const kinds = (view: typeof state.view) => asidesOf({ ...state, view }, state.model!).map(({ kind }) => kind);
  expect(kinds('fan')).toContain('fan');
  expect(kinds('density')).not.toContain('fan');
});

it('an answer is found by the kind of its question', () => {
  const fan = risingFan();
  const { asked } = fanScene(fan).state.shown!;
  expect(asideOf('fan', preview({ asides: [fan] }), asked)).toBe(fan);
  expect(asideOf('fan', preview({ asides: [null] }), asked)).toBe(null);
  expect(asideOf('corner', preview({ asides: [fan] }), asked)).toBe(null);
});
