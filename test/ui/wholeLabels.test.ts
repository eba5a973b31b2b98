import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPanel, launch, PanelPage, servePanel } from './panelPage';

// What is written in the built panel and in exported pictures, measured by the browser that draws it.

const name = 'probability_of_a_rather_late_delivery_on_the_following_day';
const models: Readonly<Record<string, string>> = {
  'six digits': `latent k ~ Categorical(low: 0.6, high: 0.4)
observed income | k ~ Normal(case k { low: 150000, high: 250000 }, 30000)`,
  'negative numbers': 'latent z ~ Normal(-500000, 100000)\nobserved x | z ~ Normal(z, 1000)',
  'powers of ten': 'latent z ~ Normal(-3e7, 1e5)\nobserved x | z ~ Normal(z, 2e-5)',
  'tiny numbers': 'latent z ~ Normal(0, 1e-6)\nobserved x | z ~ Normal(z, 2e-7)',
  'a narrow range far from 0': 'observed x ~ Normal(1000000, 0.001)',
  'long names': `latent the_weather_of_${name} ~ Categorical(a_very_long_name_for_rain_and_storm: 0.6, another_name_of_the_same_length: 0.4)
observed ${name} | the_weather_of_${name} ~ Normal(case the_weather_of_${name} { a_very_long_name_for_rain_and_storm: -1, else: 2 }, 0.5)`,
  'long names of bars': `latent kind_of_day_in_the_calendar ~ Categorical(an_ordinary_working_day: 0.6, the_day_after_a_public_holiday: 0.4)
observed what_the_courier_says_at_the_door | kind_of_day_in_the_calendar ~ case kind_of_day_in_the_calendar {
  an_ordinary_working_day: Categorical(good_morning_here_is_your_parcel: 0.5, nobody_was_at_home_so_it_went_back: 0.3, please_sign_on_the_dotted_line: 0.2),
  else: Categorical(good_morning_here_is_your_parcel: 0.1, nobody_was_at_home_so_it_went_back: 0.2, please_sign_on_the_dotted_line: 0.7) }`,
  'many names': `latent k ~ Categorical(${Array.from({ length: 9 }, (_, i) => `category_number_${i}: ${i === 0 ? 0.2 : 0.1}`).join(', ')})
observed x | k ~ Poisson(case k { category_number_0: 400, category_number_4: 900, else: 1500 })`,
  'a pair': `latent a_pair_of_numbers_with_a_name ~ Normal(0, 100000)^2
observed position_in_the_plane_of_the_table | a_pair_of_numbers_with_a_name ~ Normal(a_pair_of_numbers_with_a_name, 5000)`,
  'a chain': `latent temperature_in_the_cellar[1] ~ Normal(-100000, 20000)
latent temperature_in_the_cellar[t] | temperature_in_the_cellar[t-1] ~ Normal(0.9 * temperature_in_the_cellar[t-1], 20000) for t in 2..1200
observed reading_of_the_thermometer[t] | temperature_in_the_cellar[t] ~ Normal(temperature_in_the_cellar[t], 10000) for t in 1..1200`,
};
const widths = [400, 560, 660, 800, 1100];

let browser: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  ({ address, server } = await servePanel(await buildPanel()));
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What of the page is not to be read in full. Runs in the page. */
function cut(): string[] {
  const found: string[] = [];
  const shown = (text: Element): boolean => (text.textContent ?? '').trim() !== '' && text.getClientRects().length > 0;
  /** Whether what has no room in an element, or in one around it, has an ellipsis for it, and is told where the pointer rests on it. */
  function abbreviated(element: Element | null): boolean {
    if (element === null) return false;
    const own = getComputedStyle(element).textOverflow === 'ellipsis' && element.closest('[title]') !== null;
    return own || abbreviated(element.parentElement);
  }
  for (const plot of document.querySelectorAll<SVGSVGElement>('svg.plot, svg[role=img]')) {
    const frame = plot.getBoundingClientRect();
    const labels: { text: string; box: DOMRect; group: string }[] = [];
    for (const text of plot.querySelectorAll('text')) {
      if (!shown(text)) continue;
      const box = text.getBoundingClientRect();
      const words = [...text.childNodes]
        .filter(({ nodeType, nodeName }) => nodeType !== 8 && nodeName !== 'title')
        .map((node) => node.textContent)
        .join('');
      if (
        box.left < frame.left - 0.5 ||
        box.right > frame.right + 0.5 ||
        box.top < frame.top - 0.5 ||
        box.bottom > frame.bottom + 1.5
      )
        found.push(
          `“${words}” leaves its picture: ${[box.left - frame.left, frame.right - box.right, box.top - frame.top, frame.bottom - box.bottom].map(Math.round)}`,
        );
      // Boxes of turned texts say little of these.
      const turned = (text.getAttribute('transform') ?? '').includes('rotate(-38');
      if (text.matches('.tick-label, .axis-title') && !turned) labels.push({ text: words, box, group: '' });
    }
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // A box is as high as the line; the letters are not.
        if (across > 0.5 && down > 0.3 * Math.min(a.box.height, b.box.height))
          found.push(`“${a.text}” and “${b.text}” overlap`);
      }
  }
  for (const element of document.querySelectorAll<HTMLElement>(
    '.panel :is(h1, h2, .math, li, p, button, span, legend, figcaption)',
  )) {
    if (abbreviated(element.parentElement)) continue;
    if (element.closest('svg, .graph-scroll, details, .export-sheet') !== null || !shown(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1) continue; // Written for screen readers alone.
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
    if (box.right > innerWidth + 0.5 || box.left < -0.5)
      found.push(`<${element.localName} ${element.className}> “${words}” leaves the page`);
    const { overflowX } = getComputedStyle(element);
    const clipped = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (clipped && !abbreviated(element)) found.push(`<${element.localName} ${element.className}> “${words}” is cut`);
  }
  return found;
}

async function exported(panel: PanelPage, subject: 'observed' | 'latent' | 'graph'): Promise<string> {
  const { page } = panel;
  const before = (await panel.posted()).length;
  await page.locator('[data-role=export]').click();
  if (subject !== 'graph') {
    const radios = page.locator('[data-role=export-of]');
    if ((await radios.count()) > 0) await radios.nth(subject === 'observed' ? 0 : 1).click();
  }
  await page.locator(`[data-role=export-${subject === 'graph' ? 'graph' : 'picture'}-svg]`).click();
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(20)) {
    for (const message of (await panel.posted()).slice(before))
      if (message.type === 'export') return String(message.content);
  }
  throw new Error(`The picture of ${subject} was not exported.`);
}

/** What of a file is cut, in a page that has nothing of the panel's. */
async function cutIn(svg: string, page: Page): Promise<string[]> {
  await page.setContent(`<body style="margin: 0">${svg.slice(svg.indexOf('<svg'))}</body>`);
  return page.evaluate(cut);
}

describe.each(Object.keys(models))('labels of %s', { timeout: 120_000 }, (kind) => {
  it('are whole and do not overlap, in the panel at any width and in exported pictures', async () => {
    const panel = await PanelPage.open(browser, address, { theme: 'light', width: 800, height: 900 });
    const { page } = panel;
    expect(await panel.painted(await panel.edit(models[kind]!))).toMatchObject({ stale: false, refusal: null });
    const plain = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const found: string[] = [];
    for (const [view, command] of Object.entries({
      density: 'viewDensity',
      corner: 'viewCorner',
      fan: 'viewFan',
    } as const)) {
      if (view !== 'density' && (await page.locator(`[role=tab][data-view=${view}]`).count()) === 0) continue;
      await panel.send({ type: 'command', command });
      for (const width of view === 'density' ? widths : [400, 1100]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForFunction(settled, view);
        found.push(...(await page.evaluate(cut)).map((each) => `${view} at ${width}: ${each}`));
      }
      found.push(...(await cutIn(await exported(panel, 'observed'), plain)).map((each) => `exported ${view}: ${each}`));
    }
    for (const subject of ['latent', 'graph'] as const) {
      if (subject === 'latent' && (await page.locator('.pane.prior').count()) === 0) continue;
      found.push(...(await cutIn(await exported(panel, subject), plain)).map((each) => `exported ${subject}: ${each}`));
    }
    expect(found).toEqual([]);
    await page.close();
    await plain.close();
  });
});

/** Whether a view is drawn, and every picture is as wide as its place. Runs in the page. */
function settled(view: string): boolean {
  if (document.querySelector(view === 'density' ? '.observed svg.plot' : `svg.plot.${view}`) === null) return false;
  return [...document.querySelectorAll('.stage')].every((stage) => {
    const plot = stage.querySelector(':scope > svg.plot');
    return plot === null || Math.abs(plot.getBoundingClientRect().width - stage.getBoundingClientRect().width) <= 1;
  });
}
