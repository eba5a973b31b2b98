// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { withCaret } from '../../../webview/ui/state/selecting';
import type { State } from '../../../webview/ui/state/state';
import { caretBar, selectionIn } from '../../../webview/ui/widgets/atCaret';
import { final } from '../../engine/ask';
import { ask } from '../../engine/models';
import { askedOf, draw, sceneOf, shownState, staleMessage } from '../scenes';

const shown = shownState();
const asked = askedOf(shown);
const there = withCaret(shown, { uri: 'file:///a.lvm', version: 4, start: 5, end: 5 });
const inside = (state: State, parts: Partial<Parameters<typeof sceneOf>[0]> = {}) =>
  selectionIn(asked, sceneOf({ state, ...parts }))?.statement ?? null;

describe('what the caret is in', () => {
  it('is the statement around it', () => {
    expect(inside(there)).toBe('z');
    expect(inside(shown)).toBeNull();
  });

  it('is nothing while a grip is held', () => {
    expect(inside(there, { held: { id: 'grip', invert: (px) => px, offset: 0 } })).toBeNull();
  });

  it('is nothing while the text has errors', () => {
    expect(inside({ ...there, problem: { kind: 'stale', message: staleMessage } })).toBeNull();
  });

  it('is nothing in another file', () => {
    expect(inside(withCaret(shown, { uri: 'file:///b.lvm', version: 4, start: 5, end: 5 }))).toBeNull();
    expect(inside({ ...there, caret: { uri: 'file:///b.lvm', version: 4, start: 5, end: 5 } })).toBeNull();
  });
});

it('the bar of the value at the caret is marked', () => {
  const { prior } = final(ask('latent z ~ Bernoulli(0.3)\nobserved x | z ~ Normal(0, 1)', { points: 33, samples: 50 }));
  if (prior?.kind !== 'bars') throw new Error('The prior is not drawn as bars.');
  const layout = layoutShelf(prior, { width: 300, height: 120 }, { fontSize: 13, compact: true });
  const marks = (state: number | null) =>
    [...draw(caretBar({ component: null, state }, prior, layout)).querySelectorAll<HTMLElement>('.caret-row')].map(
      ({ dataset }) => dataset.label,
    );
  expect(marks(1)).toEqual(['true']);
  expect(marks(null)).toEqual([]);
});
