import { afterEach, describe, expect, test } from 'vitest';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({
    'bumps.lvm': threeBumps,
    'linear.lvm': 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 0.5)\n',
  }),
);

const evidenceOf = (text: string | null) => Number(/^x = (.*?)( ×)?$/.exec(text ?? '')?.[1]?.replace('−', '-'));

describe('what was observed', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('turns the prior of a category into its responsibilities, until Escape', async () => {
    await session.workbench.openBeside('bumps.lvm');
    const frame = (await session.workbench.preview.frame())!;
    const pane = frame.locator('.pane.prior');
    await frame.locator('[data-role=pointer]').click({ position: { x: 60, y: 40 } });
    await expect.poll(() => pane.locator('.pane-kind').textContent()).toBe('Posterior');
    const x = evidenceOf(await pane.locator('[data-role=evidence]').textContent());
    // Weight, mean and standard deviation of each bump.
    const bumps = [
      [0.3, -2, 0.5],
      [0.5, 0.5, 1],
      [0.2, 3, 0.7],
    ] as const;
    const terms = bumps.map(([weight, mean, sd]) => (weight / sd) * Math.exp(-0.5 * ((x - mean) / sd) ** 2));
    const expected = terms.map((term) => term / terms.reduce((a, b) => a + b, 0));
    const widths = await pane
      .locator('[data-role=prior-bar]')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
    const total = widths.reduce((a, b) => a + b, 0);
    widths.forEach((width, k) => {
      expect(width / total).toBeCloseTo(expected[k]!, 2);
    });
    await session.workbench.page.keyboard.press('Escape');
    await expect.poll(() => pane.locator('.pane-kind').textContent()).toBe('Prior');
    expect(await frame.locator('[data-role=evidence-mark]').count()).toBe(0);
  });

  test('moves and narrows the curve of a continuous latent, with the prior behind', async () => {
    await session.workbench.openBeside('linear.lvm');
    const frame = (await session.workbench.preview.frame())!;
    const pane = frame.locator('.pane.prior');
    await frame.locator('[data-role=pointer]').focus();
    await session.workbench.page.keyboard.press('Shift+ArrowRight');
    await session.workbench.page.keyboard.press('Enter');
    await expect.poll(() => pane.locator('.pane-kind').textContent()).toBe('Posterior');
    expect(await pane.locator('[data-role=posterior-note]').textContent()).toContain('exact');
    expect(await pane.locator('[data-role=before]').getAttribute('d')).toMatch(/^M/);
    await pane.locator('[data-role=evidence]').click();
    await expect.poll(() => pane.locator('.pane-kind').textContent()).toBe('Prior');
  });
});
