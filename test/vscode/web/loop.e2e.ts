import { afterEach, describe, expect, test } from 'vitest';
import { firstMean, infiniteMixture, threeBumps, threeBumpsDensity } from '../models';
import { webSession } from '../session';
import { themes } from '../workbench';
import { workspaceOf } from '../workspace';

/** Each test has a file of its own, for VS Code for the web saves what is typed. */
const session = webSession(() =>
  workspaceOf({
    ...Object.fromEntries(
      ['open', 'digit', 'broken', 'theme', 'hidden', 'reload', 'palette'].map((name) => [`${name}.lvm`, threeBumps]),
    ),
    'mixture.lvm': infiniteMixture,
    'complete.lvm': 'latent z ~ \nobserved x | z ~ Normal(z, 1)\n',
  }),
);

describe('the loop, by hand, in VS Code for the web', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('opening a model and its preview shows components, marginal and prior', async () => {
    const plot = await session.workbench.openBeside('open.lvm');
    expect(plot).toMatchObject({ kind: 'curve', variable: 'x', prior: true });
    expect(plot.components).toHaveLength(3);
    expect(plot.peak.x).toBeCloseTo(-1.99, 1);
    expect(plot.peak.density).toBeCloseTo(threeBumpsDensity(plot.peak.x), 5);
    expect(await session.workbench.squiggles('error').count()).toBe(0);
  });

  test('a digit typed into a mean moves the curve', async () => {
    const { workbench } = session;
    const before = await session.workbench.openBeside('digit.lvm');
    await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '6');
    const after = await workbench.preview.plot(
      ({ version }) => version > before.version,
      'the plot of the edited text',
    );
    await expect.poll(() => workbench.visibleText()).toContain('[-6, 0.5, 3]');
    expect(after.peak.x).toBeCloseTo(-6, 1);
    expect(after.peak.density).toBeCloseTo(threeBumpsDensity(after.peak.x, -6), 5);
    // What is drawn agrees with what is said of it: the highest point of the line has gone left.
    expect(after.drawnPeak?.x).toBeLessThan((before.drawnPeak?.x ?? 0) - 0.02);
    expect(after.picture).not.toBe(before.picture);
  });

  test('a broken text gets a squiggle and a stale mark, keeps its plot, and recovers', async () => {
    const { workbench } = session;
    const before = await session.workbench.openBeside('broken.lvm');
    await workbench.goTo(8, 18);
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.press('Delete');
    const stale = await workbench.preview.waitFor(({ state }) => state === 'stale', 'the stale mark');
    expect(stale.plot?.peak).toEqual(before.peak);
    expect(stale.plot?.picture).toBe(before.picture);
    expect(stale.message).toMatch(/line 8/);
    await workbench.squiggles('error').first().waitFor();
    expect((await workbench.problems()).length).toBeGreaterThan(0);
    await workbench.focusEditor('broken.lvm');
    await workbench.page.keyboard.press('Control+Z');
    const after = await workbench.preview.plot(
      ({ version }) => version > before.version,
      'the plot of the mended text',
    );
    expect(after.peak).toEqual(before.peak);
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });
  });

  test('suggestions complete a distribution, and the completed model is drawn', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile('complete.lvm');
    await workbench.command('LVM: Open Preview to the Side');
    await workbench.preview.waitFor(
      ({ state, plot }) => state === 'stale' && plot === null,
      'a panel that waits for a model',
    );
    await workbench.focusEditor('complete.lvm');
    await workbench.goTo(1, 12);
    await workbench.type('Lap');
    await workbench.suggestion('Laplace').waitFor();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.visibleText()).toMatch(/^latent z ~ Laplace\(3, 0\.5\)\n/);
    const plot = await workbench.preview.plot(undefined, 'the plot of the completed model');
    expect(plot.peak.x).toBeCloseTo(3, 1);
  });

  test('infinitely many components are drawn as a few, with the integral over the latent as the marginal', async () => {
    const plot = await session.workbench.openBeside('mixture.lvm');
    expect(plot).toMatchObject({ kind: 'curve', variable: 'x', prior: true });
    expect(plot.components.length).toBeGreaterThanOrEqual(12);
    expect(plot.peak.density).toBeGreaterThan(0);
  });

  test('the colour theme is followed while the panel lives', async () => {
    const { workbench } = session;
    await session.workbench.openBeside('theme.lvm');
    for (const [theme, kind] of [
      [themes.light, 'vscode-light'],
      [themes.highContrast, 'vscode-high-contrast'],
      [themes.dark, 'vscode-dark'],
    ] as const) {
      await workbench.setTheme(theme);
      const { background, plot } = await workbench.preview.waitFor((snapshot) => snapshot.theme === kind, theme);
      const editor = await workbench.activeEditor.evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(background).toBe(editor);
      expect(plot?.final).toBe(true);
    }
  });

  test('a panel hidden behind another tab comes back with the text as it stands then', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile('hidden.lvm');
    await workbench.command('LVM: Open Preview');
    const before = await workbench.preview.plot();
    await workbench.focusEditor('hidden.lvm');
    await workbench.preview.waitUntilHidden();
    await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '5');
    await workbench.command('LVM: Open Preview');
    const after = await workbench.preview.plot(({ version }) => version > before.version, 'the plot after coming back');
    expect(after.peak.x).toBeCloseTo(-5, 1);
  });

  test('a panel comes back after the window is reloaded, and is live', async () => {
    const { workbench } = session;
    const before = await session.workbench.openBeside('reload.lvm');
    await workbench.reload();
    const back = await workbench.preview.plot(undefined, 'the panel after the reload');
    expect(back.peak).toEqual(before.peak);
    await workbench.focusEditor('reload.lvm');
    await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '7');
    const after = await workbench.preview.plot(({ peak }) => peak.x < -6, 'the plot of the edited text');
    expect(after.peak.density).toBeCloseTo(threeBumpsDensity(after.peak.x, -7), 5);
  });

  test('the palette offers the commands of a preview where there is one', async () => {
    const { workbench } = session;
    await session.workbench.openBeside('palette.lvm');
    const titles = [
      'Open Preview',
      'Open Preview to the Side',
      'New Model from Gallery',
      'Resample',
      'Show Output',
      'Zoom In',
    ];
    // The palette has as many rows in the page as are in sight.
    for (const title of titles) expect(await workbench.commandsFor(`LVM: ${title}`)).toContain(`LVM: ${title}`);
    await workbench.closeEditors();
    expect(await workbench.commandsFor('LVM: Resample')).not.toContain('LVM: Resample');
  });
});
