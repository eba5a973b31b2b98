import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { leastContrast, type Mark, readMarks } from '../contrast';
import { Hands } from '../hands';
import { firstMean, threeBumps, threeBumpsDensity } from '../models';
import { packagedSession } from '../session';
import { themes } from '../workbench';
import { workspaceOf } from '../workspace';

const session = packagedSession(() =>
  workspaceOf({
    'bumps.lvm': threeBumps,
    'keys.lvm': threeBumps,
    'digit.lvm': threeBumps,
    'theme.lvm': threeBumps,
    'sleep.lvm': threeBumps,
  }),
);
const hands = new Hands(session);

describe('the installed .vsix in the Node extension host of code-server', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('a preview opens beside a model and draws it', async () => {
    const { workbench } = session;
    const plot = await workbench.openBeside('bumps.lvm');
    expect(plot).toMatchObject({ kind: 'curve', variable: 'x', prior: true });
    expect(plot.components).toHaveLength(3);
    expect(plot.peak.density).toBeCloseTo(threeBumpsDensity(plot.peak.x), 5);
  });

  test('a digit typed into a mean moves the curve', async () => {
    const { workbench } = session;
    await workbench.openBeside('digit.lvm');
    await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '6');
    const plot = await workbench.preview.plot(({ peak }) => peak.x < -5, 'the plot of the edited text');
    expect(plot.peak.density).toBeCloseTo(threeBumpsDensity(plot.peak.x, -6), 5);
  });

  test('a drag is undone, done again and saved by the keys of an editor, and a file that is looked at covers nothing', async () => {
    const { workbench, folder } = session;
    const { keyboard } = workbench.page;
    await workbench.openBeside('keys.lvm');
    await hands.drag('mean of z = 3', 50);
    const pattern = /\[-2, 0\.5, ([\d.]+)\]/;
    const dragged = await hands.numberInText(pattern, (value) => value > 3);
    await keyboard.press('Control+Z');
    await hands.numberInText(pattern, (value) => value === 3);
    await keyboard.press('Control+Y');
    await hands.numberInText(pattern, (value) => value === dragged);
    await keyboard.press('Control+S');
    await expect.poll(() => readFile(join(folder, 'keys.lvm'), 'utf8')).toContain(`0.5, ${dragged}]`);
    await workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="sleep.lvm"]').click();
    await workbench.tab('sleep.lvm').waitFor();
    await workbench.preview.plot(({ version }) => version > 0, 'the preview beside it');
  });

  test('the gallery opens a model that is drawn', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.command('LVM: New Model from Gallery');
    await workbench.pick('Three bumps');
    const plot = await workbench.preview.plot(undefined, 'the plot of the new model');
    expect(plot.components.length).toBeGreaterThan(1);
  });

  test('every text and every curve stands out in every theme, in the colours of that theme', async () => {
    const { workbench } = session;
    await workbench.openBeside('theme.lvm');
    const marks = new Map<string, readonly Mark[]>();
    for (const [theme, kind] of [
      [themes.light, 'vscode-light'],
      [themes.dark, 'vscode-dark'],
      [themes.highContrast, 'vscode-high-contrast'],
      [themes.highContrastLight, 'vscode-high-contrast-light'],
    ] as const) {
      await workbench.setTheme(theme);
      const { background } = await workbench.preview.waitFor((snapshot) => snapshot.theme === kind, theme);
      const editor = await workbench.activeEditor.evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(background, theme).toBe(editor);
      const frame = await workbench.preview.frame();
      if (frame === null) throw new Error('The panel went away.');
      let seen: Mark[] = [];
      // Colours fade from theme to theme.
      await expect
        .poll(async () => {
          seen = await readMarks(frame);
          return seen.filter((mark) => mark.contrast < leastContrast[mark.kind]);
        })
        .toEqual([]);
      expect(curves(seen).map(({ what }) => what)).toEqual(['component 1', 'component 2', 'component 3', 'marginal']);
      expect(seen.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(20);
      marks.set(theme, seen);
    }
    const [light, dark] = [marks.get(themes.light) ?? [], marks.get(themes.dark) ?? []];
    expect(light.map(({ what }) => what)).toEqual(dark.map(({ what }) => what));
    for (const [i, mark] of light.entries()) {
      expect(mark.colour, mark.what).not.toEqual(dark[i]?.colour);
      expect(mark.background, mark.what).not.toEqual(dark[i]?.background);
    }
  });

  // Longer than the panel waits for its worker: neither may be taken for dead when both have slept.
  if (process.platform !== 'win32')
    test('a panel that has slept draws the text as it stands when it wakes up, and is live', async () => {
      const { workbench, folder } = session;
      await workbench.openBeside('sleep.lvm');
      const frame = await workbench.preview.frame();
      await frame?.evaluate(watchSleep);
      const wake = await workbench.browser.sleep();
      try {
        await writeFile(join(folder, 'sleep.lvm'), threeBumps.replace('[-2', '[-7'));
        await new Promise((resolve) => setTimeout(resolve, 7000));
      } finally {
        wake();
      }
      const awake = await workbench.preview.plot(({ peak }) => peak.x < -6, 'the plot of the text on the disk');
      expect(awake.peak.density).toBeCloseTo(threeBumpsDensity(awake.peak.x, -7), 5);
      await expect
        .poll(() => frame?.evaluate(() => Number(document.body.dataset.longestSleep)))
        .toBeGreaterThanOrEqual(7000);

      await workbench.focusEditor('sleep.lvm');
      await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '4');
      // Wherever the edit is on its way: in the window, the panel or its worker.
      const wakeAgain = await workbench.browser.sleep();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      wakeAgain();
      const live = await workbench.preview.plot(({ peak }) => peak.x > -5, 'the plot of the last edit');
      expect(live.peak.density).toBeCloseTo(threeBumpsDensity(live.peak.x, -4), 5);
    });
});

function curves(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ kind }) => kind === 'curve');
}

/** Runs in the panel's page: writes down the longest time, in milliseconds, in which it did not run. */
function watchSleep(): void {
  let [last, longest] = [Date.now(), 0];
  setInterval(() => {
    longest = Math.max(longest, Date.now() - last);
    last = Date.now();
    document.body.dataset.longestSleep = String(longest);
  }, 20);
}
