/**
 * `npm run bench:latency [edits]`: from a key pressed in the editor, and from a movement of the mouse that drags a mean, to the plot
 * on the screen, inside a real VS Code for the web. Prints a table for the README and writes every single time to .cache/latency.json.
 *
 * Clocks: the window, the panel's frame and its worker each count from their own `performance.timeOrigin`, so all times
 * here are milliseconds since the epoch, `timeOrigin + now()`. The host's clock has whole milliseconds.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { machine } from '../bench/machine';
import { markdownTable, median, quantile } from '../bench/statistics';
import { type DragFrames, dragFrames } from './dragFrames';
import { cache } from './install/cache';
import { chromiumVersion, findChromium } from './install/chromium';
import { vscodeForTheWeb } from './install/vscodeWeb';
import { infiniteMixture, threeBumps } from './models';
import { serveWeb } from './servers';
import { Workbench } from './workbench';
import { workspaceOf } from './workspace';

/** What the panel's page records of each version of the document; absolute milliseconds. */
interface Marks {
  /** When the host heard of the change, and when its message came. */
  readonly models: Record<number, { changedAt: number; receivedAt: number }>;
  /** Requests to the worker and its answers, in order. */
  readonly requests: { generation: number; at: number }[];
  readonly answers: { generation: number; at: number; milliseconds: number; final: boolean }[];
  /** First frame, and first final one, that shows a version. */
  readonly painted: Record<number, number>;
  readonly finished: Record<number, number>;
}

interface Edit {
  readonly total: number;
  readonly toFinal: number;
  readonly keyToHost: number;
  readonly hostToPanel: number;
  readonly compute: number;
  readonly transfer: number;
  readonly paint: number;
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Text that stands once in the model; its last digit is changed to the first of these, back to the second, and so on. */
  readonly number: string;
  readonly digits: readonly [string, string];
}

const cases: readonly Case[] = [
  { name: 'three bumps', file: 'bumps.lvm', text: threeBumps, number: '[-2', digits: ['3', '2'] },
  {
    name: 'two-network mixture',
    file: 'mixture.lvm',
    // A latent of three dimensions is what the preview sums over by 4,096 quasi-random draws.
    text: infiniteMixture.replace('^2', '^3'),
    number: '0.05',
    digits: ['6', '5'],
  },
  {
    name: 'two-network mixture, quadrature',
    file: 'quadrature.lvm',
    text: infiniteMixture,
    number: '0.05',
    digits: ['6', '5'],
  },
];

const warmUp = 20;

/** Runs in every frame before its scripts: notes when the panel asks its worker and when that answers. */
function watchWorkers(): void {
  const marks = { requests: [] as unknown[], answers: [] as unknown[] };
  const now = () => performance.timeOrigin + performance.now();
  const Native = window.Worker;
  Object.assign(window, { lvmMarks: marks });
  window.Worker = class extends Native {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent) => {
        const { generation, milliseconds, final } = data?.answer ?? {};
        if (typeof generation === 'number')
          marks.answers.push({ generation, at: now(), milliseconds, final: final !== false });
      });
    }
    override postMessage(message: unknown, ...rest: unknown[]): void {
      const { generation } = (message as { request?: { generation?: unknown } } | null)?.request ?? {};
      if (typeof generation === 'number') marks.requests.push({ generation, at: now() });
      Reflect.apply(super.postMessage, this, [message, ...rest]);
    }
  };
}

/** Runs in the panel's frame: notes when a model comes in and when a version is on the screen. */
function watchPanel(): void {
  const marks = (window as unknown as { lvmMarks: Marks }).lvmMarks;
  const now = () => performance.timeOrigin + performance.now();
  Object.assign(marks, { models: {}, painted: {}, finished: {} });
  window.addEventListener('message', ({ data, timeStamp }) => {
    if (data?.type !== 'model') return;
    marks.models[data.version] = { changedAt: data.changedAt, receivedAt: performance.timeOrigin + timeStamp };
  });
  const look = () => {
    const figure = document.querySelector<HTMLElement>('[data-role=observed]');
    const version = Number(figure?.dataset.version);
    const final = figure?.dataset.final === 'true';
    const { port1, port2 } = new MessageChannel();
    // The page draws in an animation frame; a task queued there runs once that frame is handed over.
    port1.onmessage = () => {
      marks.painted[version] ??= now();
      if (final) marks.finished[version] ??= now();
    };
    port2.postMessage(null);
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-version', 'data-final'],
  });
}

/** Runs in the window: the absolute time of every key press, as the browser took it from the system. */
function watchKeys(): void {
  const keys: { key: string; at: number }[] = [];
  Object.assign(window, { lvmKeys: keys });
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => keys.push({ key, at: performance.timeOrigin + timeStamp }),
    true,
  );
}

async function measure(workbench: Workbench, model: Case, edits: number): Promise<Edit[]> {
  const { page, preview } = workbench;
  await workbench.closeEditors();
  await workbench.openFile(model.file);
  await workbench.command('LVM: Open Preview to the Side');
  const first = await preview.plot(undefined, `the plot of ${model.name}`);
  const frame = await preview.frame();
  if (frame === null) throw new Error('The panel went away.');
  await frame.evaluate(watchPanel);
  await workbench.focusEditor(model.file);
  const before = model.text.slice(0, model.text.indexOf(model.number) + model.number.length - 1);
  const lines = before.split('\n');
  await workbench.goTo(lines.length, (lines.at(-1) ?? '').length + 1);
  let version = first.version;
  const results: Edit[] = [];
  for (let i = 0; i < warmUp + edits; i++) {
    await page.keyboard.press('Shift+ArrowRight');
    await page.evaluate(() => (window as unknown as { lvmKeys: unknown[] }).lvmKeys.splice(0));
    await page.keyboard.press(model.digits[i % 2] ?? '');
    version += 1;
    await frame.waitForFunction(
      (wanted) => (window as unknown as { lvmMarks: Marks }).lvmMarks.finished[wanted] !== undefined,
      version,
      { timeout: 20_000, polling: 30 },
    );
    const edit = await stages(workbench, frame, version);
    if (i >= warmUp) results.push(edit);
    await page.keyboard.press('ArrowLeft');
    // Edits fall on every part of a frame.
    await page.waitForTimeout(40 + ((i * 7) % 17));
  }
  return results;
}

async function stages(workbench: Workbench, frame: Frame, version: number): Promise<Edit> {
  const keys = await workbench.page.evaluate(() => (window as unknown as { lvmKeys: { at: number }[] }).lvmKeys);
  const marks = await frame.evaluate((wanted) => {
    const { models, requests, answers, painted, finished } = (window as unknown as { lvmMarks: Marks }).lvmMarks;
    const model = models[wanted];
    const request = requests.find(({ at }) => model !== undefined && at >= model.receivedAt);
    const answer = answers.find(({ generation }) => generation === request?.generation);
    return { model, request, answer, painted: painted[wanted], finished: finished[wanted] };
  }, version);
  const [key] = keys;
  const { model, request, answer, painted, finished } = marks;
  if (!key || !model || !request || !answer || painted === undefined || finished === undefined) {
    throw new Error(`Version ${version} was not followed all the way: ${JSON.stringify({ keys, marks })}`);
  }
  return {
    total: painted - key.at,
    toFinal: finished - key.at,
    keyToHost: model.changedAt - key.at,
    hostToPanel: model.receivedAt - model.changedAt,
    compute: answer.milliseconds,
    transfer: answer.at - model.receivedAt - answer.milliseconds,
    paint: painted - answer.at,
  };
}

/** Drags the mean of the second component for about five seconds, after a shorter drag to warm up. */
async function measureDrag(workbench: Workbench): Promise<DragFrames> {
  const frame = await workbench.preview.frame();
  if (frame === null) throw new Error('The panel went away.');
  await dragFrames(workbench, frame, 'mean of z = 2', 60);
  return dragFrames(workbench, frame, 'mean of z = 2', 300);
}

const edits = Number(process.argv[2] ?? 200);
const limit = setTimeout(() => {
  console.error('Stopped after 15 minutes.');
  process.exit(1);
}, 15 * 60_000);
const build = await vscodeForTheWeb();
const workspace = await workspaceOf(Object.fromEntries(cases.map(({ file, text }) => [file, text])));
const server = await serveWeb(build, workspace.path);
const workbench = await Workbench.open(server, { scripts: [watchWorkers, watchKeys] });
const results: { name: string; method: string; edits: Edit[] }[] = [];
let drag: DragFrames | null = null;
try {
  for (const model of cases) {
    const taken = await measure(workbench, model, edits);
    results.push({ name: model.name, method: (await workbench.preview.snapshot())?.method ?? '', edits: taken });
    if (model.text === threeBumps) drag = await measureDrag(workbench);
  }
} catch (error) {
  console.error(`The window at the failure: ${await workbench.screenshot('latency')}`);
  throw error;
} finally {
  clearTimeout(limit);
  await workbench.close();
  await server.close();
  await workspace.remove();
}

const where = `${machine()}; ${await chromiumVersion(findChromium())}, headless, without a graphics card; ${build.name}`;
await mkdir(cache, { recursive: true });
await writeFile(join(cache, 'latency.json'), JSON.stringify({ where, results, drag }, null, 1));
const ms = (values: readonly number[], p: number) => quantile(values, p).toFixed(1);
const all = (taken: readonly Edit[], stage: keyof Edit) => taken.map((edit) => edit[stage]);
console.log(`\n${where}\n`);
console.log(
  markdownTable(
    ['key press to painted plot', 'method', 'edits', 'median, ms', '95 %, ms', 'final plot, median, ms'],
    results.map(({ name, method, edits: taken }) => [
      name,
      method,
      String(taken.length),
      ms(all(taken, 'total'), 0.5),
      ms(all(taken, 'total'), 0.95),
      ms(all(taken, 'toFinal'), 0.5),
    ]),
  ),
);
const parts = ['keyToHost', 'hostToPanel', 'compute', 'transfer', 'paint'] as const;
console.log(
  `\n${markdownTable(
    ['median of a stage, ms', 'key to host', 'host to panel', 'compute', 'to and from the worker', 'answer to paint'],
    results.map(({ name, edits: taken }) => [name, ...parts.map((part) => median(all(taken, part)).toFixed(1))]),
  )}`,
);
if (drag !== null) {
  const { latencies, intervals, moves } = drag;
  const seconds = intervals.reduce((sum, interval) => sum + interval, 0) / 1000;
  console.log(
    `\n${markdownTable(
      ['dragging a mean of three bumps', 'movements', 'curves painted', 'a second', 'median, ms', '95 %, ms'],
      [
        [
          'mouse to painted curve',
          String(moves),
          String(intervals.length + 1),
          (intervals.length / seconds).toFixed(1),
          ms(latencies, 0.5),
          ms(latencies, 0.95),
        ],
      ],
    )}`,
  );
}
process.exit(0);
