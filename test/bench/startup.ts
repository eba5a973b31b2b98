import type { Browser } from 'playwright-core';
import { analyse } from '../../src/language/analyse';
import { nothingSent, previewMessage } from '../../src/preview/messages';
import type { HostMessage } from '../../src/protocol';
import { buildPanel, launch, servePanel } from '../ui/panelPage';
import { threeBumps } from '../vscode/models';
import { median } from './statistics';

/** Milliseconds since the panel's script had come, which is when it starts. */
interface Start {
  readonly painted: number;
  /** The first answer of the engine arrived. */
  readonly answered: number;
}

const runs = 15;

/**
 * From the first line of the panel's script to its first painted curve, in a page that has loaded nothing before, in Chromium; the
 * host answers at once. The model is the mixture of three Normals.
 */
export async function benchStartup() {
  const { address, server } = await servePanel(await buildPanel());
  const browser = await launch();
  try {
    const starts: Start[] = [];
    for (let run = 0; run < runs; run++) starts.push(await measure(browser, address));
    const row = (name: string, values: readonly number[]) => ({
      name: `webview, script start to ${name}`,
      median: median(values),
      fastest: Math.min(...values),
    });
    return [
      row(
        'the engine’s first answer',
        starts.map(({ answered }) => answered),
      ),
      row(
        'the first painted curve',
        starts.map(({ painted }) => painted),
      ),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(browser: Browser, address: string): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  const page = await context.newPage();
  await page.addInitScript(watch, message());
  await page.goto(address);
  const start = await page.waitForFunction(() => {
    const marks = (window as unknown as { lvmStart: Partial<Start> }).lvmStart;
    return marks.painted === undefined ? null : marks;
  });
  const marks = (await start.jsonValue()) as Start;
  await context.close();
  return marks;
}

function message(): HostMessage {
  const document = { uri: 'file:///bumps.lvm', fileName: 'bumps.lvm', version: 1, changedAt: 0 };
  return previewMessage(document, { analysis: analyse(threeBumps), data: {}, weights: {} }, nothingSent).message;
}

/** Runs in the page before its scripts: answers as the host does, and notes when the curve is there. */
function watch(model: unknown): void {
  const marks: { started?: number; answered?: number; painted?: number } = {};
  Object.assign(window, { lvmStart: marks });
  Object.assign(window, {
    acquireVsCodeApi: () => {
      // Evaluating the script begins when it has come.
      const [script] = performance.getEntriesByName(new URL('dist/webview.js', location.href).href);
      marks.started = (script as PerformanceResourceTiming).responseEnd;
      return {
        postMessage: (posted: { type: string }) => {
          if (posted.type === 'ready') window.postMessage(model, '*');
        },
        getState: () => undefined,
        setState: () => {},
      };
    },
  });
  const since = () => performance.now() - (marks.started ?? Number.NaN);
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent) => {
        if (typeof data?.answer?.milliseconds !== 'number') return;
        marks.answered ??= since();
      });
    }
  };
  const look = () => {
    const drawn = document.querySelector('[data-role=observed] [data-role=marginal]');
    if (drawn === null || marks.painted !== undefined) return;
    const { port1, port2 } = new MessageChannel();
    // The page draws in an animation frame; a task queued there runs once that frame is handed over.
    port1.onmessage = () => {
      marks.painted ??= since();
    };
    port2.postMessage(null);
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
