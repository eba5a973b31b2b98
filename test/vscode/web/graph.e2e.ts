import { afterEach, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const chain = `model "A walk"

param pull = 0.9
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(pull * z[t-1], 0.4) for t in 2..5
observed x[t] | z[t]   ~ Normal(z[t], 0.3)          for t in 1..5
`;

const session = webSession(() => workspaceOf({ 'walk.lvm': chain }));

afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

test('the graph shows the plate and what is observed; a click on a name selects its statement', async () => {
  const { workbench } = session;
  await workbench.openBeside('walk.lvm');
  const frame = (await workbench.preview.frame())!;
  const graph = frame.locator('[data-role=graph]');
  expect(await graph.locator('rect.plate').count()).toBe(1);
  const nodes = (kind: string) =>
    graph
      .locator(`[data-role=graph-node].${kind}`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-name')));
  expect(await nodes('observed')).toEqual(['x']);
  const fill = (name: string) =>
    graph
      .locator(`[data-role=graph-node][data-name=${name}]`)
      .first()
      .evaluate((one) => getComputedStyle(one).fill);
  expect(await fill('x')).not.toBe(await fill('z'));

  const place = workbench.page.locator('[id="status.editor.selection"]');
  for (const [name, line] of [
    ['x', 6],
    ['pull', 3],
  ] as const) {
    const link = graph.locator(`.graph-link[data-name=${name}]`).first();
    // The first click may only give the panel the keyboard, and VS Code shows no place while the panel has it.
    const selection = async () => {
      await link.click();
      return place.textContent({ timeout: 3000 }).catch(() => null);
    };
    await expect.poll(selection).toMatch(new RegExp(`Ln ${line}, .*selected`));
    await expect.poll(() => link.getAttribute('aria-current')).toBe('true');
  }
});
