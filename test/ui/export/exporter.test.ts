// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FanPicture, RowsPicture } from '../../../src/engine/api/aside';
import { exportGraph, exportPicture, exportValues, finishRows, paperOf } from '../../../webview/ui/export/exporter';
import { exportRows } from '../../../webview/ui/export/exporting';
import { answer } from '../../../webview/ui/request/events';
import type { Step } from '../../../webview/ui/request/step';
import type { Scene } from '../../../webview/ui/scene/scene';
import type { State } from '../../../webview/ui/state/state';
import { bumpPrior, choice, preview, sumMethod } from '../../plots/fixtures';
import { fanScene } from '../fanScenes';
import { panelStyles } from '../panelStyles';
import { sceneOf, shownState } from '../scenes';

/** A scene whose transitions are carried out, and what it has sent to the host. */
function live(start: State): { scene: Scene; now: () => State; sent: () => Record<string, unknown>[] } {
  let state = start;
  const base = sceneOf({ state });
  const post = vi.fn();
  const take = (change: (state: State) => Step): void => {
    state = change(state).state;
  };
  const scene = { ...base, actions: { ...base.actions, post, take } };
  return { scene, now: () => state, sent: () => post.mock.calls.map(([message]) => message) };
}

beforeEach(() => {
  document.head.innerHTML = '';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an export', () => {
  it('of the values is what is plotted, named after the model and the variable', () => {
    const { scene, sent } = live(shownState());
    exportValues('observed', 'file', scene);
    expect(sent()[0]).toMatchObject({ type: 'export', name: 'a-x.csv', to: 'file' });
    expect(sent()[0]?.content).toMatch(/^x,density,log_density,standard_error,z = blue/);
  });

  it('of a latent variable that is observed about is its posterior, the prior beside it', () => {
    const posterior = {
      kind: 'posterior',
      density: Float64Array.of(0, 1, 0),
      standardError: null,
      method: sumMethod,
    } as const;
    const { scene, sent } = live(shownState({ prior: bumpPrior(), posterior }));
    exportValues('latent', 'clipboard', scene);
    expect(sent()[0]).toMatchObject({ name: 'a-z-posterior.csv', to: 'clipboard' });
    expect(String(sent()[0]?.content).split('\r\n')[2]).toBe('2,orange,1,,,0.5');
  });

  it('of a chain over time, while that is looked at, is all of its elements', () => {
    const shares = [Float64Array.of(0.2, 0.3, 0.4), Float64Array.of(0.8, 0.7, 0.6)];
    const fan: FanPicture = {
      kind: 'fan',
      variable: 'weather',
      coordinate: null,
      indices: [1, 2, 3],
      total: 3,
      settled: 3,
      badge: 'exact',
      sentence: 'Known.',
      content: { kind: 'shares', values: [1, 2], labels: ['sunny', 'rainy'], shares },
    };
    const { scene, sent } = live(fanScene(fan).state);
    exportValues('observed', 'file', scene);
    expect(sent()[0]).toMatchObject({ name: 'a-weather-over-time.csv' });
    expect(sent()[0]?.content).toBe('index,sunny,rainy\r\n1,0.2,0.8\r\n2,0.3,0.7\r\n3,0.4,0.6\r\n');
  });

  it('of the graph is a text for the program that is named', () => {
    const { scene, sent } = live(shownState());
    exportGraph('dot', 'file', scene);
    exportGraph('mmd', 'clipboard', scene);
    expect(sent().map(({ name, to }) => [name, to])).toEqual([
      ['a-graph.dot', 'file'],
      ['a-graph.mmd', 'clipboard'],
    ]);
    expect(sent()[0]?.content).toContain('digraph "Three bumps"');
    expect(sent()[1]?.content).toContain('flowchart TB');
  });

  it('of a picture is drawn in the style sheet of the page', async () => {
    const address = `data:text/css,${encodeURIComponent(`${panelStyles()}/* panel.css */`)}`;
    document.head.innerHTML = `<link rel="stylesheet" href="${address}">`;
    const { scene, sent } = live(shownState());
    await exportPicture('latent', 'svg', 'file', scene);
    expect(sent()[0]).toMatchObject({ name: 'a-z-prior.svg', to: 'file' });
    expect(sent()[0]?.content).toContain('fill="#56b4e9"');
  });

  it('that cannot be says why, and what to do instead', async () => {
    document.head.innerHTML = `<link rel="stylesheet" href="data:text/css,/*panel.css*/">`;
    const { scene, now, sent } = live(shownState({ prior: null }));
    await exportPicture('latent', 'svg', 'file', scene);
    expect(sent()).toEqual([]);
    expect(now().exporting.said).toMatch(/choose another view, or export the data/);
  });
});

describe('an image for the clipboard', () => {
  it('is told to be saved instead where the browser takes none', async () => {
    vi.stubGlobal('ClipboardItem', undefined);
    const { scene, now, sent } = live(shownState());
    await exportPicture('observed', 'png', 'clipboard', scene);
    expect(now().exporting.said).toBe('This browser cannot copy pictures. Save the picture as a PNG file instead.');
    expect(sent()).toEqual([]);
  });

  it('leaves what was said of it for a while only', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('ClipboardItem', undefined);
    const { scene, now } = live(shownState());
    await exportPicture('observed', 'png', 'clipboard', scene);
    expect(now().exporting.said).not.toBe('');
    vi.advanceTimersByTime(10_000);
    expect(now().exporting.said).toBe('');
  });
});

describe('samples', () => {
  const rows: RowsPicture = {
    kind: 'rows',
    count: 2000,
    seed: 0,
    columns: [{ choice: choice('x'), role: 'observed', values: Float64Array.of(1.5), labels: null }],
    laws: null,
    ancestors: [],
    parents: [],
  };

  it('are sent once they are there, and once only', () => {
    const wanted = exportRows(shownState(), 'file').state;
    const early = live(answer(wanted, preview({ generation: wanted.generation, asides: [null], final: false })).state);
    finishRows(early.scene);
    expect(early.sent()).toEqual([]);
    expect(early.now().exporting.rows).toBe('file');
    const { scene, now, sent } = live(answer(wanted, preview({ generation: wanted.generation, asides: [rows] })).state);
    finishRows(scene);
    expect(sent()).toEqual([{ type: 'export', name: 'a-samples.csv', to: 'file', content: 'x\r\n1.5\r\n' }]);
    expect(now().exporting.rows).toBeNull();
    const later = live(now());
    finishRows(later.scene);
    expect(later.sent()).toEqual([]);
  });

  it('that cannot be drawn leave the reason', () => {
    const wanted = exportRows(shownState(), 'file').state;
    const none = { kind: 'none', reason: 'sigma is below 0.' } as const;
    const { scene, now } = live(answer(wanted, preview({ generation: wanted.generation, asides: [none] })).state);
    finishRows(scene);
    expect(now().exporting.said).toBe('No samples can be exported. sigma is below 0.');
    const refused = answer(wanted, {
      kind: 'refusal',
      generation: wanted.generation,
      reason: 'It is too large.',
    }).state;
    const other = live(refused);
    finishRows(other.scene);
    expect(other.now().exporting).toMatchObject({ rows: null, said: 'No samples can be exported. It is too large.' });
  });
});

it('pictures are for a page like the panel’s until another is chosen', () => {
  const state = shownState();
  const scene = sceneOf({ state });
  expect(paperOf({ ...scene, theme: { ...scene.theme, kind: 'high-contrast-light' } })).toBe('light');
  expect(paperOf({ ...scene, theme: { ...scene.theme, kind: 'high-contrast' } })).toBe('dark');
  const chosen = { ...state, exporting: { ...state.exporting, paper: 'light' as const } };
  expect(paperOf({ ...scene, state: chosen, theme: { ...scene.theme, kind: 'dark' } })).toBe('light');
});
