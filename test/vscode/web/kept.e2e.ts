import { afterEach, describe, expect, test } from 'vitest';
import { firstMean, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() => workspaceOf({ 'bumps.lvm': threeBumps }));

async function frameOf() {
  return (await session.workbench.preview.frame())!;
}

async function setNumber(name: string, value: string): Promise<void> {
  const box = (await frameOf()).locator(`input[type=number][aria-label="${name}, as a number"]`);
  await box.fill(value);
  await box.press('Enter');
}

const text = () => session.workbench.visibleText();

describe('what a reload of the window keeps', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('are the snapshot and the numbers that the file was opened with, after all that was done to the text', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.openBeside('bumps.lvm');
    await (await frameOf()).locator('[data-role=snapshot]').click();
    await setNumber('mu 3', '5.5');
    await expect.poll(text).toContain('[-2, 0.5, 5.5]');
    await setNumber('sigma 1', '0.25');
    await expect.poll(text).toContain('[0.25, 1, 0.7]');
    const compare = async () =>
      Number(await (await frameOf()).locator('[data-role=compare]').getAttribute('data-total-variation'));
    await expect.poll(compare).toBeGreaterThan(0.1);

    // A line above, with a number that the file did not have.
    await workbench.focusEditor('bumps.lvm');
    await workbench.goTo(3, 1);
    await workbench.type('param shift = 1.25\n');
    // The means under another name.
    await workbench.goTo(firstMean.line + 1, 8);
    await keyboard.press('F2');
    await workbench.page.locator('.rename-box input').fill('centre');
    await keyboard.press('Enter');
    await expect.poll(text).toContain('Normal(centre[z], sigma[z])');
    // Wrong for a moment.
    await workbench.goTo(firstMean.line + 1, 1);
    await workbench.type('(');
    await expect.poll(async () => (await workbench.preview.snapshot())?.state).toBe('stale');
    await keyboard.press('Control+Z');
    await expect.poll(async () => (await workbench.preview.snapshot())?.state).toBe('ready');
    const tv = await compare();

    await workbench.reload();
    await workbench.preview.plot(({ version }) => version > 0, 'the plot after the reload');
    await expect.poll(compare).toBeCloseTo(tv, 6);

    await (await frameOf()).locator('.parameter-group', { hasText: 'sigma' }).locator('.reset').click();
    await expect.poll(text).toContain('[0.5, 1, 0.7]');
    expect(await text()).toContain('5.5');
    await workbench.command('LVM: Reset All Numbers');
    await expect.poll(text).toContain('[-2, 0.5, 3]');
    expect(await text()).toContain('param shift = 1.25');
    await expect
      .poll(async () => (await frameOf()).locator('[data-role=banner]').textContent())
      .toMatch(/shift was not in the file when it was opened, and stays as it is/);
    await expect.poll(compare).toBeLessThan(1e-3);
  });
});
