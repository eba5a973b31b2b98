import { afterEach, describe, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const walk = `latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4)  for t in 2..20
observed x[t] | z[t]   ~ Normal(z[t], 0.3)          for t in 1..20
`;
const weather = `latent weather[1]                ~ Categorical(sunny: 0.05, rainy: 0.95)
latent weather[t] | weather[t-1] ~ case weather[t-1] {
  sunny: Categorical(sunny: 0.8, rainy: 0.2),
  rainy: Categorical(sunny: 0.3, rainy: 0.7)
} for t in 2..7
observed degrees[t] | weather[t] ~ Normal(case weather[t] { sunny: 24, rainy: 15 }, 2.5) for t in 1..7
`;

const session = webSession(() =>
  workspaceOf({ 'walk.lvm': walk, 'weather.lvm': weather, 'single.lvm': 'observed x ~ Normal(0, 1)\n' }),
);

async function fanOf(file: string) {
  await session.workbench.openBeside(file);
  const frame = (await session.workbench.preview.frame())!;
  await frame.locator('[data-role=view-tab][data-view=fan]').click();
  const figure = frame.locator('figure[data-role=fan]');
  await expect.poll(() => figure.getAttribute('data-final')).toBe('true');
  const medians = async () =>
    ((await figure.getAttribute('data-median')) ?? '').split(' ').map((text) => Number(text.replace('−', '-')));
  return { frame, figure, medians };
}

describe('a chain over time', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('is a fan; a click in it observes an element, and the fan follows', async () => {
    const { frame, figure, medians } = await fanOf('walk.lvm');
    expect(await medians()).toHaveLength(20);
    for (const median of await medians()) expect(median).toBeCloseTo(0, 6);
    expect(await frame.locator('[data-role=fan-method]').textContent()).toContain('exact · Gaussian');
    const sheet = frame.locator('[data-role=fan-pointer]');
    const box = (await sheet.boundingBox())!;
    await sheet.click({ position: { x: box.width * 0.5, y: box.height * 0.12 } });
    await expect.poll(() => figure.getAttribute('data-given')).toMatch(/^x\[1[01]\] = \d/);
    const [, index, value] = /x\[(\d+)\] = ([\d.]+)/.exec((await figure.getAttribute('data-given')) ?? '')!;
    await expect.poll(async () => (await medians())[Number(index) - 1]).toBeCloseTo(Number(value), 4);
    // Its neighbours lean towards it, those far away less.
    const after = await medians();
    expect(after[Number(index)]!).toBeGreaterThan(after[19]!);
    expect(after[19]!).toBeGreaterThan(0.01);
    expect(await frame.locator('[data-role=fan-seen]').count()).toBe(1);
    await session.workbench.page.keyboard.press('Escape');
    await expect.poll(() => figure.getAttribute('data-given')).toBe('');
    expect(await frame.locator('[data-role=fan-seen]').count()).toBe(0);
  });

  test('of categories is stacked shares, which the keys read and observe', async () => {
    const { frame, figure } = await fanOf('weather.lvm');
    const chooser = frame.locator('[data-role=fan-chooser]');
    await chooser.focus();
    await session.workbench.page.keyboard.press('ArrowDown');
    await session.workbench.page.keyboard.press('Enter');
    await expect.poll(() => figure.getAttribute('data-kind')).toBe('shares');
    expect(
      await frame
        .locator('[data-role=fan-share]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-label'))),
    ).toEqual(['sunny', 'rainy']);
    const sheet = frame.locator('[data-role=fan-pointer]');
    const { page } = session.workbench;
    await sheet.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => sheet.getAttribute('aria-valuetext')).toBe('weather[1], rainy 0.950, sunny 0.050');
    await page.keyboard.press('ArrowRight');
    // 0.05 · 0.8 + 0.95 · 0.3
    await expect.poll(() => sheet.getAttribute('aria-valuetext')).toBe('weather[2], rainy 0.675, sunny 0.325');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => figure.getAttribute('data-given')).toBe('weather[2] = sunny');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => sheet.getAttribute('aria-valuetext')).toBe('weather[3], sunny 0.800, rainy 0.200');
  });

  test('is not offered where there is no chain', async () => {
    await session.workbench.openBeside('single.lvm');
    const frame = (await session.workbench.preview.frame())!;
    await expect.poll(() => frame.locator('[data-role=panel]').getAttribute('data-state')).toBe('ready');
    expect(await frame.locator('[data-view=fan]').count()).toBe(0);
  });
});
