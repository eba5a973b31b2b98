import { expect, test } from 'vitest';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() => workspaceOf({ 'locked.lvm': threeBumps, 'refused.lvm': threeBumps }));

test('a locked weight stays as it is while a slider moves another, and all sum to 1', async () => {
  const { workbench } = session;
  await workbench.openBeside('locked.lvm');
  const frame = (await workbench.preview.frame())!;
  const lock = frame.locator('[data-role=lock]').nth(1);
  await lock.scrollIntoViewIfNeeded();
  await lock.click();
  await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('true');
  const slider = frame.locator('input[type=range][aria-label="weight 1"]');
  await slider.focus();
  const weights = async (): Promise<number[]> =>
    (/\[([\d.]+), ([\d.]+), ([\d.]+)\]/.exec(await workbench.visibleText()) ?? []).slice(1).map(Number);
  // Every press moves it from where the text says that it is.
  for (let i = 0; i < 3; i++) {
    const before = (await weights())[0]!;
    await workbench.page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await weights())[0]).toBeGreaterThan(before);
  }
  const [first = 0, second, third = 0] = await weights();
  expect(second).toBe(0.5);
  expect(first + third).toBeCloseTo(0.5, 12);
  expect(workbench.takeFaults()).toEqual([]);
});

test('a number that cannot be is refused in words, and the text stays', async () => {
  const { workbench } = session;
  await workbench.openBeside('refused.lvm');
  const before = await workbench.visibleText();
  const frame = (await workbench.preview.frame())!;
  const box = frame.locator('input[type=number][aria-label="sigma 1, as a number"]');
  await box.scrollIntoViewIfNeeded();
  await box.fill('-2');
  await box.press('Enter');
  const said = frame.locator('[data-role=refused-number]');
  await expect.poll(() => said.textContent()).toBe('sigma 1 must be above 0: 0.5 is kept.');
  await expect.poll(() => box.inputValue()).toBe('0.5');
  await expect.poll(() => workbench.visibleText()).toBe(before);
});
