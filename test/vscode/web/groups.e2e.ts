import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from '../hands';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const names = ['click', 'second', 'picture', 'alone', 'same', 'go', 'plain'];
const session = webSession(() =>
  workspaceOf({
    ...Object.fromEntries(names.map((name) => [`${name}.lvm`, threeBumps])),
    'notes.txt': 'Nothing of a model.\n',
  }),
);
const hands = new Hands(session);

async function panel() {
  return (await session.workbench.preview.frame())!;
}

/** The tabs of every group, from left to right, the one on the screen in brackets. */
async function tabs(): Promise<string[][]> {
  return session.workbench.page.evaluate(() =>
    [...document.querySelectorAll('.editor-group-container')]
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((group) =>
        [...group.querySelectorAll('.tab')].map((tab) => {
          const name = tab.querySelector('.label-name')?.textContent ?? '';
          return tab.classList.contains('active') ? `[${name}]` : name;
        }),
      ),
  );
}

/** A single click in the explorer, as one who only looks does. */
async function look(name: string): Promise<void> {
  await session.workbench.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).click();
  await session.workbench.tab(name).waitFor();
}

/** Clicks on a place of the preview where nothing is. */
async function touchPanel(): Promise<void> {
  await (await panel()).locator('h1').click();
  await session.workbench.page.locator('.editor-group-container.active .tab.active', { hasText: 'Preview' }).waitFor();
}

async function closeTab(name: string): Promise<void> {
  const label = session.workbench.page.locator('.label-name').getByText(name, { exact: true });
  const tab = session.workbench.page.locator('.tab').filter({ has: label });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

describe('nothing covers a preview', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('a click in the explorer opens a file beside the preview that was clicked before', async () => {
    await session.workbench.openBeside('click.lvm');
    await touchPanel();
    await look('notes.txt');
    expect(await tabs()).toEqual([['click.lvm', '[notes.txt]'], ['[Preview click.lvm]']]);
  });

  test('an exported picture opens beside the preview that it is of', async () => {
    const { workbench } = session;
    await workbench.openBeside('picture.lvm');
    await touchPanel();
    await (await panel()).locator('[data-role=export]').click();
    await (await panel()).locator('[data-role=export-picture-svg]').click();
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await expect.poll(() => input.inputValue()).toMatch(/\.svg$/);
    await workbench.page.keyboard.press('Enter');
    const told = workbench.page.locator('.notification-toast', { hasText: 'Exported' });
    await told.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(async () => (await tabs())[0]?.some((name) => /^\[.*\.svg\]$/.test(name))).toBe(true);
    expect((await tabs())[1]).toEqual(['[Preview picture.lvm]']);
  });

  test('the preview of another model joins the first, and their group goes with the last', async () => {
    const { workbench } = session;
    await workbench.openBeside('click.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    await workbench.openFile('second.lvm');
    await workbench.command('LVM: Open Preview to the Side');
    const [first, second] = ['click.lvm', 'second.lvm'];
    await expect.poll(async () => (await tabs()).map((group) => group.length)).toEqual([2, 2]);
    expect((await tabs())[0]).toEqual([first, `[${second}]`]);
    const [pinned, other] = (await tabs())[1]!;
    expect([pinned, other]).toEqual([expect.stringContaining('click.lvm'), '[Preview second.lvm]']);
    await workbench.preview.plot();
    await touchPanel();
    await look('notes.txt');
    expect(await tabs()).toHaveLength(2);
    expect((await tabs())[0]).toContain('[notes.txt]');
    await closeTab('Preview second.lvm');
    await closeTab(pinned!);
    await look('plain.lvm');
    expect(await tabs()).toEqual([[first, second, '[plain.lvm]']]);
  });

  test('a preview in the group of its text leaves it open for other files', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile('plain.lvm');
    await workbench.command('LVM: Open Preview');
    await workbench.preview.plot();
    await touchPanel();
    await look('notes.txt');
    expect(await tabs()).toEqual([['plain.lvm', 'Preview plain.lvm', '[notes.txt]']]);
  });

  test('a drag in a pinned preview, alone with its text closed, opens the text beside and goes on', async () => {
    const { workbench } = session;
    await workbench.openBeside('alone.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    await closeTab('alone.lvm');
    await expect.poll(async () => (await tabs()).length).toBe(1);
    const { x, y } = await hands.take('mean of z = 3');
    const { mouse } = workbench.page;
    await mouse.move(x - 20, y, { steps: 4 });
    await workbench.tab('alone.lvm').waitFor();
    const pattern = /\[-2, 0\.5, ([\d.]+)\]/;
    const once = await hands.numberInText(pattern, (value) => value < 3);
    await mouse.move(x - 60, y, { steps: 8 });
    await hands.numberInText(pattern, (value) => value < once - 0.3);
    await mouse.up();
    const [previews, texts] = await tabs();
    expect([previews?.[0], texts]).toEqual([expect.stringMatching(/^\[.*alone\.lvm.*\]$/), ['[alone.lvm]']]);
    await workbench.page.keyboard.press('Control+Z');
    await hands.numberInText(pattern, (value) => value === 3);
  });

  test('once all is closed the next file opens where the preview was', async () => {
    const { workbench } = session;
    await workbench.openBeside('alone.lvm');
    await workbench.command('LVM: Pin/Unpin Preview');
    await closeTab('alone.lvm');
    await closeTab('Preview alone.lvm (pinned)');
    await look('plain.lvm');
    expect(await tabs()).toEqual([['[plain.lvm]']]);
  });

  test('nor does a drag in a preview that lies over its text', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile('same.lvm');
    await workbench.command('LVM: Open Preview');
    await workbench.preview.plot();
    await hands.drag('mean of z = 3', -60);
    await expect.poll(tabs).toEqual([['same.lvm', '[Preview same.lvm]'], ['[same.lvm]']]);
    await hands.numberInText(/\[-2, 0\.5, ([\d.]+)\]/, (value) => value < 2.5);
  });

  test('a name that is clicked in such a preview shows its statement beside', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile('go.lvm');
    await workbench.command('LVM: Open Preview');
    await workbench.preview.plot();
    await (await panel()).locator('.parameter-group .group-name').first().click();
    await expect.poll(tabs).toEqual([['go.lvm', '[Preview go.lvm]'], ['[go.lvm]']]);
  });
});
