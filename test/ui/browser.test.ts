import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPanel, launch, PanelPage, servePanel } from './panelPage';

// The built panel with its real engine in Chromium, under the host's own content security policy.

const bumps = readFileSync('media/gallery/three-bumps.lvm', 'utf8');
const pair = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z, 0.5)\n';

let browser: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  ({ address, server } = await servePanel(await buildPanel()));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(options: Partial<Parameters<typeof PanelPage.open>[2]> = {}): Promise<PanelPage> {
  return PanelPage.open(browser, address, { theme: 'dark', width: 900, height: 700, ...options });
}

/** The bold line's highest point in pixels of the picture. */
async function drawnPeak(panel: PanelPage): Promise<{ x: number; y: number }> {
  const d = (await panel.page.locator('[data-role=observed] [data-role=marginal]').getAttribute('d')) ?? '';
  const points = d
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.split(',').map(Number));
  const [x = 0, y = 0] = points.reduce((best, point) => ((point[1] ?? 0) < (best[1] ?? 0) ? point : best));
  return { x, y };
}

describe('the panel in a browser', () => {
  it('draws the three bumps where the formula has them, and says nothing in the console', async () => {
    const panel = await open();
    const report = await panel.painted(await panel.edit(bumps));
    expect(report).toMatchObject({ stale: false, refusal: null, method: 'sum', observed: 'x', components: 3 });
    expect(report.peak.x).toBeCloseTo(-1.98, 1);
    expect(report.peak.density).toBeCloseTo(0.2487, 3);
    expect(await panel.page.locator('[data-role=observed] [data-role=component]').count()).toBe(3);
    expect(panel.console).toEqual([]);
    await panel.page.close();
  });

  it('moves the curve when a number moves', async () => {
    const panel = await open();
    await panel.painted(await panel.edit(bumps));
    const before = await drawnPeak(panel);
    const report = await panel.painted(await panel.edit(bumps.replace('-2', '-1')));
    expect(report.peak.x).toBeCloseTo(-0.93, 1);
    expect((await drawnPeak(panel)).x).not.toBe(before.x);
    await panel.page.close();
  });

  it('fits the width it has, without a scroll bar across', async () => {
    const panel = await open({ width: 1400 });
    await panel.painted(await panel.edit(bumps));
    for (const width of [1400, 800, 400, 260]) {
      await panel.page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => {
          const plot = await panel.page.locator('[data-role=observed] svg.plot').boundingBox();
          const stage = await panel.page.locator('[data-role=observed] .stage').boundingBox();
          return Math.abs((plot?.width ?? 0) - (stage?.width ?? -9));
        })
        .toBeLessThanOrEqual(1);
      const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `at ${width}`).toBeLessThanOrEqual(0);
    }
    await panel.page.close();
  });

  it('reads off the plot under the mouse and does not move while it does', async () => {
    const panel = await open();
    await panel.painted(await panel.edit(bumps));
    const pointer = panel.page.locator('[data-role=pointer]');
    const box = await pointer.boundingBox();
    if (box === null) throw new Error('The plot cannot be pointed at.');
    for (const share of [0.02, 0.5, 0.98]) {
      await panel.page.mouse.move(box.x + box.width * share, box.y + 20);
      await expect.poll(() => panel.page.locator('[data-role=crosshair]').count()).toBe(1);
      expect(await pointer.boundingBox()).toEqual(box);
    }
    await panel.page.mouse.move(5, 5);
    await expect.poll(() => panel.page.locator('[data-role=crosshair]').count()).toBe(0);
    await panel.page.close();
  });

  it('offers a pair as a heat map and its coordinates as curves, and keeps the choice', async () => {
    const panel = await open();
    const version = await panel.edit(pair);
    expect((await panel.painted(version)).kind).toBe('plane');
    expect(await panel.page.locator('[data-role=heat]').count()).toBeGreaterThan(0);
    const chooser = panel.page.locator('[data-role=observed-chooser]');
    await chooser.click();
    await chooser.locator('vscode-option', { hasText: 'x₂' }).click();
    await expect.poll(() => panel.page.locator('[data-role=observed]').getAttribute('data-choice')).toBe('x₂');
    expect(await panel.page.locator('[data-role=observed]').getAttribute('data-kind')).toBe('curve');
    const again = await panel.painted(await panel.edit(pair.replace('0.5', '0.6')));
    expect(again.observed).toBe('x₂');
    expect(panel.console).toEqual([]);
    await panel.page.close();
  });

  it('follows the theme while it is open', async () => {
    const panel = await open();
    await panel.painted(await panel.edit(pair));
    const pixel = (): Promise<number[]> =>
      panel.page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-role=observed] [data-role=heat]');
        return [...(canvas?.getContext('2d')?.getImageData(0, 0, 1, 1).data ?? [])];
      });
    const dark = await pixel();
    expect(dark.slice(0, 3).every((part) => part < 60)).toBe(true);
    await panel.page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-editor-background', '#ffffff');
      document.body.className = 'vscode-light';
    });
    await expect.poll(async () => (await pixel()).slice(0, 3).every((part) => part > 220)).toBe(true);
    await panel.page.close();
  });

  it('keeps the last plot when the text breaks, first and last without a plot says so', async () => {
    const panel = await open();
    await panel.edit(bumps.replace('~', ''));
    await expect.poll(() => panel.page.locator('[data-role=empty]').textContent()).toContain('Nothing to draw yet');
    await panel.painted(await panel.edit(bumps));
    await panel.edit(bumps.replace('~', ''));
    await expect.poll(() => panel.page.locator('[data-role=panel]').getAttribute('data-state')).toBe('stale');
    expect(await panel.page.locator('[data-role=marginal]').count()).toBeGreaterThan(0);
    await panel.page.locator('[data-role=banner] button').click();
    expect((await panel.posted()).some(({ type }) => type === 'reveal')).toBe(true);
    expect(panel.console).toEqual([]);
    await panel.page.close();
  });

  it('draws other samples on demand', async () => {
    const panel = await open();
    await panel.painted(await panel.edit(bumps));
    const samples = panel.page.locator('[data-role=observed] [data-role=samples]');
    const before = await samples.getAttribute('d');
    await panel.page.locator('[data-role=resample]').click();
    await expect.poll(() => samples.getAttribute('d')).not.toBe(before);
    await panel.page.close();
  });

  it('leads from a node of the graph to its statement, by mouse and by keyboard, at any width', async () => {
    const panel = await open({ width: 1400 });
    await panel.painted(await panel.edit(bumps));
    const revealed = async (): Promise<string[]> =>
      (await panel.posted()).flatMap((message) =>
        message.type === 'reveal' ? [bumps.slice(message.span.start, message.span.end)] : [],
      );
    await panel.page.locator('[data-role=graph] button[data-name=x]').click();
    await expect.poll(revealed).toEqual(['observed x | z ~ Normal(mu[z], sigma[z])']);
    await panel.page.setViewportSize({ width: 260, height: 700 });
    await panel.page.locator('[data-role=graph] button[data-name=sigma]').press('Enter');
    await expect.poll(async () => (await revealed()).at(-1)).toBe('param sigma: positive  = [0.5, 1, 0.7]');
    expect(panel.console).toEqual([]);
    await panel.page.close();
  });
});
