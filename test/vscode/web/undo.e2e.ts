import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from '../hands';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const names = ['drag', 'slide', 'type', 'half', 'saved', 'hidden', 'other', 'closed', 'middle', 'palette', 'pair'];
const session = webSession(() => workspaceOf(Object.fromEntries(names.map((name) => [`${name}.lvm`, threeBumps]))));
const hands = new Hands(session);

const press = (key: string) => session.workbench.page.keyboard.press(key);
const text = () => session.workbench.visibleText();

async function panel() {
  return (await session.workbench.preview.frame())!;
}

/** What has the keyboard in the panel, as a screen reader names it; null where the keyboard is elsewhere. */
async function keyboardIn(): Promise<string | null> {
  return (await panel()).evaluate(() => (document.hasFocus() ? (document.activeElement?.ariaLabel ?? '') : null));
}

async function box(name: string): Promise<Locator> {
  return (await panel()).locator(`input[type=number][aria-label="${name}, as a number"]`);
}

describe('the keys of the editor in the panel', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('a drag is undone and done again, and the grip keeps the keyboard', async () => {
    await session.workbench.openBeside('drag.lvm');
    const before = await text();
    await hands.drag('mean of z = 3', 50);
    const after = await hands.settledText((now) => now !== before);
    await press('Control+Z');
    await expect.poll(text).toBe(before);
    await session.workbench.preview.plot(({ drawnPeak }) => drawnPeak !== null);
    await expect.poll(async () => await (await hands.grip('mean of z = 3')).getAttribute('aria-valuenow')).toBe('3');
    await press('Control+Shift+Z');
    await expect.poll(text).toBe(after);
    await press('Control+Z');
    await expect.poll(text).toBe(before);
    await press('Control+Y');
    await expect.poll(text).toBe(after);
    await expect.poll(keyboardIn).toBe('mean of z = 3');
    await press('ArrowRight');
    await hands.settledText((now) => now !== after && now !== before);
  });

  test('keys that follow each other fast lose and double no step', async () => {
    const { keyboard } = session.workbench.page;
    await session.workbench.openBeside('slide.lvm');
    const slider = (await panel()).locator('input[type=range][aria-label="mu 2"]');
    const texts = [await text()];
    await slider.focus();
    for (let i = 0; i < 12; i++) {
      await press('ArrowRight');
      texts.push(await hands.settledText((now) => now !== texts.at(-1)));
    }
    await keyboard.down('Control');
    // The first goes down, the others are the repeats of a key that is held.
    for (let i = 0; i < 9; i++) await keyboard.down('z');
    await keyboard.up('z');
    await keyboard.up('Control');
    expect(await hands.settledText((now) => now === texts[3])).toBe(texts[3]);
    for (let i = 0; i < 5; i++) await press('Control+Y');
    expect(await hands.settledText((now) => now === texts[8])).toBe(texts[8]);
    await expect.poll(keyboardIn).toBe('mu 2');
    await expect.poll(() => slider.inputValue()).toBe(/\[-2, ([\d.]+), 3\]/.exec(texts[8]!)![1]);
  });

  test('a number that was typed', async () => {
    await session.workbench.openBeside('type.lvm');
    const before = await text();
    const number = await box('sigma 1');
    await number.click({ clickCount: 3 });
    await session.workbench.type('0.25');
    await press('Enter');
    await expect.poll(text).toContain('[0.25, 1, 0.7]');
    await press('Control+Z');
    await expect.poll(text).toBe(before);
    await expect.poll(() => number.inputValue()).toBe('0.5');
    await expect.poll(keyboardIn).toBe('sigma 1, as a number');
  });

  test('what is half typed keeps its keys', async () => {
    const { workbench } = session;
    await workbench.openBeside('half.lvm');
    await hands.drag('mean of z = 3', 50);
    const dragged = await hands.settledText((now) => !now.includes('0.5, 3]'));
    const number = await box('sigma 2');
    await number.click({ clickCount: 3 });
    await workbench.type('2.5');
    expect(await number.inputValue()).toBe('2.5');
    await press('Control+Z');
    await expect.poll(() => number.inputValue()).not.toBe('2.5');
    expect(await text()).toBe(dragged);
    await press('Escape');
    await expect.poll(() => number.inputValue()).toBe('1');
    await press('Control+Z');
    await expect.poll(text).toContain('0.5, 3]');
  });

  test('saving takes what is half typed along', async () => {
    const { workbench } = session;
    await workbench.openBeside('saved.lvm');
    await (await box('sigma 2')).click({ clickCount: 3 });
    await workbench.type('2.5');
    await press('Control+S');
    await expect.poll(text).toContain('[0.5, 2.5, 0.7]');
    await expect.poll(() => workbench.page.locator('.tab.dirty').count()).toBe(0);
    await expect.poll(keyboardIn).toBe('sigma 2, as a number');
    await press('Control+Z');
    await expect.poll(text).toContain('[0.5, 1, 0.7]');
    expect(await (await panel()).locator('[data-role=banner]').allInnerTexts()).toEqual([]);
  });

  test('a text behind another tab comes to the front', async () => {
    const { workbench } = session;
    await workbench.openBeside('hidden.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    const before = await text();
    await hands.drag('mean of z = 3', 50);
    await hands.settledText((now) => now !== before);
    await workbench.openFile('other.lvm');
    await (await hands.grip('mean of z = 3')).focus();
    await press('Control+Z');
    await workbench.page.locator('.tab.active[data-resource-name="hidden.lvm"]').waitFor();
    await expect.poll(text).toBe(before);
    await expect.poll(keyboardIn).toBe('mean of z = 3');
  });

  test('a text that was closed opens beside', async () => {
    const { workbench } = session;
    await workbench.openBeside('closed.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    const before = await text();
    await hands.drag('mean of z = 3', 50);
    const after = await hands.settledText((now) => now !== before);
    await press('Control+S');
    await expect.poll(() => workbench.page.locator('.tab.dirty').count()).toBe(0);
    await workbench.tab('closed.lvm').click({ button: 'middle' });
    await workbench.tab('closed.lvm').waitFor({ state: 'detached' });
    await (await hands.grip('mean of z = 3')).focus();
    await press('Control+Z');
    await workbench.tab('closed.lvm').waitFor();
    await expect.poll(text).toBe(before);
    await press('Control+Y');
    await expect.poll(text).toBe(after);
    await expect.poll(keyboardIn).toBe('mean of z = 3');
  });

  test('undoing in the middle of a drag gives it up', async () => {
    const { workbench } = session;
    await workbench.openBeside('middle.lvm');
    const before = await text();
    await hands.drag('mean of z = 3', 50, 0, { drop: false });
    await hands.settledText((now) => now !== before);
    await press('Control+Z');
    await expect.poll(text).toBe(before);
    await workbench.page.mouse.up();
    await expect.poll(async () => (await hands.grip('mean of z = 3')).getAttribute('aria-valuenow')).toBe('3');
    expect(await text()).toBe(before);
  });

  test('a preview that follows other texts does not follow the one that is undone', async () => {
    const { workbench } = session;
    await workbench.openBeside('pair.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    await workbench.openFile('other.lvm');
    await workbench.command('LVM: Open Preview to the Side');
    const following = workbench.page.locator('.tab', { hasText: 'Preview other.lvm' });
    await following.waitFor();
    await workbench.page.locator('.tab', { hasText: /Preview.*pair.lvm|pair.lvm.*Preview/ }).click();
    await workbench.preview.plot();
    await hands.drag('mean of z = 3', 50);
    await hands.settledText((now) => !now.includes('0.5, 3]'));
    await press('Control+Z');
    await hands.settledText((now) => now.includes('0.5, 3]'));
    await expect.poll(keyboardIn).toBe('mean of z = 3');
    expect(await following.count()).toBe(1);
  });

  test('elsewhere in the window the keys are what they were', async () => {
    const { workbench } = session;
    await workbench.openBeside('palette.lvm');
    await hands.drag('mean of z = 3', 50);
    const dragged = await hands.settledText((now) => !now.includes('0.5, 3]'));
    await press('F1');
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.waitFor();
    await workbench.type('abc');
    await press('Control+Z');
    await expect.poll(() => input.inputValue()).not.toContain('abc');
    await press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    expect(await text()).toBe(dragged);
    await workbench.command('LVM: Undo in the Text of the Preview');
    await hands.settledText((now) => now.includes('0.5, 3]'));
  });
});
