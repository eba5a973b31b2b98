import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../../src/language/analyse';
import { nothingSent, previewMessage } from '../../src/preview/messages';
import type { SentHostMessage } from '../../src/protocol';
import { buildPanel, servePanel } from '../ui/panelPage';
import { chromiumFlags } from '../vscode/browser';
import { findChromium } from '../vscode/install/chromium';
import { threeBumps } from '../vscode/models';
import { median } from './statistics';

/** Milliseconds since the panel's script had come, which is when it starts. */
interface Start {
  /** The first answer of the engine arrived. */
  readonly answered: number;
  readonly painted: number;
}

const runs = 11;

/**
 * From the first line of the panel's script to its first painted curve, in a Chromium that no debugger looks
 * into: with one, the first error that is thrown and caught costs a hundred milliseconds. The host answers at once. The model is
 * the mixture of three Normals.
 */
export async function benchStartup() {
  const { address, server } = await servePanel(await buildPanel(), true, `(${watch})(${JSON.stringify(message())});`);
  const starts: Start[] = [];
  try {
    for (let run = 0; run < runs; run++) starts.push(await measure(server, address));
  } finally {
    server.closeAllConnections();
    server.close();
  }
  const row = (name: string, values: readonly number[]) => ({
    name: `webview, script start to the ${name}`,
    median: median(values),
    fastest: Math.min(...values),
  });
  return [
    row(
      'first answer of the engine',
      starts.map(({ answered }) => answered),
    ),
    row(
      'first painted curve',
      starts.map(({ painted }) => painted),
    ),
  ];
}

async function measure(server: Server, address: string): Promise<Start> {
  const profile = await mkdtemp(join(tmpdir(), 'lvm-startup-'));
  const flags = [...chromiumFlags, '--headless', '--no-sandbox', '--window-size=900,700', `--user-data-dir=${profile}`];
  // An editor has long been running when a panel is opened: the browser gets a moment for its own start.
  const waiting = `data:text/html,<script>setTimeout(()=>{location='${address}'},1500)</script>`;
  const browser = spawn(findChromium(), [...flags, waiting], { stdio: 'ignore' });
  let look: (request: IncomingMessage) => void = () => {};
  try {
    return await new Promise<Start>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No curve was painted within 30 seconds.')), 30_000);
      look = ({ url }) => {
        const { pathname, searchParams } = new URL(url ?? '/', address);
        if (pathname !== '/painted') return;
        clearTimeout(timer);
        resolve(JSON.parse(searchParams.get('start') ?? '') as Start);
      };
      server.on('request', look);
      browser.on('error', reject);
    });
  } finally {
    server.off('request', look);
    const gone = new Promise((resolve) => browser.once('exit', resolve));
    if (browser.kill('SIGKILL')) await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function message(): SentHostMessage {
  const document = { uri: 'file:///bumps.lvm', fileName: 'bumps.lvm', version: 1, changedAt: 0 };
  return previewMessage(
    document,
    { analysis: analyse(threeBumps), data: new Map(), weights: new Map(), opened: () => [] },
    nothingSent,
  ).message;
}

/** Runs in the page before its script: answers as the host does, notes when the curve is there, and tells the server. */
function watch(model: unknown): void {
  let started = Number.NaN;
  let answered = Number.NaN;
  let painted = false;
  Object.assign(window, {
    acquireVsCodeApi: () => {
      const [script] = performance.getEntriesByName(new URL('dist/webview.js', location.href).href);
      started = (script as PerformanceResourceTiming).responseEnd;
      return {
        postMessage: (posted: { type: string }) => {
          if (posted.type === 'ready') window.postMessage(model, '*');
        },
        getState: () => undefined,
        setState: () => {},
      };
    },
  });
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent) => {
        if (Number.isNaN(answered) && typeof data?.answer?.milliseconds === 'number') {
          answered = performance.now() - started;
        }
      });
    }
  };
  const look = () => {
    if (painted || document.querySelector('[data-role=observed] [data-role=marginal]') === null) return;
    painted = true;
    const { port1, port2 } = new MessageChannel();
    // The page draws in an animation frame; a task queued there runs once that frame is handed over.
    port1.onmessage = () => {
      const start = { answered, painted: performance.now() - started };
      void fetch(`/painted?start=${encodeURIComponent(JSON.stringify(start))}`);
    };
    port2.postMessage(null);
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
