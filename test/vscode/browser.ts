import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import { findChromium } from './install/chromium';

/** How every test starts Chromium. */
export const chromiumFlags = [
  // Chromium refuses its sandbox to root, which is who runs tests in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a graphics card the page is drawn by the processor, as Chromium does by itself on such a machine; an
  // emulated card would be an order of magnitude slower.
  '--disable-gpu',
  // A page in the background is timed and painted as one in front.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** A page of a real Chromium and everything that was written to any console in it. */
export interface Browser {
  readonly page: Page;
  readonly log: ConsoleLine[];
  /**
   * Halts every process that runs a page, as a machine does that goes to sleep: windows, panels and their workers stop
   * wherever they are. Not for Windows, which has no such signal. @returns a function that wakes them up
   */
  sleep(): Promise<() => void>;
  close(): Promise<void>;
}

export interface ConsoleLine {
  readonly kind: 'exception' | 'error' | 'warning' | 'other';
  readonly text: string;
  /** The script or page that it comes from, where Chromium says. */
  readonly from: string;
}

export interface BrowserOptions {
  readonly size?: { width: number; height: number };
  /** Device pixels for each pixel of the page. */
  readonly scale?: number;
  /** Run in every frame before its own scripts. */
  readonly scripts?: readonly (() => void)[];
}

/** Starts Chromium with an empty profile of its own. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'lvm-chromium-'));
  await mkdir(join(profile, 'Default'));
  // Webviews are frames from another host, and Debian's Chromium denies those a service worker by default.
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    args: chromiumFlags,
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    timeout: 60_000,
  });
  context.setDefaultTimeout(30_000);
  for (const script of options.scripts ?? []) await context.addInitScript(script);
  const log: ConsoleLine[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => log.push(consoleLine(message)));
    page.on('pageerror', (error) => {
      log.push({ kind: 'exception', text: error.stack ?? error.message, from: page.url() });
    });
  };
  context.on('page', listen);
  context.on('weberror', (event) => {
    const error = event.error();
    log.push({ kind: 'exception', text: error.stack ?? error.message, from: event.page()?.url() ?? '' });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  listen(page);
  return {
    page,
    log,
    sleep: async () => {
      const asleep = await renderers(context);
      for (const id of asleep) process.kill(id, 'SIGSTOP');
      return () => {
        for (const id of asleep) process.kill(id, 'SIGCONT');
      };
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The processes in which Chromium runs pages, frames and workers. */
async function renderers(context: BrowserContext): Promise<number[]> {
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium does not tell of its processes.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function consoleLine(message: ConsoleMessage): ConsoleLine {
  const type = message.type();
  const kind = type === 'error' || type === 'warning' ? type : 'other';
  return { kind, text: message.text(), from: message.location().url };
}

/**
 * What a console must not hold: exceptions, errors and refusals of the content security policy that come from this
 * extension, its panel or its worker. VS Code's own complaints (a market place out of reach, say) are left out.
 */
export function faults(log: readonly ConsoleLine[]): string[] {
  return (
    log
      // VS Code asks every extension for translations of its manifest, and goes on without.
      .filter(({ from }) => !from.endsWith('/package.nls.json'))
      .filter(({ kind, text, from }) => {
        const ours = /lvm|devextensions|\/dist\/(extension|webview|worker)|tensorflow|tfjs/i.test(`${from}\n${text}`);
        const webview =
          /vscode-resource|vscode-webview|^blob:/.test(from) || /https?:\/\/[0-9a-z-]{20,}\.localhost/.test(from);
        if (kind === 'exception') return true;
        if (/Refused to|violates the following Content Security Policy/.test(text)) return ours || webview;
        return kind === 'error' && (ours || webview);
      })
      .map(({ kind, text, from }) => `${kind} from ${from || 'the page'}: ${text}`)
  );
}
