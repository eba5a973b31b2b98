import type { Frame, Page } from 'playwright-core';

/** What the panel shows at one moment, read from its page. */
export interface Snapshot {
  /** `ready` where the plot is of the text as it stands; otherwise why it is not. */
  readonly state: string;
  /** null where no plot is shown. */
  readonly plot: Plot | null;
  /** The bar above a plot that is out of date, or the text that stands in place of a plot; empty where there is neither. */
  readonly message: string;
  readonly notices: string;
  /** As the badge says. */
  readonly method: string;
  /** The kind of theme that VS Code names in the page's class, and the page's colour. */
  readonly theme: string;
  readonly background: string;
}

export interface Plot {
  /** Of the document. */
  readonly version: number;
  readonly final: boolean;
  readonly kind: string;
  readonly variable: string;
  readonly peak: { readonly x: number; readonly density: number };
  readonly components: readonly string[];
  /** The highest point of the bold line as it is drawn, in shares of the picture's width and height; null where there is none. */
  readonly drawnPeak: { readonly x: number; readonly y: number } | null;
  /** Drawn path data of every part: changes exactly when the picture does. */
  readonly picture: string;
  readonly prior: boolean;
}

/** The preview as a reader of the screen meets it, in whichever frame of the window it lives. */
export class Preview {
  constructor(readonly page: Page) {}

  /** The innermost frame of the webview that holds a panel on the screen; null where there is none. */
  async frame(): Promise<Frame | null> {
    for (const frame of this.page.frames()) {
      if (frame.parentFrame() === null) continue;
      try {
        if ((await frame.locator('[data-role=panel]').count()) > 0 && (await isShown(frame))) return frame;
      } catch {
        // The frame went away while we looked.
      }
    }
    return null;
  }

  async snapshot(): Promise<Snapshot | null> {
    try {
      return (await (await this.frame())?.evaluate(readPanel)) ?? null;
    } catch {
      return null; // It went away while we read.
    }
  }

  /** Waits until the panel shows what is wanted. */
  async waitFor(wanted: (snapshot: Snapshot) => boolean, what: string, limit = 60_000): Promise<Snapshot> {
    const end = Date.now() + limit;
    let last: Snapshot | null = null;
    for (;;) {
      last = await this.snapshot();
      if (last !== null && wanted(last)) return last;
      if (Date.now() > end) {
        const seen =
          last === null ? 'no panel' : JSON.stringify({ ...last, plot: last.plot && { ...last.plot, picture: '…' } });
        throw new Error(`${what}: not seen within ${limit / 1000} s. Seen last: ${seen}`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** The plot of the text as it stands, once its computation has ended. */
  async plot(wanted: (plot: Plot) => boolean = () => true, what = 'a plot'): Promise<Plot> {
    const { plot } = await this.waitFor(
      ({ state, plot }) => state === 'ready' && plot?.final === true && wanted(plot),
      what,
    );
    if (plot === null) throw new Error('A ready panel shows a plot.');
    return plot;
  }

  /** Waits until no panel is on the screen. */
  async waitUntilHidden(limit = 60_000): Promise<void> {
    const end = Date.now() + limit;
    while ((await this.frame()) !== null) {
      if (Date.now() > end) throw new Error(`The panel is still on the screen after ${limit / 1000} s.`);
      await this.page.waitForTimeout(50);
    }
  }
}

/** Whether all frames around a frame are on the screen: VS Code keeps a hidden panel's page and hides what holds it. */
async function isShown(frame: Frame): Promise<boolean> {
  for (let inner: Frame | null = frame; inner?.parentFrame(); inner = inner.parentFrame()) {
    const element = await inner.frameElement();
    if (!(await element.isVisible())) return false;
  }
  return true;
}

/** Runs in the panel's page. */
function readPanel(): Snapshot | null {
  const panel = document.querySelector<HTMLElement>('[data-role=panel]');
  if (panel === null) return null;
  const text = (role: string) =>
    (document.querySelector<HTMLElement>(`[data-role=${role}]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const figure = document.querySelector<HTMLElement>('[data-role=observed]');
  const drawnPeak = (line: SVGPathElement | null) => {
    const box = line?.ownerSVGElement?.getBoundingClientRect();
    if (line === null || box === undefined || line.getTotalLength() === 0) return null;
    const steps = 2000;
    let best = line.getPointAtLength(0);
    for (let i = 1; i <= steps; i++) {
      const point = line.getPointAtLength((line.getTotalLength() * i) / steps);
      if (point.y < best.y) best = point;
    }
    return { x: best.x / box.width, y: best.y / box.height };
  };
  const paths = [...document.querySelectorAll('[data-role=observed] path')].map((path) => path.getAttribute('d') ?? '');
  return {
    state: panel.dataset.state ?? '',
    plot: figure && {
      version: Number(figure.dataset.version),
      final: figure.dataset.final === 'true',
      kind: figure.dataset.kind ?? '',
      variable: figure.dataset.choice ?? '',
      peak: { x: Number(figure.dataset.peakX), density: Number(figure.dataset.peakDensity) },
      components: [...figure.querySelectorAll<SVGElement>('[data-role=component]')].map(
        (component) => component.dataset.label ?? '',
      ),
      drawnPeak: drawnPeak(figure.querySelector<SVGPathElement>('[data-role=marginal]')),
      picture: paths.join('|'),
      prior: document.querySelector('[data-role=prior]') !== null,
    },
    message: [text('banner'), text('empty')].join(' ').trim(),
    notices: text('notices'),
    method: text('method'),
    theme: document.body.dataset.vscodeThemeKind ?? '',
    background: getComputedStyle(document.body).backgroundColor,
  };
}
