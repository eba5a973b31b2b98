import { copyFileSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import esbuild, { type BuildOptions, type Plugin } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { dataRows } from '../../src/files/dataRows';
import { analyse } from '../../src/language/analyse';
import { previewPage } from '../../src/preview/html';
import { nothingSent, previewMessage, type Sent } from '../../src/preview/messages';
import type { SentHostMessage, WebviewMessage } from '../../src/protocol';
import { chromiumFlags } from '../vscode/browser';
import { findChromium } from '../vscode/install/chromium';
import { type ThemeName, themeRules } from './themes';

const load = createRequire(join(process.cwd(), 'package.json'));
const { kernelsPlugin } = load('./src/engine/tensor/kernels/compile.js') as { kernelsPlugin: Plugin };
const { options } = load('./esbuild.js') as { options(name: string, dev: boolean): BuildOptions };

/** The built panel in Chromium, in the host's own page with its content security policy, without the rest of VS Code. */
export class PanelPage {
  /** What the browser's console said. */
  readonly console: string[] = [];
  #sent: Sent = nothingSent;
  #version = 0;

  private constructor(
    readonly page: Page,
    private readonly fileName: string,
  ) {}

  static async open(
    browser: Browser,
    address: string,
    options: { theme: ThemeName; width: number; height: number; fileName?: string; scale?: number; kept?: unknown },
  ): Promise<PanelPage> {
    const { theme, width, height, fileName = 'model.lvm', scale = 1, kept = null } = options;
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    const panel = new PanelPage(page, fileName);
    page.on('console', (message) => panel.console.push(message.text()));
    page.on('pageerror', (error) => panel.console.push(String(error)));
    await page.addInitScript(`{
      const posted = [];
      let state = ${JSON.stringify(kept)};
      window.posted = posted;
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => posted.push(message),
        getState: () => state,
        setState: (next) => { state = next; },
      });
    }`);
    await page.goto(`${address}/?theme=${theme}`);
    return panel;
  }

  async send(message: SentHostMessage): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
  }

  /** Sends what the host would send for this text, and gives the version that it went by. */
  async edit(text: string): Promise<number> {
    this.#version++;
    const document = {
      uri: `file:///${this.fileName}`,
      fileName: this.fileName,
      version: this.#version,
      changedAt: Date.now(),
    };
    const analysis = analyse(text);
    const data = analysis.model === null ? new Map() : dataRows(analysis.model, new Map());
    const { message, sent } = previewMessage(
      document,
      { analysis, data, weights: new Map(), opened: (spans) => spans.map(() => null) },
      this.#sent,
    );
    this.#sent = sent;
    await this.send(message);
    return this.#version;
  }

  /** What the panel told the host so far. */
  async posted(): Promise<WebviewMessage[]> {
    return this.page.evaluate(() => (window as unknown as { posted: WebviewMessage[] }).posted);
  }

  /** Waits until the panel has painted this version for good. */
  async painted(version: number): Promise<Extract<WebviewMessage, { type: 'painted' }>['report']> {
    for (const end = Date.now() + 30_000; Date.now() < end; await this.page.waitForTimeout(20)) {
      const reports = (await this.posted()).flatMap((message) => (message.type === 'painted' ? [message.report] : []));
      const report = reports.filter((one) => one.version === version && one.final).at(-1);
      if (report !== undefined) return report;
    }
    throw new Error(`Version ${version} was not painted. ${this.console.join('\n')}`);
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
}

/** Bundles the panel and its worker into a folder of their own, so that nobody else's build is in the way. */
export async function buildPanel(): Promise<string> {
  const outdir = join(process.cwd(), '.cache', 'panel');
  await esbuild.build({
    entryPoints: [
      { in: 'webview/main.ts', out: 'webview' },
      { in: 'src/engine/service/worker.ts', out: 'worker' },
    ],
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    plugins: [kernelsPlugin],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  await esbuild.build({ ...options('panel', false), outdir });
  for (const name of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
    copyFileSync(join('node_modules/@tensorflow/tfjs-backend-wasm/dist', name), join(outdir, name));
  }
  return outdir;
}

/**
 * Serves the built panel as the editor would.
 * @param first a script that runs before the panel's
 */
export async function servePanel(
  folder: string,
  withWasm = true,
  first = '',
): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { port } = server.address() as AddressInfo;
    const source = `http://127.0.0.1:${port}`;
    const file = (path: string, type: string): void => {
      response.setHeader('content-type', type).end(readFileSync(path));
    };
    const built = join(folder, basename(url.pathname));
    const theme = (url.searchParams.get('theme') ?? 'dark') as ThemeName;
    if (url.pathname === '/') {
      const at = (path: string): string => `${source}/${path}`;
      const page = previewPage(
        {
          source,
          style: at('dist/panel.css'),
          script: at('dist/webview.js'),
          worker: at('dist/worker.js'),
          wasmPlain: at('dist/tfjs-backend-wasm.wasm'),
          wasmSimd: at('dist/tfjs-backend-wasm-simd.wasm'),
        },
        'nonce0',
      );
      const { classes } = themeRules(theme);
      const themed = page
        .replace('</head>', () => (first === '' ? '</head>' : `<script nonce="nonce0">${first}</script></head>`))
        .replace('<head>', `<head><link rel="stylesheet" href="/theme.css?theme=${theme}">`)
        .replace('<body>', `<body class="${classes}" data-vscode-theme-kind="${classes.split(' ')[0]}">`);
      response.setHeader('content-type', 'text/html').end(themed);
    } else if (url.pathname === '/theme.css') {
      response.setHeader('content-type', 'text/css').end(themeRules(theme).rules);
    } else if (url.pathname.endsWith('.css')) {
      file(built, 'text/css');
    } else if (url.pathname.endsWith('.js')) {
      file(built, 'text/javascript');
    } else if (url.pathname.endsWith('.wasm') && withWasm) {
      file(built, 'application/wasm');
    } else {
      response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
