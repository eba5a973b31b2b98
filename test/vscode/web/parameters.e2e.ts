import { afterEach, describe, expect, test } from 'vitest';
import { firstMean, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf(
    {
      'caret.lvm': threeBumps,
      'keys.lvm': threeBumps,
      'kept.lvm': threeBumps,
      'other.lvm': 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 0.5)\n',
      'locked.lvm': threeBumps,
    },
    { 'files.readonlyInclude': { '**/locked.lvm': true } },
  ),
);

describe('the text and the panel, both ways', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('the number at the caret marks its row, its component and its statement, and a focused row selects its number', async () => {
    const { workbench } = session;
    await workbench.openBeside('caret.lvm');
    const frame = (await workbench.preview.frame())!;
    const lit = () =>
      frame
        .locator('[data-role=observed] path.component.lit')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-label')));
    await workbench.goTo(firstMean.line, firstMean.column + 4);
    const row = frame.locator('.parameter[aria-current=true]');
    await expect.poll(() => row.locator('input[type=range]').getAttribute('aria-label')).toBe('mu 2');
    await expect.poll(lit).toEqual(['2']);
    expect(await frame.locator('[data-role=caret-mark]').getAttribute('data-label')).toBe('2');
    expect(
      await frame.locator('.graph-link[aria-current=true]').evaluateAll((all) => all.map((one) => one.dataset.name)),
    ).toEqual(['mu']);
    await workbench.goTo(1, 1);
    await expect.poll(lit).toEqual([]);
    expect(await row.count()).toBe(0);
    await frame.locator('input[type=range][aria-label="sigma 3"]').focus();
    await expect.poll(lit).toEqual(['3']);
    // What is typed next replaces what is selected.
    await workbench.command('View: Focus First Editor Group');
    await workbench.type('0.4');
    await expect.poll(() => workbench.visibleText()).toContain('[0.5, 1, 0.4]');
  });

  test('a number is changed, locked and reset from the text, with keys alone', async () => {
    const { workbench } = session;
    const { keyboard } = workbench.page;
    await workbench.openBeside('keys.lvm');
    const frame = (await workbench.preview.frame())!;
    await workbench.focusEditor('keys.lvm');
    // At the second weight.
    await workbench.goTo(3, 'param weight: simplex  = [0.3, 0'.length + 1);
    await expect.poll(() => frame.locator('.parameter.at-caret').getAttribute('data-slot')).toBe('1');
    await keyboard.press('Control+K');
    await keyboard.press('Alt+W');
    const lock = frame.locator('[data-role=lock][aria-pressed=true]');
    await expect.poll(() => lock.getAttribute('aria-label')).toBe('Let weight 2 move again');
    await workbench.goTo(firstMean.line, firstMean.column);
    await expect.poll(() => frame.locator('.parameter.at-caret').getAttribute('data-slot')).toBe('3');
    await keyboard.press('Control+K');
    await keyboard.press('Alt+G');
    await expect.poll(() => frame.locator('input:focus').getAttribute('aria-label')).toBe('mu 1');
    await keyboard.press('ArrowRight');
    await expect.poll(() => workbench.visibleText()).not.toContain('[-2, 0.5, 3]');
    await keyboard.press('Control+K');
    await keyboard.press('Alt+U');
    await expect.poll(() => workbench.visibleText()).toContain('[-2, 0.5, 3]');
  });

  test('what was observed is kept with its file; a key of the text editor changes the scale', async () => {
    const { workbench } = session;
    await workbench.openBeside('kept.lvm');
    const frame = (await workbench.preview.frame())!;
    const evidence = frame.locator('.pane.prior [data-role=evidence]');
    await frame.locator('[data-role=pointer]').click({ position: { x: 60, y: 40 } });
    await expect.poll(() => evidence.count()).toBe(1);
    const observed = await evidence.textContent();
    await workbench.focusEditor('kept.lvm');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Alt+2');
    const scale = frame.locator('[data-role=observed]');
    await expect.poll(() => scale.getAttribute('data-scale')).toBe('log');
    await workbench.openFile('other.lvm');
    await expect.poll(() => frame.locator('[data-role=prior]').getAttribute('data-kind')).toBe('curve');
    expect(await evidence.count()).toBe(0);
    await workbench.tab('kept.lvm').click();
    await expect.poll(() => evidence.textContent()).toBe(observed);
  });

  test('a number of a read-only file cannot be dragged: the panel says so, and the curve goes back', async () => {
    const { workbench } = session;
    const before = await workbench.openBeside('locked.lvm');
    const frame = (await workbench.preview.frame())!;
    const mean = frame.locator('[data-role=grip][aria-label="mean of z = 1"]');
    const box = (await mean.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await workbench.page.mouse.move(x, y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(x - 60, y, { steps: 10 });
    await workbench.page.mouse.up();
    await expect.poll(() => frame.locator('[data-role=banner]').textContent()).toMatch(/Not written.*read-only/s);
    await workbench.preview.plot(({ peak }) => Math.abs(peak.x - before.peak.x) < 0.03, 'the old curve');
    await expect.poll(() => workbench.visibleText()).toContain('[-2, 0.5, 3]');
  });
});
