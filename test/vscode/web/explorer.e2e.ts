import { afterEach, describe, expect, test } from 'vitest';
import { threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({
    'bumps.lvm': threeBumps,
    'bent.lvm': 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(2 * sin(z), 0.3)\n',
    'pair.lvm': 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(3 * dot(z, [1, 2]), 0.5)\n',
    'two.lvm': `latent z ~ Categorical(low: 0.6, high: 0.4)
observed x | z ~ Normal(case z { low: -1, high: 2 }, 1)
observed c | z ~ Bernoulli(case z { low: 0.2, high: 0.9 })
`,
  }),
);

const normal = (x: number, mean: number, sd: number) => Math.exp(-0.5 * ((x - mean) / sd) ** 2) / sd;

async function frameOf() {
  return (await session.workbench.preview.frame())!;
}

/** What the line of p(x | z) is of: z, and where it is highest; null where there is none. */
async function conditional(): Promise<{ z: number[]; peak: number; factor: number; path: string } | null> {
  const line = (await frameOf()).locator('[data-role=conditional]');
  if ((await line.count()) === 0) return null;
  const [values, peak, factor, path] = await Promise.all(
    ['data-values', 'data-peak', 'data-factor', 'd'].map((name) => line.getAttribute(name)),
  );
  return {
    z: (values ?? '').split(' ').map(Number),
    peak: Number((peak ?? '').split(' ')[0]),
    factor: Number(factor),
    path: path ?? '',
  };
}

async function conditionalWhere(wanted: (z: readonly number[]) => boolean) {
  let last = await conditional();
  await expect
    .poll(async () => {
      last = await conditional();
      return last !== null && wanted(last.z);
    })
    .toBe(true);
  return last!;
}

/** The sheet over the latent variable, where the mouse can reach all of it. */
async function sheetBox() {
  const frame = await frameOf();
  await frame.locator('[data-role=latent-read-out]').scrollIntoViewIfNeeded();
  return (await frame.locator('[data-role=latent-sheet]').boundingBox())!;
}

const readOut = async () =>
  ((await (await frameOf()).locator('[data-role=latent-read-out]').textContent()) ?? '').replace(/\s+/g, ' ');

describe('the latent explorer', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('shows p(x | z) under the pointer, keeps it on a click, moves it with keys, and is left with Escape', async () => {
    const { workbench } = session;
    await workbench.openBeside('bent.lvm');
    const box = await sheetBox();
    const middle = box.y + box.height * 0.3;
    const seen: number[] = [];
    for (const share of [0.35, 0.45, 0.6]) {
      await workbench.page.mouse.move(box.x + box.width * share, middle, { steps: 4 });
      const last = seen.at(-1) ?? Number.NEGATIVE_INFINITY;
      const { z, peak } = await conditionalWhere(([value]) => value! > last + 0.05);
      expect(peak).toBeCloseTo(2 * Math.sin(z[0]!), 1);
      seen.push(z[0]!);
    }
    await workbench.page.mouse.move(box.x + box.width / 2, box.y - 60);
    await expect.poll(conditional).toBe(null);
    await workbench.page.mouse.click(box.x + box.width * 0.7, middle);
    await workbench.page.mouse.move(box.x + box.width / 2, box.y - 60);
    const held = await conditionalWhere(([z]) => z! > 0);
    expect(await readOut()).toMatch(/highest at x = .*drawn × /);
    await workbench.page.keyboard.press('Shift+ArrowLeft');
    const moved = await conditionalWhere(([z]) => z! < held.z[0]!);
    expect(moved.path).not.toBe(held.path);
    expect(moved.peak).toBeCloseTo(2 * Math.sin(moved.z[0]!), 1);
    await workbench.page.keyboard.press('Escape');
    await expect.poll(conditional).toBe(null);
  });

  test('steps through the components, and says what each contributes', async () => {
    const { workbench } = session;
    await workbench.openBeside('bumps.lvm');
    const frame = await frameOf();
    await sheetBox();
    const bar = (await frame.locator('[data-role=prior-bar]').nth(1).boundingBox())!;
    await workbench.page.mouse.click(bar.x + bar.width / 3, bar.y + bar.height / 2);
    const second = await conditionalWhere(([z]) => z === 2);
    expect(second.peak).toBeCloseTo(0.5, 1);
    expect(second.factor).toBeCloseTo(0.5, 6);
    expect(await readOut()).toContain('contributes 50 % of the mass of p(x)');
    // What is drawn is the component itself.
    const component = frame.locator('[data-role=observed] [data-role=component][data-label="2"]');
    expect(second.path).toBe(await component.getAttribute('d'));
    await workbench.page.keyboard.press('ArrowDown');
    expect((await conditionalWhere(([z]) => z === 3)).peak).toBeCloseTo(3, 1);
    expect(await frame.locator('[data-role=latent-mark]').getAttribute('data-label')).toBe('3');
    await workbench.command('LVM: Next Latent Value');
    expect((await conditionalWhere(([z]) => z === 1)).peak).toBeCloseTo(-2, 1);
    await workbench.command('LVM: Leave the Latent Explorer');
    await expect.poll(conditional).toBe(null);
  });

  test('moves through two dimensions', async () => {
    const { workbench } = session;
    await workbench.openBeside('pair.lvm');
    const box = await sheetBox();
    await workbench.page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.35, { steps: 8 });
    await workbench.page.mouse.up();
    const { z, peak } = await conditionalWhere(([first, second]) => first! > 0.1 && second! > 0.3);
    expect(peak).toBeCloseTo(3 * (z[0]! + 2 * z[1]!), 0);
    await workbench.page.keyboard.press('ArrowDown');
    await conditionalWhere(([first, second]) => first === z[0] && second! < z[1]!);
  });
});

describe('evidence that is typed', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('changes the posterior, one variable after another, and goes one by one', async () => {
    const { workbench } = session;
    await workbench.openBeside('two.lvm');
    const frame = await frameOf();
    const pane = frame.locator('.pane.prior');
    const high = async () => {
      const widths = await pane
        .locator('[data-role=prior-bar]')
        .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
      return widths[1]! / (widths[0]! + widths[1]!);
    };
    await workbench.command('LVM: Observe a Value…');
    const box = pane.locator('[data-role=evidence-value]');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill('one half');
    await workbench.page.keyboard.press('Enter');
    await expect
      .poll(() => pane.locator('[data-role=evidence-mistake]').textContent())
      .toContain('“one half” is not a number');
    await box.fill('0.5');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => pane.locator('[data-role=evidence]').count()).toBe(1);
    const terms = [0.6 * normal(0.5, -1, 1), 0.4 * normal(0.5, 2, 1)] as const;
    await expect.poll(high).toBeCloseTo(terms[1] / (terms[0] + terms[1]), 2);
    // The responsibilities stand under the plot too.
    expect(await frame.locator('[data-role=read-out]').textContent()).toMatch(/p\(x\) = 0\.\d+.*high 0\.4/s);
    await pane.locator('[data-role=evidence-variable]').selectOption('c');
    await pane.locator('select[data-role=evidence-value]').selectOption('true');
    await expect.poll(() => pane.locator('[data-role=evidence]').count()).toBe(2);
    const both = [terms[0] * 0.2, terms[1] * 0.9] as const;
    await expect.poll(high).toBeCloseTo(both[1] / (both[0] + both[1]), 2);
    await pane.locator('[data-role=evidence]').first().click();
    await expect.poll(high).toBeCloseTo(0.36 / (0.36 + 0.12), 2);
    await workbench.command('LVM: Forget What Was Observed');
    await expect.poll(() => pane.locator('.pane-kind').textContent()).toBe('Prior');
  });
});
