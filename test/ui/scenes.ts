import { render } from 'lit';
import { vi } from 'vitest';
import type { Preview } from '../../src/engine/api/preview';
import type { StaleMessage } from '../../src/protocol';
import { SliderRanges } from '../../webview/handles/sliderRange';
import { answer, receive } from '../../webview/ui/request/events';
import { Pictures } from '../../webview/ui/scene/pictures';
import type { Actions, Scene } from '../../webview/ui/scene/scene';
import { Sizes } from '../../webview/ui/scene/sizes';
import { readTheme } from '../../webview/ui/scene/theme';
import { type Asked, initialState, type State } from '../../webview/ui/state/state';
import { model } from '../engine/models';
import { preview } from '../plots/fixtures';
import { structureOf } from './structures';

/** Scenes for the parts of the panel, one by one. All of it needs a document. */

export function shownState(parts: Partial<Preview> = {}): State {
  const asked = receive(initialState(null), {
    type: 'model',
    version: 4,
    uri: 'file:///a.lvm',
    fileName: 'a.lvm',
    title: 'Three bumps',
    structureKey: 'key',
    structure: structureOf({ z: ['category', []], x: ['real', ['z']] }),
    numbers: [],
    numberSpans: [],
    opened: [],
    statementSpans: new Map([
      ['x', [{ start: 30, end: 60 }]],
      ['z', [{ start: 0, end: 20 }]],
    ]),
    views: [],
    data: new Map(),
    weights: new Map(),
    changedAt: 0,
  }).state;
  return answer(asked, preview({ generation: 1, ...parts })).state;
}

export const staleMessage: StaleMessage = {
  type: 'stale',
  version: 5,
  uri: 'file:///a.lvm',
  fileName: 'a.lvm',
  problems: [
    { message: '`sgma` is not defined.', line: 6, span: { start: 40, end: 44 } },
    { message: '`w` has no value.', line: 9, span: { start: 90, end: 91 } },
  ],
  count: 2,
};

export function sceneOf(parts: Partial<Scene> = {}): Scene {
  const actions: Actions = {
    take: vi.fn(),
    post: vi.fn(),
    resample: vi.fn(),
    pin: vi.fn(),
    reveal: vi.fn(),
    choose: vi.fn(),
    point: vi.fn(),
    unpoint: vi.fn(),
    observe: vi.fn(),
    forget: vi.fn(),
    grab: vi.fn(),
    edit: vi.fn(),
    letGo: vi.fn(),
    mark: vi.fn(),
    table: vi.fn(),
  };
  const state = parts.state ?? shownState();
  return {
    state,
    now: () => state,
    probe: null,
    busy: false,
    held: null,
    theme: readTheme(document),
    sizes: new Sizes(() => {}),
    pictures: new Pictures(),
    sliders: new SliderRanges(),
    open: new Set(),
    actions,
    ...parts,
  };
}

/** A scene whose panel shows a text, and has it by now with other numbers where these are given. */
export function sceneOfText(
  text: string,
  wanted?: readonly number[],
  parts: Partial<Scene> = {},
): { scene: Scene; asked: Asked } {
  const plain = shownState();
  const asked = askedOf(plain);
  const { structure, numbers } = model(text);
  const own = { ...asked, model: { ...asked.model, structure, numbers: [...numbers] } };
  const state = { ...plain, model: { ...own.model, numbers: [...(wanted ?? numbers)] } };
  return { scene: sceneOf({ state, ...parts }), asked: own };
}

export function askedOf(state: State): Asked {
  if (state.shown === null) throw new Error('Nothing is shown.');
  return state.shown.asked;
}

/** Draws a template into the page. */
export function draw(template: unknown): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  render(template, host);
  return host;
}

/** @returns the text of an element with single spaces. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
