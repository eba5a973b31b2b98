// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bars } from '../../../src/engine/api/preview';
import type { PanelState, SentModelMessage, WebviewMessage } from '../../../src/protocol';
import { Controller } from '../../../webview/ui/app/controller';
import type { WholeRequest } from '../../../webview/ui/request/engineLink';
import { choice, counts, infiniteMixture, preview, twoBlobs } from '../../plots/fixtures';
import { structureOf } from '../structures';

const structure = structureOf({ z: ['category', []], x: ['real', ['z']] });

function model(version: number, parts: Partial<SentModelMessage> = {}): SentModelMessage {
  return {
    type: 'model',
    version,
    uri: 'file:///a.lvm',
    fileName: 'a.lvm',
    title: 'Three bumps',
    structureKey: 'key',
    structure,
    numbers: [],
    numberSpans: [],
    opened: [],
    statementSpans: [],
    views: [],
    data: [],
    weights: [],
    changedAt: 0,
    ...parts,
  };
}

const stale = {
  type: 'stale',
  version: 9,
  uri: 'file:///a.lvm',
  fileName: 'a.lvm',
  problems: [
    { message: 'sgma is not defined.', line: 6, span: { start: 40, end: 44 } },
    { message: 'w has no value.', line: 9, span: { start: 90, end: 91 } },
  ],
  count: 3,
} as const;

/** The host and the engine as the panel meets them: they write down what they are told. */
class Bench {
  readonly posted: WebviewMessage[] = [];
  readonly kept: PanelState[] = [];
  readonly requests: WholeRequest[] = [];
  readonly root = document.createElement('div');
  readonly panel: Controller;

  constructor(kept: PanelState | null = null) {
    document.body.replaceChildren(this.root);
    this.panel = new Controller(
      { post: (message) => this.posted.push(message), kept, keep: (state) => this.kept.push(state) },
      { request: (request) => this.requests.push(request) },
      this.root,
    );
  }

  /** Sends a model and answers it. */
  show(version = 1, parts: Parameters<typeof preview>[0] = {}, message: Partial<SentModelMessage> = {}): void {
    this.panel.received(model(version, message));
    this.panel.answered(preview({ generation: this.requests.at(-1)?.generation ?? 0, ...parts }));
    this.panel.paint();
  }

  find(role: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-role=${role}]`);
  }

  text(role: string): string {
    return (this.find(role)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get state(): string {
    return this.find('panel')?.dataset.state ?? '';
  }

  logs(): string[] {
    return this.posted.flatMap((message) => (message.type === 'log' ? [message.message] : []));
  }
}

beforeEach(() => {
  document.body.className = 'vscode-dark';
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a plot', () => {
  it('shows the curve, its components, the prior and how they were computed', () => {
    const bench = new Bench();
    bench.show(7);
    expect(bench.state).toBe('ready');
    const figure = bench.find('observed');
    expect(figure?.dataset).toMatchObject({ kind: 'curve', choice: 'x', version: '7', final: 'true' });
    expect(Number(figure?.dataset.peakX)).toBeCloseTo(-1.98, 1);
    expect(Number(figure?.dataset.peakDensity)).toBeCloseTo(0.248, 2);
    expect(bench.find('marginal')?.getAttribute('d')).toMatch(/^M[\d.]+,[\d.]+L/);
    const labels = [...bench.root.querySelectorAll<HTMLElement>('[data-role=observed] [data-role=component]')];
    expect(labels.map((path) => path.dataset.label)).toEqual(['blue', 'orange', 'green']);
    expect(bench.root.querySelectorAll('[data-role=prior-bar]')).toHaveLength(3);
    expect(bench.text('method')).toBe('exact · sum over 3 states');
    expect(bench.text('backend')).toBe('wasm · 0.08 ms');
    expect(bench.text('sample-count')).toBe('2,000 samples');
    expect(bench.text('mass')).toBe('range [−5, 5.6] holds 99.8 % of the mass; 0.2 % lies outside');
    expect(bench.root.querySelector('h1')?.textContent).toBe('Three bumps');
    expect(bench.root.querySelector('#observed-title')?.textContent).toContain('p(x) = Σz p(z) p(x | z)');
  });

  it('keeps its elements when only numbers change', () => {
    const bench = new Bench();
    bench.show(1);
    const before = bench.find('marginal');
    const d = before?.getAttribute('d');
    bench.show(2, { observed: infiniteMixture() });
    expect(bench.find('marginal')).toBe(before);
    expect(before?.getAttribute('d')).not.toBe(d);
  });

  it.each([
    ['curve', infiniteMixture()],
    ['bars', counts()],
    ['plane', twoBlobs('x', 12)],
  ] as const)('of the kind %s has a text alternative and a table', (kind, observed) => {
    const bench = new Bench();
    bench.show(1, { observed });
    const figure = bench.find('observed');
    expect(figure?.dataset.kind).toBe(kind);
    expect(figure?.getAttribute('aria-label')?.length).toBeGreaterThan(40);
    const table = bench.find('observed-table') as HTMLDetailsElement;
    expect(table.querySelector('table')).toBeNull();
    table.open = true;
    table.dispatchEvent(new Event('toggle'));
    bench.panel.paint();
    expect(table.querySelectorAll('tbody tr').length).toBeGreaterThan(5);
  });

  it('has no prior pane where the model has no latent variable', () => {
    const bench = new Bench();
    bench.show(1, { prior: null });
    expect(bench.find('prior')).toBeNull();
  });

  it('lists what the reader should know', () => {
    const bench = new Bench();
    bench.show(1, { notices: ['The component 3 has weight 0.'] });
    expect(bench.text('notices')).toBe('The component 3 has weight 0.');
  });
});

describe('the read-out', () => {
  it('stands at the peak until a key moves it, and is spoken then', () => {
    const bench = new Bench();
    bench.show();
    expect(bench.text('read-out')).toContain('highest at');
    const pointer = bench.find('pointer');
    expect(pointer?.getAttribute('role')).toBe('slider');
    pointer?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    bench.panel.paint();
    expect(bench.text('read-out')).toContain('x = 5.60');
    expect(bench.find('read-out')?.querySelector('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
    expect(bench.find('crosshair')).not.toBeNull();
    pointer?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    bench.panel.paint();
    expect(bench.find('crosshair')).toBeNull();
  });

  it('shows the share of every component as a bar that adds up to one', () => {
    const bench = new Bench();
    bench.show();
    const shares = [...bench.root.querySelectorAll<HTMLElement>('[data-role=share]')];
    expect(shares.map(({ dataset }) => dataset.label)).toEqual(['blue', 'orange', 'green']);
    expect(shares.reduce((sum, { dataset }) => sum + Number(dataset.share), 0)).toBeCloseTo(1, 3);
  });

  it('stays where it is while the model changes', () => {
    const bench = new Bench();
    bench.show();
    bench.find('pointer')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    bench.show(2);
    expect(bench.text('read-out')).toContain('x = −5.00');
  });
});

describe('a broken text', () => {
  it('leaves the plot, marks it and says why in one bar', () => {
    const bench = new Bench();
    bench.show();
    bench.panel.received(stale);
    bench.panel.paint();
    expect(bench.state).toBe('stale');
    expect(bench.find('observed')).not.toBeNull();
    expect(bench.text('banner')).toBe('Out of date: line 6: sgma is not defined. 2 more errors');
    bench.find('banner')?.querySelector('button')?.click();
    expect(bench.posted).toContainEqual({ type: 'reveal', uri: 'file:///a.lvm', span: { start: 40, end: 44 } });
  });

  it('without a plot is a friendly empty panel with the first error', () => {
    const bench = new Bench();
    bench.panel.received(stale);
    bench.panel.paint();
    expect(bench.find('observed')).toBeNull();
    expect(bench.text('empty')).toContain('line 6 sgma is not defined.');
    expect(bench.text('empty')).toContain('2 more errors');
    expect(bench.root.querySelector('h1')?.textContent).toBe('a.lvm');
  });
});

describe('what cannot be drawn', () => {
  it('is refused with the engine’s reason above the last plot', () => {
    const bench = new Bench();
    bench.show();
    bench.panel.received(model(2));
    bench.panel.answered({ kind: 'refusal', generation: 2, reason: 'There are 10⁹ states.' });
    bench.panel.paint();
    expect(bench.state).toBe('refusal');
    expect(bench.text('banner')).toBe('Not drawn: There are 10⁹ states.');
  });

  it('is refused in place of a plot where there is none', () => {
    const bench = new Bench();
    bench.panel.received(model(1));
    bench.panel.answered({ kind: 'refusal', generation: 1, reason: 'There are 10⁹ states.' });
    bench.panel.paint();
    expect(bench.text('empty')).toBe('This model cannot be drawn There are 10⁹ states.');
  });

  it('because the document is gone is said', () => {
    const bench = new Bench();
    bench.show();
    bench.panel.received({ type: 'gone', reason: 'a.lvm was deleted.' });
    bench.panel.paint();
    expect(bench.state).toBe('gone');
    expect(bench.text('banner')).toContain('a.lvm was deleted.');
  });
});

describe('the buttons', () => {
  it('resample with the next seed', () => {
    const bench = new Bench();
    bench.show();
    bench.find('resample')?.click();
    expect(bench.requests.map(({ query }) => query.seed)).toEqual([0, 1]);
  });

  it('pin, tell the host and are kept', () => {
    const bench = new Bench();
    bench.show();
    bench.find('pin')?.click();
    bench.panel.paint();
    expect(bench.posted).toContainEqual({ type: 'pin', pinned: true });
    expect(bench.find('pin')?.getAttribute('aria-pressed')).toBe('true');
    expect(bench.kept.at(-1)).toMatchObject({ pinned: true, uri: 'file:///a.lvm' });
  });
});

describe('the choosers', () => {
  const observedChoices = [choice('x'), choice('y')];
  const wide = structureOf({ z: ['category', []], x: ['real', ['z']], y: ['real', ['z']] });

  it('are there only where there is a choice', () => {
    const bench = new Bench();
    bench.show();
    expect(bench.find('observed-chooser')).toBeNull();
    bench.show(2, { observedChoices }, { structure: wide });
    expect(bench.find('observed-chooser')?.querySelectorAll('vscode-option')).toHaveLength(2);
    expect(bench.find('latent-chooser')).toBeNull();
  });

  it('ask for what was chosen and keep it', () => {
    const bench = new Bench();
    bench.show(1, { observedChoices }, { structure: wide });
    const chooser = bench.find('observed-chooser') as (HTMLElement & { value: string }) | null;
    if (chooser === null) throw new Error('no chooser');
    chooser.value = 'y';
    chooser.dispatchEvent(new Event('change'));
    bench.panel.paint();
    expect(bench.requests.at(-1)?.query.observed).toEqual(observedChoices[1]);
    expect(bench.kept.at(-1)?.observed).toBe('y');
  });
});

describe('mistakes', () => {
  it('of the host are logged and dropped', () => {
    const bench = new Bench();
    bench.panel.received({ type: 'model', version: 'one' });
    bench.panel.received(undefined);
    expect(bench.logs()).toHaveLength(2);
    expect(bench.logs()[0]).toMatch(/^A message of the host was dropped\./);
    expect(bench.requests).toEqual([]);
  });

  it('in drawing close the menu that goes with the plot, for it would open over the next one', () => {
    const bench = new Bench();
    bench.show();
    bench.find('export')?.click();
    expect(bench.panel.state.exporting.open).toBe(true);
    bench.show(2, { observed: { ...counts(), labels: null } as unknown as Bars });
    expect(bench.panel.state.exporting.open).toBe(false);
  });

  it('in drawing are logged and shown instead of thrown, and over with the next plot', () => {
    const bench = new Bench();
    const broken = { ...counts(), labels: null } as unknown as Bars;
    bench.show(1, { observed: broken });
    expect(bench.state).toBe('failure');
    expect(bench.text('empty')).toContain('The preview made a mistake');
    expect(bench.logs()).toHaveLength(1);
    bench.show(2);
    expect(bench.state).toBe('ready');
    expect(bench.find('marginal')).not.toBeNull();
  });

  it('that leave out what the panel never had make it ask for all', () => {
    const bench = new Bench();
    bench.panel.received(model(1, { structure: null }));
    expect(bench.posted).toContainEqual({ type: 'ready' });
  });
});

describe('a long computation', () => {
  it('shows a ring after a while and takes it away with the answer', () => {
    vi.useFakeTimers();
    const bench = new Bench();
    bench.panel.received(model(1));
    vi.advanceTimersByTime(140);
    bench.panel.paint();
    expect(bench.root.querySelector('vscode-progress-ring')).toBeNull();
    vi.advanceTimersByTime(20);
    bench.panel.paint();
    expect(bench.root.querySelector('vscode-progress-ring')).not.toBeNull();
    bench.panel.answered(preview({ generation: 1, final: false }));
    bench.panel.paint();
    expect(bench.root.querySelector('vscode-progress-ring')).toBeNull();
  });
});

it('tells the host of every paint that shows something new, once', async () => {
  const bench = new Bench();
  bench.show(3);
  bench.panel.paint();
  await expect.poll(() => bench.posted.some(({ type }) => type === 'painted')).toBe(true);
  const reports = bench.posted.flatMap((message) => (message.type === 'painted' ? [message.report] : []));
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({
    version: 3,
    stale: false,
    final: true,
    observed: 'x',
    kind: 'curve',
    components: 3,
  });
});

it('asks for no frame for a model that is not computed yet, and for one with the answer', () => {
  const bench = new Bench();
  bench.show(1);
  const frames = vi.spyOn(window, 'requestAnimationFrame');
  bench.panel.received(model(2));
  expect(bench.requests).toHaveLength(2);
  expect(frames).not.toHaveBeenCalled();
  bench.panel.answered(preview({ generation: bench.requests.at(-1)?.generation ?? 0 }));
  expect(frames).toHaveBeenCalledTimes(1);
  frames.mockRestore();
});

/** A text in which nothing has changed that the engine is asked about, as the host tells of it. */
const same = { structure: null, data: null, weights: null };

it('shows a text of the same numbers without asking the engine, and tells the host', async () => {
  const bench = new Bench();
  bench.show(1);
  bench.panel.received(model(2, same));
  expect(bench.requests).toHaveLength(1);
  const version = () => bench.find('observed')?.dataset.version;
  expect(version()).toBe('1');
  await expect.poll(version).toBe('2');
  const reports = () => bench.posted.flatMap((one) => (one.type === 'painted' ? [one.report.version] : []));
  await expect.poll(reports).toEqual([1, 2]);
});

it('tells the host when what was wrong is over, though the picture is the same', async () => {
  const bench = new Bench();
  bench.show(1);
  bench.panel.received({ type: 'gone', reason: 'Deleted.' });
  bench.panel.paint();
  const refusals = () => bench.posted.flatMap((one) => (one.type === 'painted' ? [one.report.refusal] : []));
  await expect.poll(() => refusals().at(-1)).toBe('Deleted.');
  bench.panel.received(model(1, same));
  expect(bench.requests).toHaveLength(1);
  await expect.poll(() => refusals().at(-1)).toBeNull();
});

it('exports samples again that it has, and asks for those that it has not', () => {
  const bench = new Bench();
  bench.show(1);
  const column = { choice: choice('x'), role: 'observed' as const, values: Float64Array.of(1.5), labels: null };
  const rows = { kind: 'rows' as const, count: 1, seed: 0, columns: [column], laws: null, ancestors: [], parents: [] };
  const take = (role: string) => {
    bench.find('export')?.click();
    bench.panel.paint();
    bench.find(role)?.click();
    bench.panel.paint();
  };
  const exported = () => bench.posted.flatMap((one) => (one.type === 'export' ? [one.to] : []));
  take('export-samples');
  expect(bench.requests).toHaveLength(2);
  bench.panel.answered(preview({ generation: bench.requests.at(-1)?.generation ?? 0, asides: [rows] }));
  bench.panel.paint();
  expect(exported()).toEqual(['file']);
  take('copy-samples');
  expect(bench.requests).toHaveLength(2);
  expect(exported()).toEqual(['file', 'clipboard']);
  expect(bench.panel.state.exporting).toMatchObject({ rows: null, said: '' });
});

it('a panel that comes back starts from what it kept', () => {
  const bench = new Bench({ uri: 'file:///a.lvm', pinned: true, seed: 12, observed: null, latent: null, files: [] });
  bench.show();
  expect(bench.requests[0]?.query.seed).toBe(12);
  expect(bench.find('pin')?.getAttribute('aria-pressed')).toBe('true');
});
