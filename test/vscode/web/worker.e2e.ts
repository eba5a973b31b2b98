import { afterEach, describe, expect, test } from 'vitest';
import { firstMean, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() => workspaceOf({ 'ended.lvm': threeBumps, 'stuck.lvm': threeBumps }));

/** The workers that the panel has started, the newest last. */
async function engines() {
  const { page, preview } = session.workbench;
  const { origin } = new URL((await preview.frame())!.url());
  return page.workers().filter((worker) => worker.url().startsWith(`blob:${origin}`));
}

/** Edits the text once, and waits for the plot of the edit. */
async function editOnce(file: string): Promise<void> {
  const { workbench } = session;
  await workbench.focusEditor(file);
  const { line, column } = firstMean;
  await workbench.replace(line, column, column + '-2'.length, '-4');
  await workbench.preview.waitFor(
    ({ state, plot, message }) => state === 'ready' && plot?.final === true && plot.version > 1 && message === '',
    'the plot of the first edit',
  );
}

describe('the engine’s worker', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('that ends without a word is replaced before anybody asks, and the first edit is drawn', async () => {
    await session.workbench.openBeside('ended.lvm');
    const [before] = await engines();
    await before!.evaluate('close()').catch(() => {});
    // Nothing is asked of it: only its lock tells.
    await expect.poll(async () => (await engines()).some((worker) => worker !== before)).toBe(true);
    await editOnce('ended.lvm');
  });

  test('that is stuck is given up at the first edit, which is drawn', async () => {
    await session.workbench.openBeside('stuck.lvm');
    const before = (await engines()).at(-1)!;
    before.evaluate('for (;;);').catch(() => {});
    await editOnce('stuck.lvm');
    expect((await engines()).at(-1)).not.toBe(before);
  });
});
