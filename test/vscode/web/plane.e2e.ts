import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from '../hands';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const blobs = `param mu = [[-2, 1], [3, 0]]
latent z ~ Categorical(blue: 0.4, orange: 0.6)
observed x | z ~ case z {
  blue: Normal(mu[z], [0.5, 1]),
  orange: MultivariateNormal(mu[z], [[1, 0.4], [0.4, 0.5]])
}
`;
const table = `latent k ~ Categorical(low: 0.5, high: 0.5)
observed x | k ~ Normal(case k { low: -2, high: 3 }, 0.8)
`;

const latent = `latent z ~ Normal([0, 1], [1, 2])
observed x | z ~ Normal(z[1] + z[2], 0.5)
`;

const session = webSession(() =>
  workspaceOf({
    'centre.lvm': blobs,
    'axes.lvm': blobs,
    'keys.lvm': blobs,
    'table.lvm': table,
    'latent.lvm': latent,
  }),
);

const hands = new Hands(session);

async function panel() {
  return (await session.workbench.preview.frame())!;
}

/** Where a component's ellipse is centred in the picture. */
async function plottedCentre(label: string): Promise<number[]> {
  const ellipse = (await panel()).locator(`[data-role=observed] [data-role=component][data-label=${label}]`);
  return [Number(await ellipse.getAttribute('data-x')), Number(await ellipse.getAttribute('data-y'))];
}

describe('a density over pairs can be dragged, and the text follows', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('the centre of a component moves both numbers of its row, in one step to undo', async () => {
    const { workbench } = session;
    await workbench.openBeside('centre.lvm');
    const before = await workbench.visibleText();
    expect(await (await panel()).locator('[data-role=observed] [data-role=contour]').count()).toBe(3);
    await hands.drag('mean of z = blue', -25, -30);
    const mean = await hands.numbersInText(/\[\[(-?[\d.]+), (-?[\d.]+)\], \[3, 0\]\]/, ([x, y]) => x! < -2 && y! > 1);
    await expect.poll(async () => (await plottedCentre('blue'))[0]).toBeCloseTo(mean[0]!, 4);
    expect((await plottedCentre('blue'))[1]).toBeCloseTo(mean[1]!, 4);
    expect(await plottedCentre('orange')).toEqual([3, 0]);
    await workbench.focusEditor('centre.lvm');
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.visibleText()).toBe(before);
  });

  test('the end of a width sets its standard deviation, and the end of an axis the covariance', async () => {
    const { workbench } = session;
    await workbench.openBeside('axes.lvm');
    await hands.drag('sd of x₂ for z = blue', 0, -30);
    const [first, second] = await hands.numbersInText(/\[([\d.]+), ([\d.]+)\]\),/, ([, sd]) => sd! > 1);
    expect([first, second! > 1]).toEqual([0.5, true]);
    await hands.drag('longer axis of the covariance of z = orange', 0, 60);
    const matrix = await hands.numbersInText(
      /\[\[([\d.]+), (-?[\d.]+)\], \[(-?[\d.]+), ([\d.]+)\]\]\)/,
      ([, covariance]) => covariance! < 0,
    );
    expect(matrix[1]).toBe(matrix[2]);
    expect(matrix[0]! * matrix[3]!).toBeGreaterThan(matrix[1]! ** 2);
    expect(await workbench.squiggles('error').count()).toBe(0);
  });

  test('arrow keys move a centre both ways', async () => {
    const { workbench } = session;
    await workbench.openBeside('keys.lvm');
    await (await panel()).locator('[data-role=grip][aria-label="mean of z = orange"]').focus();
    await workbench.page.keyboard.press('Shift+ArrowUp');
    await hands.numbersInText(/\[\[-2, 1\], \[3, (-?[\d.]+)\]\]/, ([y]) => y! > 0);
    await workbench.page.keyboard.press('ArrowLeft');
    await hands.numbersInText(/\[\[-2, 1\], \[([\d.]+), [\d.]+\]\]/, ([x]) => x! < 3);
  });

  test('the plane of a latent pair has contours and grips too', async () => {
    await session.workbench.openBeside('latent.lvm');
    expect(await (await panel()).locator('[data-role=prior] [data-role=contour]').count()).toBe(3);
    await hands.drag('mean of z', 30, -20);
    const mean = await hands.numbersInText(
      /Normal\(\[(-?[\d.]+), (-?[\d.]+)\], \[1, 2\]\)/,
      ([x, y]) => x! > 0 && y! > 1,
    );
    const ellipse = (await panel()).locator('[data-role=prior] [data-role=component]');
    await expect.poll(async () => Number(await ellipse.getAttribute('data-x'))).toBeCloseTo(mean[0]!, 4);
  });

  test('on a curve, a component from a row of a table edits that row alone', async () => {
    await session.workbench.openBeside('table.lvm');
    await hands.drag('mean of k = high', 40, 0);
    await hands.numbersInText(/case k \{ low: -2, high: ([\d.]+) \}, 0\.8/, ([mean]) => mean! > 3);
  });
});
