import { afterEach, describe, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const four = `latent   z     ~ Categorical(left: 0.4, right: 0.6)
observed x | z ~ case z {
  left:  MultivariateNormal([-2, 0, 1, 3], [[1, 0.8, 0, 0], [0.8, 1, 0, 0], [0, 0, 2, -0.9], [0, 0, -0.9, 1]]),
  right: MultivariateNormal([2, 1, 1, 0], [[1, 0, 0, 0], [0, 1, 0.6, 0], [0, 0.6, 1, 0], [0, 0, 0, 1]])
}
`;

const decoder = `network f(z) = z -> dense(6, tanh) -> dense(3)

latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(2 * f(z), 0.3)
observed k | z ~ Poisson(exp(0.5 * z[1]))
`;

const session = webSession(() =>
  workspaceOf({ 'four.lvm': four, 'decoder.lvm': decoder, 'one.lvm': 'observed x ~ Normal(0, 1)\n' }),
);

describe('the corner plot', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('opens by its tab, shows the numbers that are chosen, and leads to the density of one', async () => {
    await session.workbench.openBeside('four.lvm');
    const frame = (await session.workbench.preview.frame())!;
    await frame.locator('[data-role=view-tab][data-view=corner]').click();
    const figure = frame.locator('figure[data-role=corner]');
    await expect.poll(() => figure.getAttribute('data-final')).toBe('true');
    expect(await figure.getAttribute('data-numbers')).toBe('x₁ x₂ x₃ x₄');
    const panels = frame.locator('[data-role=corner-panel]');
    expect(await panels.count()).toBe(10);
    const panel = (row: number, column: number) =>
      frame.locator(`[data-role=corner-panel][data-row="${row}"][data-column="${column}"]`);
    // The heavier component is the narrower one, and has its mean at (2, 1).
    const [x, y] = ((await panel(1, 0).getAttribute('data-peak')) ?? '').split(' ').map(Number);
    expect(await panel(1, 0).getAttribute('data-known')).toBe('density');
    expect([Math.abs(x!) > 1.5, Math.abs(y!) < 1.5]).toEqual([true, true]);
    expect(await frame.locator('[data-role=corner-method]').textContent()).toContain('exact');
    expect(await panel(3, 2).getAttribute('aria-label')).toMatch(/x₄ against x₃: correlation −0\.\d\d, exact/);

    // One number less, with the mouse; and back with the keys.
    await frame.locator('[data-role=corner-numbers] input[data-label="x₂"]').click();
    await expect.poll(() => figure.getAttribute('data-numbers')).toBe('x₁ x₃ x₄');
    expect(await panels.count()).toBe(6);
    await frame.locator('[data-role=corner-numbers] input[data-label="x₂"]').focus();
    await session.workbench.page.keyboard.press('Space');
    await expect.poll(() => figure.getAttribute('data-numbers')).toBe('x₁ x₂ x₃ x₄');

    // The arrow keys go from panel to panel; Enter on a pair leaves only the two.
    await panel(0, 0).focus();
    await session.workbench.page.keyboard.press('ArrowDown');
    await session.workbench.page.keyboard.press('ArrowDown');
    await session.workbench.page.keyboard.press('ArrowRight');
    await session.workbench.page.keyboard.press('Enter');
    await expect.poll(() => figure.getAttribute('data-numbers')).toBe('x₂ x₃');
    await frame.locator('[data-role=corner-back]').click();
    await expect.poll(() => figure.getAttribute('data-numbers')).toBe('x₁ x₂ x₃ x₄');

    // A panel of the diagonal is the way to the density of that number.
    await panel(2, 2).click();
    await expect.poll(() => frame.locator('figure[data-role=observed]').getAttribute('data-choice')).toBe('x₃');
    expect(await figure.count()).toBe(0);
  });

  test('shows a decoder’s outputs as densities, and variables of different kinds from samples', async () => {
    await session.workbench.openBeside('decoder.lvm');
    const frame = (await session.workbench.preview.frame())!;
    await frame.locator('[data-role=view-tab][data-view=corner]').click();
    const figure = frame.locator('figure[data-role=corner]');
    await expect.poll(() => figure.getAttribute('data-final')).toBe('true');
    expect(await figure.getAttribute('data-numbers')).toBe('x₁ x₂ x₃');
    const known = () =>
      frame
        .locator('[data-role=corner-panel][data-kind=pair]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-known')));
    expect(await known()).toEqual(['density', 'density', 'density']);
    const chooser = frame.locator('[data-role=corner-chooser]');
    await chooser.focus();
    await session.workbench.page.keyboard.press('ArrowDown');
    await session.workbench.page.keyboard.press('Enter');
    await expect.poll(() => figure.getAttribute('data-numbers')).toBe('x₁ x₂ x₃ k');
    await expect.poll(() => figure.getAttribute('data-final')).toBe('true');
    expect(await known()).toEqual(['density', 'density', 'density', 'samples', 'samples', 'samples']);
    expect(await frame.locator('[data-role=corner-method]').textContent()).toContain('3 from 8,192 samples');
  });

  test('is no view of a model with a single number', async () => {
    await session.workbench.openBeside('one.lvm');
    const frame = (await session.workbench.preview.frame())!;
    await expect.poll(() => frame.locator('figure[data-role=observed]').getAttribute('data-final')).toBe('true');
    expect(await frame.locator('[data-role=view-tab][data-view=corner]').count()).toBe(0);
  });
});
