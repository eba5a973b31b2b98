import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from '../hands';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const flat = `latent k ~ Bernoulli(0.3)
observed x | k ~ case k { true: Uniform(-1, 2), false: Laplace(5, 0.5) }
`;

const session = webSession(() =>
  workspaceOf({
    ...Object.fromEntries(
      ['mean', 'width', 'weight', 'undo', 'keys', 'escape', 'limit', 'mark', 'slider'].map((name) => [
        `${name}.lvm`,
        threeBumps,
      ]),
    ),
    'ends.lvm': flat,
    'computed.lvm': 'param m = 2\nlatent z ~ Bernoulli(0.5)\nobserved x | z ~ Normal(m * z, 1)\n',
  }),
);

const hands = new Hands(session);

describe('what is drawn can be dragged, and the text follows', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('a mean', async () => {
    await session.workbench.openBeside('mean.lvm');
    await hands.drag('mean of z = 1', -60);
    const mean = await hands.numberInText(/\[(-[\d.]+), 0\.5, 3\]/, (value) => value < -2);
    const after = await session.workbench.preview.plot(({ peak }) => Math.abs(peak.x - mean) < 0.1, 'the moved peak');
    expect(after.peak.x).toBeCloseTo(mean, 1);
    // As many digits as a pixel can tell apart.
    expect(String(mean)).toMatch(/^-\d+(\.\d{1,2})?$/);
  });

  test('a width', async () => {
    await session.workbench.openBeside('width.lvm');
    await hands.drag('sd of z = 2', 40);
    const sd = await hands.numberInText(/\[0\.5, ([\d.]+), 0\.7\]/, (value) => value > 1);
    expect(Number((await (await hands.grip('sd of z = 2')).getAttribute('aria-valuenow')) ?? Number.NaN)).toBeCloseTo(
      sd,
      9,
    );
  });

  test('a bar of the prior, whose rest takes what is left', async () => {
    await session.workbench.openBeside('weight.lvm');
    await hands.drag('probability of z = 1', 60);
    const first = await hands.numberInText(/\[([\d.]+), [\d.]+, [\d.]+\]/, (value) => value > 0.3);
    const text = await session.workbench.visibleText();
    const weights = /\[([\d.]+), ([\d.]+), ([\d.]+)\]/.exec(text)!.slice(1).map(Number);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(weights[1]! / weights[2]!).toBeCloseTo(2.5, 0);
    expect(first).toBe(weights[0]);
    await session.workbench.preview.plot(({ peak }) => peak.density > 0.26, 'the higher peak');
  });

  test('the ends of a uniform, one of which stops at the other', async () => {
    await session.workbench.openBeside('ends.lvm');
    await hands.drag('high of k = true', 30);
    const high = await hands.numberInText(/Uniform\(-1, ([\d.]+)\)/, (value) => value > 2);
    await hands.drag('low of k = true', 400);
    const low = await hands.numberInText(/Uniform\((-?[\d.]+), /, (value) => value > 0);
    expect(low).toBeLessThan(high);
    expect(await session.workbench.squiggles('error').count()).toBe(0);
  });

  test('all of a drag is one step to undo', async () => {
    const { workbench } = session;
    await session.workbench.openBeside('undo.lvm');
    const before = await workbench.visibleText();
    await hands.drag('mean of z = 3', 50);
    await hands.settledText((text) => text !== before);
    await workbench.focusEditor('undo.lvm');
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.visibleText()).toBe(before);
  });

  test('Escape gives a drag up', async () => {
    const { workbench } = session;
    await session.workbench.openBeside('escape.lvm');
    const before = await workbench.visibleText();
    await hands.drag('mean of z = 3', 50, 0, { drop: false });
    await hands.settledText((text) => text !== before);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.mouse.up();
    await expect.poll(() => workbench.visibleText()).toBe(before);
  });

  test('arrow keys do what the mouse does', async () => {
    await session.workbench.openBeside('keys.lvm');
    const mean = await hands.grip('mean of z = 2');
    await mean.focus();
    await session.workbench.page.keyboard.press('ArrowRight');
    const once = await hands.numberInText(/\[-2, ([\d.]+), 3\]/, (value) => value > 0.5);
    await session.workbench.page.keyboard.press('Shift+ArrowRight');
    await hands.numberInText(/\[-2, ([\d.]+), 3\]/, (value) => value > once + 5 * (once - 0.5));
  });

  test('a width stops above 0', async () => {
    await session.workbench.openBeside('limit.lvm');
    const { page } = session.workbench;
    const box = (await (await hands.grip('sd of z = 2')).boundingBox())!;
    const centre = (await (await hands.grip('mean of z = 2')).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(centre.x + centre.width / 2, box.y + box.height / 2, { steps: 12 });
    await page.mouse.up();
    const sd = await hands.numberInText(/\[0\.5, ([\d.]+), 0\.7\]/, (value) => value < 0.1);
    expect(sd).toBeGreaterThan(0);
    expect(await session.workbench.squiggles('error').count()).toBe(0);
  });

  test('a grip marks its literal in the text', async () => {
    await session.workbench.openBeside('mark.lvm');
    const { workbench } = session;
    await (await hands.grip('mean of z = 2')).hover();
    const marks = workbench.page.locator('.monaco-editor .cdr[class*="ced-"]');
    await expect.poll(() => marks.count()).toBeGreaterThan(0);
    await (await workbench.preview.frame())!.locator('h1').hover();
    await expect.poll(() => marks.count()).toBe(0);
  });

  test('a slider and a number box of the parameters do the same, and can be reset', async () => {
    const { workbench } = session;
    await session.workbench.openBeside('slider.lvm');
    const before = await workbench.visibleText();
    const frame = (await workbench.preview.frame())!;
    const slider = frame.locator('input[type=range][aria-label="mu 3"]');
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox())!;
    await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 8 });
    await workbench.page.mouse.up();
    await hands.numberInText(/\[-2, 0\.5, ([\d.]+)\]/, (value) => value > 5);
    const number = frame.locator('input[type=number][aria-label="sigma 1, as a number"]');
    await number.fill('0.25');
    await number.press('Enter');
    await hands.numberInText(/\[([\d.]+), 1, 0\.7\]/, (value) => value === 0.25);
    for (const name of ['mu', 'sigma']) {
      await frame.locator('.parameter-group', { hasText: name }).locator('.reset').click();
    }
    await expect.poll(() => workbench.visibleText()).toBe(before);
  });

  test('what an expression computes cannot be dragged, and says why', async () => {
    await session.workbench.openBeside('computed.lvm');
    const frame = await session.workbench.preview.frame();
    const reasons = await frame!
      .locator('[data-role=fixed-grip]')
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(reasons).toEqual([
      'The mean of z = false is an expression: no number in the text sets it alone.',
      'The mean of z = true is an expression: no number in the text sets it alone.',
    ]);
  });
});
