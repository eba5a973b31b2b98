// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ValueType } from '../../../src/model/type';
import { receive } from '../../../webview/ui/request/events';
import { zoomBy } from '../../../webview/ui/request/zoom';
import { zoomOf } from '../../../webview/ui/request/zoomed';
import type { State } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const near = zoomBy(shownState(), 0.5).state;

/** The text is another: its model has these variables. */
function edited(parts: Record<string, readonly [ValueType['kind'], readonly string[]]>, from: State = near) {
  return receive(from, { ...from.model!, version: 5, structureKey: 'other', structure: structureOf(parts) });
}

describe('a zoom', () => {
  it('is there while its variable is, whatever else the text says', () => {
    const { state, request } = edited({ k: ['real', []], x: ['real', ['k']] });
    expect(request!.query.zoom).toEqual(near.zoom);
    expect(zoomOf(state)).toEqual(near.zoom);
  });

  it('is not asked for of another variable, nor of one whose values are of another type', () => {
    for (const { state, request } of [
      edited({ z: ['category', []], w: ['real', ['z']] }),
      edited({ z: ['category', []], w: ['real', ['z']], x: ['real', ['z']] }),
      edited({ z: ['category', []], x: ['category', ['z']] }),
      edited({ z: ['category', []], x: ['integer', ['z']] }),
    ]) {
      expect(request!.query.zoom).toBeNull();
      expect(zoomOf(state)).toBeNull();
    }
  });

  it('comes back with its variable', () => {
    const gone = edited({ w: ['real', []] }).state;
    expect(edited({ x: ['real', []] }, gone).request!.query.zoom).toEqual(near.zoom);
  });

  it('of an older version of the panel, which did not say of what it was, is taken as it is', () => {
    expect(zoomOf({ ...near, zoomed: null })).toEqual(near.zoom);
  });
});
