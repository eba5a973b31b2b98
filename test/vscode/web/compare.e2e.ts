import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({
    'shift.lvm': 'observed x ~ Normal(0, 1)\nview x in [-6, 6]\n',
    'bumps.lvm': threeBumps,
    'coin.lvm': 'latent z ~ Bernoulli(0.5)\nobserved x | z ~ Bernoulli(case z { true: 0.2, false: 0.4 })\n',
  }),
);

async function panelOf(file: string) {
  await session.workbench.openBeside(file);
  const frame = (await session.workbench.preview.frame())!;
  const compare = frame.locator('[data-role=compare]');
  const value = async (name: string) => Number((await compare.getAttribute(`data-${name}`)) ?? Number.NaN);
  return { frame, compare, value };
}

/** Where a line is highest, in pixels of its picture. */
function topOf(frame: Frame, role: string): Promise<{ x: number; y: number }> {
  return frame.locator(`[data-role=observed] path[data-role=${role}]`).evaluate((path) => {
    const points = (path.getAttribute('d') ?? '')
      .split(/[ML]/)
      .slice(1)
      .map((point) => point.split(',').map(Number));
    const [x = Number.NaN, y = Number.NaN] = points.reduce((best, point) => (point[1]! < best[1]! ? point : best));
    return { x, y };
  });
}

describe('comparing with a snapshot', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('shows both curves and their divergence, until it is given up', async () => {
    const { frame, compare, value } = await panelOf('shift.lvm');
    await frame.locator('[data-role=snapshot]').click();
    await expect.poll(() => compare.count()).toBe(1);
    expect(await value('forward')).toBe(0);
    // The mean becomes 1.
    await session.workbench.focusEditor('shift.lvm');
    await session.workbench.replace(1, 21, 22, '1');
    await expect.poll(() => value('forward')).toBeCloseTo(0.5, 3);
    expect(await value('backward')).toBeCloseTo(0.5, 3);
    expect(await value('total-variation')).toBeCloseTo(0.3829, 3);
    expect(await compare.textContent()).toMatch(/KL\(snapshot ‖ now\) = 0\.5\d* nats/);
    expect(await frame.locator('[data-role=snapshot-key]').textContent()).toBe('snapshot');
    // The ghost stands where the curve was: one of the twelve units to the left, and as high.
    const [ghost, line] = await Promise.all(['before', 'marginal'].map((role) => topOf(frame, role)));
    expect(ghost!.y).toBeCloseTo(line!.y, 0);
    const width = (await frame.locator('[data-role=pointer]').boundingBox())!.width;
    expect((line!.x - ghost!.x) / width).toBeCloseTo(1 / 12, 2);
    await frame.locator('[data-role=snapshot]').click();
    await expect.poll(() => compare.count()).toBe(0);
    expect(await frame.locator('[data-role=observed] [data-role=before]').count()).toBe(0);
  });

  test('goes by the palette, and a snapshot of another file is not compared', async () => {
    const { compare, value, frame } = await panelOf('coin.lvm');
    await session.workbench.command('LVM: Take a Snapshot to Compare With');
    await expect.poll(() => compare.count()).toBe(1);
    await session.workbench.replace(1, 22, 25, '0.9');
    // p(x) goes from 0.3 to 0.22.
    const kl = (p: number, q: number) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    await expect.poll(() => value('forward')).toBeCloseTo(kl(0.3, 0.22), 6);
    expect(await value('backward')).toBeCloseTo(kl(0.22, 0.3), 6);
    expect(await frame.locator('[data-role=observed] [data-role=before]').getAttribute('d')).toMatch(/^M/);
    expect(await frame.locator('.pane.prior [data-role=before]').count()).toBe(2);
    await session.workbench.focusEditor('coin.lvm');
    await session.workbench.openFile('bumps.lvm');
    await expect.poll(() => compare.textContent()).toContain('The snapshot is of another file, coin.lvm');
  });
});
