import { afterEach, describe, expect, test } from 'vitest';
import { distributions } from '../../../src/engine/families';
import { cumulativeAt } from '../../../src/engine/views/picture/parts';
import { mixtureDensity, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({ 'scale.lvm': threeBumps, 'zoom.lvm': threeBumps, 'link.lvm': threeBumps }),
);

const weights = [0.3, 0.5, 0.2] as const;
const means = [-2, 0.5, 3] as const;
const sds = [0.5, 1, 0.7] as const;

function cdf(x: number): number {
  const normal = distributions.Normal;
  if (normal.kind !== 'univariate') throw new Error('Normal is univariate.');
  return cumulativeAt(
    weights.map((weight, state) => ({ state, weight, family: normal, parameters: [means[state]!, sds[state]!] })),
    x,
  );
}

/** `−1.2×10⁻⁵` as a number. */
function numberIn(text: string | undefined): number {
  const plain = (text ?? '')
    .replace('−', '-')
    .replace(/×10⁻(.)$/, (_, power: string) => `e-${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(power)}`);
  return plain === '' ? Number.NaN : Number(plain);
}

async function panel() {
  const frame = (await session.workbench.preview.frame())!;
  const figure = frame.locator('figure[data-role=observed]');
  const range = async () =>
    figure.evaluate((element) => ({
      low: Number(element.getAttribute('data-low')),
      high: Number(element.getAttribute('data-high')),
    }));
  /** The first two columns of the table of the plot. */
  const table = async () =>
    frame
      .locator('[data-role=observed-table] tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent ?? '')));
  return { frame, figure, range, table, sheet: frame.locator('.observed [data-role=pointer]') };
}

describe('the plot of the observed variable', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('is drawn as a log density and as a distribution function', async () => {
    await session.workbench.openBeside('scale.lvm');
    const { frame, figure, table } = await panel();
    await frame.locator('[data-role=observed-table] summary').click();
    await frame.locator('[data-role=scale][data-scale=log]').click();
    await expect.poll(() => figure.getAttribute('data-scale')).toBe('log');
    const logs = await table();
    expect(logs.length).toBeGreaterThan(30);
    for (const [x, value] of logs) {
      expect(Math.abs(numberIn(value) - Math.log(mixtureDensity(numberIn(x), weights, means, sds)))).toBeLessThan(0.15);
    }
    // To the right of the chosen radio button stands the next.
    await session.workbench.page.keyboard.press('ArrowRight');
    await expect.poll(() => figure.getAttribute('data-scale')).toBe('distribution');
    await expect.poll(() => figure.getAttribute('aria-label')).toContain('Exact up to rounding');
    for (const [x, value] of await table()) expect(numberIn(value)).toBeCloseTo(cdf(numberIn(x)), 2);
    expect(await frame.locator('[data-role=read-out]').textContent()).toContain('F(x)');
    await session.workbench.command('LVM: Show the Density');
    await expect.poll(() => figure.getAttribute('data-scale')).toBe('density');
  });

  test('is zoomed about the pointer, dragged, and shown as a whole again', async () => {
    const { page } = session.workbench;
    await session.workbench.openBeside('zoom.lvm');
    const { frame, figure, range, sheet } = await panel();
    const whole = await range();
    const box = (await sheet.boundingBox())!;
    const at = { x: box.x + box.width * 0.25, y: box.y + box.height * 0.3 };
    const fixed = whole.low + 0.25 * (whole.high - whole.low);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Control');
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    const narrower = whole.high - whole.low;
    await expect.poll(async () => (await range()).high - (await range()).low).toBeLessThan(0.35 * narrower);
    const near = await range();
    expect(near.low + 0.25 * (near.high - near.low)).toBeCloseTo(fixed, 1);
    const inside = 100 * (cdf(near.high) - cdf(near.low));
    const said = await frame.locator('[data-role=mass]').textContent();
    expect(Number(/holds ([\d.]+) %/.exec(said ?? '')?.[1])).toBeCloseTo(inside, 0);
    expect(said).toMatch(/lies outside, [\d.]+ % below and [\d.]+ % above/);
    // Where no grip stands.
    const [fromX, y] = [box.x + box.width * 0.7, box.y + box.height * 0.1];
    await page.mouse.move(fromX, y);
    await page.mouse.down();
    await page.mouse.move(fromX - box.width * 0.2, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await range()).low).toBeGreaterThan(near.low + 0.15 * (near.high - near.low));
    expect(await frame.locator('[data-role=evidence]').count()).toBe(0);
    await frame.locator('[data-role=reset-zoom]').click();
    await expect.poll(range).toEqual(whole);
    expect(await frame.locator('[data-role=reset-zoom]').count()).toBe(0);
    await sheet.focus();
    await page.keyboard.press('+');
    await expect.poll(async () => (await range()).high - (await range()).low).toBeLessThan(0.7 * narrower);
    await session.workbench.command('LVM: Reset Zoom');
    await expect.poll(range).toEqual(whole);
    expect(await figure.getAttribute('data-final')).toBe('true');
  });

  test('tells the latent pane where it is pointed at, and makes a component stand out', async () => {
    await session.workbench.openBeside('link.lvm');
    const { frame, range, sheet } = await panel();
    const { low, high } = await range();
    const box = (await sheet.boundingBox())!;
    await session.workbench.page.mouse.move(box.x + box.width * 0.62, box.y + box.height * 0.1);
    const marks = frame.locator('.prior [data-role=share-mark]');
    await expect.poll(() => marks.count()).toBe(3);
    const x = low + 0.62 * (high - low);
    const terms = weights.map((weight, k) => mixtureDensity(x, [weight], [means[k]!], [sds[k]!]));
    const total = terms.reduce((a, b) => a + b, 0);
    const shares = await marks.evaluateAll((all) => all.map((mark) => Number(mark.getAttribute('data-share'))));
    shares.forEach((share, k) => {
      expect(share).toBeCloseTo(terms[k]! / total, 1);
    });
    expect(await frame.locator('[data-role=linked]').textContent()).toMatch(/p\(z \| x = [\d.]+\)/);
    await frame.locator('[data-role=legend-entry]').nth(1).hover();
    await expect
      .poll(() =>
        frame
          .locator('.observed .component.lit')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-label'))),
      )
      .toEqual(['2']);
    expect(await marks.count()).toBe(0);
    await frame.locator('h1').hover();
    await expect.poll(() => frame.locator('.observed .component.lit').count()).toBe(0);
  });
});
