import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from '../hands';
import { firstMean, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const ordered = `param mu: ordered = [-2, 3]
latent z ~ Categorical([0.5, 0.5])
observed x | z ~ Normal(mu[z], 1)
`;
const framed = `param mu = [-2, 2]
latent z ~ Categorical([0.5, 0.5])
observed x | z ~ Normal(mu[z], 0.7)
view x in [-5, 5]
`;
const correlated = `param S: covariance = [[1, 0.5], [0.5, 1]]
observed x ~ MultivariateNormal([0, 0], S)
`;

const session = webSession(() =>
  workspaceOf({
    'bar.lvm': threeBumps,
    'elsewhere.lvm': threeBumps,
    'twice.lvm': threeBumps,
    'ordered.lvm': ordered,
    'counted.lvm': 'latent n ~ DiscreteUniform(1, 6)\nobserved x | n ~ Normal(n, 0.4)\n',
    'framed.lvm': framed,
    'correlated.lvm': correlated,
  }),
);
const hands = new Hands(session);

async function panel() {
  return (await session.workbench.preview.frame())!;
}

/** Moves a slider of the parameter list with the mouse, to a share of its length. */
async function slide(name: string, share: number): Promise<void> {
  const { mouse } = session.workbench.page;
  const slider = (await panel()).locator(`input[type=range][aria-label="${name}"]`);
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  const [from, low, high] = await slider.evaluate((one) => {
    const { valueAsNumber, min, max } = one as HTMLInputElement;
    return [valueAsNumber, Number(min), Number(max)] as const;
  });
  await mouse.move(box.x + 8 + ((box.width - 16) * (from - low)) / (high - low), y);
  await mouse.down();
  await mouse.move(box.x + box.width * share, y, { steps: 8 });
  await mouse.up();
}

const noMistake = async () => expect(await session.workbench.squiggles('error').count()).toBe(0);

describe('no hand makes a model wrong', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('a bar stops at 1, and what is left of the others is 0', async () => {
    await session.workbench.openBeside('bar.lvm');
    const pattern = /weight: simplex {2}= \[([\d.]+), ([\d.]+), ([\d.]+)\]/;
    await hands.drag('probability of z = 1', 400);
    const weights = await hands.numbersInText(pattern, ([first]) => first === 1);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    await noMistake();
  });

  test('a mean that must stay below the next one stops there', async () => {
    await session.workbench.openBeside('ordered.lvm');
    await hands.drag('mean of z = 1', 400);
    const [low, high] = await hands.numbersInText(/\[(-?[\d.]+), ([\d.]+)\]/, ([first]) => first! > 2);
    expect(high).toBe(3);
    expect(low).toBeLessThan(high!);
    await noMistake();
  });

  test('the end of a range of whole numbers stays whole, and on its side of the other', async () => {
    await session.workbench.openBeside('counted.lvm');
    await slide('n low', 0.95);
    const low = await hands.numberInText(/DiscreteUniform\((\d[\d.]*), 6\)/, (value) => value > 1);
    expect(Number.isInteger(low)).toBe(true);
    expect(low).toBeLessThanOrEqual(6);
    await noMistake();
  });

  test('a covariance stays positive definite', async () => {
    await session.workbench.openBeside('correlated.lvm');
    const names = await (await panel())
      .locator('.parameter input[type=range]')
      .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
    await slide(names[1]!, 0.99);
    const [across, back] = await hands.numbersInText(/\[\[1, (-?[\d.]+)\], \[(-?[\d.]+), 1\]\]/, ([one]) => one! > 0.6);
    expect(back).toBe(across);
    expect(across).toBeLessThan(1);
    await noMistake();
  });

  test('a grip carried out of the picture comes back, and the text is followed again', async () => {
    const { workbench } = session;
    await workbench.openBeside('framed.lvm');
    const { x, y } = await hands.take('mean of z = 1');
    await workbench.page.mouse.move(x - 500, y, { steps: 12 });
    await hands.numberInText(/\[(-[\d.]+), 2\]/, (value) => value < -5);
    await workbench.page.mouse.move(x + 40, y, { steps: 12 });
    const back = await hands.numberInText(/\[(-?[\d.]+), 2\]/, (value) => value > -2);
    await workbench.page.mouse.up();
    await workbench.focusEditor('framed.lvm');
    const from = 'param mu = ['.length + 1;
    await workbench.replace(1, from, from + String(back).length, '-3');
    await workbench.preview.plot(({ peak }) => Math.abs(Math.abs(peak.x) - 3) < 0.1 || Math.abs(peak.x - 2) < 0.1);
    const row = (await panel()).locator('input[type=number][aria-label="mu 1, as a number"]');
    await expect.poll(() => row.inputValue()).toBe('-3');
  });
});

describe('a drag and the text', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('two drags are two steps to undo', async () => {
    const { workbench } = session;
    await workbench.openBeside('twice.lvm');
    const before = await workbench.visibleText();
    await hands.drag('mean of z = 3', 40);
    const once = await hands.settledText((text) => text !== before);
    await hands.drag('sd of z = 2', 30);
    await hands.settledText((text) => text !== once);
    await workbench.focusEditor('twice.lvm');
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.visibleText()).toBe(once);
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.visibleText()).toBe(before);
  });

  test('a number that is typed over while a grip is held stays as it was typed, and is drawn', async () => {
    const { workbench } = session;
    await workbench.openBeside('elsewhere.lvm');
    const { x, y } = await hands.take('mean of z = 1');
    await workbench.page.mouse.move(x - 30, y, { steps: 6 });
    const dragged = await hands.numberInText(/\[(-[\d.]+), 0\.5, 3\]/, (value) => value < -2);
    // The mouse still holds the grip.
    await workbench.command('View: Focus First Editor Group');
    const { line, column } = firstMean;
    await workbench.replace(line, column, column + String(dragged).length, '-1');
    await expect.poll(() => workbench.visibleText()).toContain('[-1, 0.5, 3]');
    await workbench.page.mouse.move(x - 80, y, { steps: 6 });
    await workbench.page.mouse.up();
    await hands.settledText((text) => text.includes('[-1, 0.5, 3]'));
    await workbench.preview.plot(({ peak }) => Math.abs(peak.x + 1) < 0.3, 'the curve of the text');
  });
});
