import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({
    'bumps.lvm': threeBumps,
    'rows.lvm': threeBumps,
    'line.lvm': 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(2 * z, 0.5)\n',
  }),
);

const laws = ['Normal(−2, 0.5)', 'Normal(0.5, 1)', 'Normal(3, 0.7)'];
const number = (text: string | undefined) => Number(text?.replace('−', '-'));

/** The sentence of the present draw, as it is spoken. */
async function sentence(frame: Frame): Promise<string> {
  return (await frame.locator('[data-role=play-sentence] .visually-hidden').textContent()) ?? '';
}

/** How many draws are in the histogram. */
async function counted(frame: Frame): Promise<number> {
  const counts = (await frame.locator('[data-role=play-histogram]').getAttribute('data-counts')) ?? '';
  return counts.split(',').reduce((sum, each) => sum + Number(each), 0);
}

const bar = (frame: Frame, name: string) => frame.locator('[data-role=play-bar]').getAttribute(`data-${name}`);
const press = (frame: Frame, role: string) => frame.locator(`[data-role=${role}]`).click();

describe('samples, drawn one by one', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('step by step: z, then its row of the table, then x, which falls into the histogram', async () => {
    const { workbench } = session;
    await workbench.openBeside('bumps.lvm');
    const frame = (await workbench.preview.frame())!;
    await workbench.command('LVM: Draw One Sample');
    await expect.poll(() => bar(frame, 'draws')).toBe('1');
    const whole = /^z = (\d); x follows (.*); x = (.*)$/.exec(await sentence(frame));
    expect(whole?.[2]).toBe(laws[Number(whole?.[1]) - 1]);
    expect(await counted(frame)).toBe(1);
    await press(frame, 'play-stage');
    await expect.poll(() => sentence(frame)).toMatch(/^z = \d$/);
    expect(await frame.locator('[data-role=play-lit]').count()).toBe(0);
    const z = Number((await sentence(frame)).at(-1));
    await press(frame, 'play-stage');
    await expect.poll(() => sentence(frame)).toBe(`z = ${z}; x follows ${laws[z - 1]}`);
    const lit = await frame.locator('[data-role=play-lit]').getAttribute('d');
    expect(lit).toBe(await frame.locator(`.components [data-role=component][data-label="${z}"]`).getAttribute('d'));
    await press(frame, 'play-stage');
    await expect.poll(() => sentence(frame)).toContain('; x = ');
    expect(await bar(frame, 'draws')).toBe('2');
    expect(await counted(frame)).toBe(2);
    await workbench.command('LVM: Stop Sampling');
    await expect.poll(() => frame.locator('[data-role=play-bar]').count()).toBe(0);
  });

  test('plays, faster, holds still, waits with none where the text changes, and stops', async () => {
    const { workbench } = session;
    await workbench.openBeside('line.lvm');
    const frame = (await workbench.preview.frame())!;
    await press(frame, 'play');
    await frame.locator('[data-role=play-speed]').selectOption('8');
    await expect.poll(async () => Number(await bar(frame, 'draws'))).toBeGreaterThan(3);
    // The curve of p(x | z) is that of a normal about 2 z.
    await press(frame, 'play-toggle');
    await expect.poll(() => bar(frame, 'mode')).toBe('paused');
    const draws = Number(await bar(frame, 'draws'));
    await press(frame, 'play-draw');
    await expect.poll(() => bar(frame, 'draws')).toBe(String(draws + 1));
    await expect.poll(() => frame.locator('[data-role=play-conditional]').count()).toBe(1);
    const [, z, mean, sd] = /^z = (.*); x follows Normal\((.*), (.*)\); x = /.exec(await sentence(frame)) ?? [];
    expect(Math.abs(number(mean) - 2 * number(z))).toBeLessThan(0.011 * Math.max(1, Math.abs(number(mean))));
    expect(sd).toBe('0.5');
    await workbench.focusEditor('line.lvm');
    await workbench.replace(2, 32, 35, '0.8');
    await expect.poll(() => bar(frame, 'draws')).toBe('0');
    expect(await bar(frame, 'mode')).toBe('paused');
    await press(frame, 'play-stop');
    await expect.poll(() => frame.locator('[data-role=play-bar]').count()).toBe(0);
    expect(await frame.locator('[data-role=played]').count()).toBe(0);
  });

  test('stand in a table that agrees with the model, sorts, turns its pages and marks a sample in the plots', async () => {
    const { workbench } = session;
    await workbench.openBeside('rows.lvm');
    const frame = (await workbench.preview.frame())!;
    await frame.locator('[data-role=view-tab][data-view=samples]').click();
    await expect.poll(() => frame.locator('[data-role=sample]').count()).toBe(50);
    expect(await frame.locator('[data-role=samples-note]').textContent()).toBe('1,000 rows · seed 0');
    const column = async (name: string) =>
      (
        await frame
          .locator(`td[data-column="${name}"]`)
          .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')))
      ).map(Number);
    const all: [number, number][] = [];
    for (let page = 0; page < 20; page++) {
      await expect
        .poll(() => frame.locator('[data-role=sample]').first().getAttribute('data-row'))
        .toBe(String(50 * page + 1));
      const [z, x] = [await column('z'), await column('x')];
      z.forEach((code, i) => {
        all.push([code, x[i]!]);
      });
      if (page < 19) await press(frame, 'page-on');
    }
    [0.3, 0.5, 0.2].forEach((weight, k) => {
      const own = all.filter(([z]) => z === k + 1).map(([, x]) => x);
      expect(Math.abs(own.length / 1000 - weight)).toBeLessThan(0.05);
      const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
      expect(Math.abs(mean - [-2, 0.5, 3][k]!)).toBeLessThan(0.2);
    });
    await frame.locator('[data-role=sort][data-column=x]').click();
    await expect.poll(async () => (await column('x'))[0]).toBe(Math.min(...all.map(([, x]) => x)));
    const sorted = await column('x');
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    expect(await frame.locator('th[aria-sort=ascending]').textContent()).toContain('x');
    await frame.locator('.row-number').nth(30).focus();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => frame.locator('[data-role=sample].chosen').count()).toBe(1);
    await frame.locator('[data-role=view-tab][data-view=density]').click();
    await expect.poll(() => frame.locator('[data-role=play-newest]').count()).toBe(1);
    expect(await frame.locator('[data-role=play-latent]').getAttribute('data-value')).toBe('1');
    await workbench.command('LVM: Reverse the Order of the Samples');
    await expect.poll(async () => (await column('x'))[0]).toBe(Math.max(...all.map(([, x]) => x)));
    await workbench.command('LVM: Mark the Next Sample');
    // The 31st from the smallest is followed by the 30th, on the last page.
    const chosen = frame.locator('[data-role=sample].chosen td[data-column=x]');
    await expect.poll(async () => Number(await chosen.getAttribute('data-value'))).toBe(sorted[29]);
    await workbench.command('LVM: Previous Page of Samples');
    await expect.poll(() => chosen.count()).toBe(0);
  });
});
