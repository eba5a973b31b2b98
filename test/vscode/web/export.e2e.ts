import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { threeBumps, threeBumpsDensity } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() => workspaceOf({ 'bumps.lvm': threeBumps, 'moons.lvm': threeBumps }));

beforeEach(async () => {
  await session.workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

async function frame() {
  return (await session.workbench.preview.frame())!;
}

/** What is on the clipboard, once it is what is wanted. */
async function copied(wanted: (text: string) => boolean): Promise<string> {
  const { page } = session.workbench;
  let text = '';
  await expect
    .poll(async () => {
      text = await page.evaluate(() => navigator.clipboard.readText());
      return wanted(text);
    })
    .toBe(true);
  return text;
}

/** Takes an item of the export menu with the mouse. */
async function take(role: string): Promise<void> {
  const panel = await frame();
  await panel.locator('[data-role=export]').click();
  await panel.locator(`[data-role=${role}]`).click();
}

describe('what the panel shows can be taken away', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('as a picture in a file beside the model, that needs nothing else', async () => {
    const { page } = session.workbench;
    await session.workbench.openBeside('bumps.lvm');
    const shown = await (await frame()).locator('[data-role=observed] [data-role=marginal]').getAttribute('d');
    await take('export-picture-svg');
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.waitFor();
    await expect.poll(() => input.inputValue()).toMatch(/\/bumps-x\.svg$/);
    await page.keyboard.press('Enter');
    const told = page.locator('.notification-toast', { hasText: 'Exported bumps-x.svg.' });
    await told.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('.tab.active[data-resource-name="bumps-x.svg"]').waitFor();
    // VS Code shows a picture as a picture: its text is to be read.
    await session.workbench.command('View: Reopen Editor With...');
    await session.workbench.pick('Text Editor');
    await session.workbench.activeEditor.locator('.view-line').first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const text = await copied((each) => each.includes('</svg>'));
    const found = await page.evaluate((svg) => {
      const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        broken: picture.querySelector('parsererror') !== null,
        root: picture.documentElement.namespaceURI,
        title: picture.querySelector('title')?.textContent,
        description: picture.querySelector('desc')?.textContent ?? '',
        marginal: picture.querySelector('[data-role=marginal]')?.getAttribute('d'),
        stroke: picture.querySelector('[data-role=marginal]')?.getAttribute('stroke'),
        classes: picture.querySelectorAll('[class], [style], style').length,
      };
    }, text);
    expect(found).toMatchObject({ broken: false, root: 'http://www.w3.org/2000/svg', classes: 0 });
    expect(found.title).toContain('Three bumps');
    expect(found.description).toMatch(/3 components by z/);
    expect(found.stroke).toMatch(/^#[\da-f]{6}$/);
    expect(text).not.toContain('var(');
    // The same curve at another size: as many points.
    expect(found.marginal?.split('L').length).toBe(shown?.split('L').length);
  });

  test('as numbers and as a graph on the clipboard', async () => {
    await session.workbench.openBeside('moons.lvm');
    await take('copy-values');
    const csv = await copied((text) => text.startsWith('x,density'));
    const [head, ...lines] = csv.trim().split('\r\n');
    expect(head).toBe('x,density,log_density,standard_error,z = 1,z = 2,z = 3');
    expect(lines.length).toBe(512);
    for (const line of lines) {
      const [x, density, log, , ...parts] = line.split(',').map(Number);
      expect(density! / threeBumpsDensity(x!)).toBeCloseTo(1, 5);
      expect(log).toBeCloseTo(Math.log(density!), 6);
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(density!, 7);
    }
    await take('copy-samples');
    const samples = await copied((text) => text.startsWith('z,x\r\n'));
    expect(samples.trim().split('\r\n').length).toBe(2001);
    await take('copy-graph-mmd');
    const mermaid = await copied((text) => text.includes('flowchart'));
    expect(mermaid).toContain('v1(("x")):::observed');
  });

  test('by the keyboard alone, from the palette', async () => {
    const { page } = session.workbench;
    await session.workbench.openBeside('bumps.lvm');
    await session.workbench.command('LVM: Export…');
    const panel = await frame();
    const focused = () => panel.evaluate(() => document.activeElement?.getAttribute('data-role') ?? '');
    await expect.poll(focused).toBe('export-of');
    await page.keyboard.press('End');
    await expect.poll(focused).toBe('copy-graph-mmd');
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('copy-graph-dot');
    await page.keyboard.press('Escape');
    await panel.locator('[data-role=export-menu]').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('export');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('export-of');
    await page.keyboard.press('g');
    await expect.poll(focused).toBe('export-graph-svg');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('copy-graph-dot');
    await page.keyboard.press('Enter');
    expect(await copied((text) => text.startsWith('digraph'))).toContain('"z" -> "x";');
    expect(await panel.locator('[data-role=export-menu]').count()).toBe(0);
  });

  test('as an image on the clipboard', async () => {
    const { page } = session.workbench;
    await session.workbench.openBeside('bumps.lvm');
    await take('copy-picture-png');
    const said = (await frame()).locator('[data-role=export-said]');
    await expect.poll(() => said.textContent()).toContain('copied to the clipboard');
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(await item!.getType('image/png'));
      return [image.width, image.height];
    });
    expect(size[0]).toBe(1840);
    expect(size[1]).toBeGreaterThan(1000);

    await take('export-graph-png');
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    await expect.poll(() => input.inputValue()).toMatch(/\/bumps-graph\.png$/);
    await page.keyboard.press('Enter');
    const told = page.locator('.notification-toast', { hasText: 'Exported bumps-graph.png.' });
    await told.getByRole('button', { name: 'Open', exact: true }).click();
    // VS Code writes the size of a picture that it could read into the status bar.
    await expect.poll(() => page.locator('.part.statusbar').textContent()).toMatch(/720x\d+/);
  });
});
