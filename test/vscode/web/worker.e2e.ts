import { afterEach, describe, expect, test } from 'vitest';
import { firstMean, threeBumps } from '../models';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const session = webSession(() =>
  workspaceOf({ 'ended.lvm': threeBumps, 'halfway.lvm': threeBumps, 'stuck.lvm': threeBumps }),
);

/** The panel's worker, which is the only one that TensorFlow.js is loaded in. */
async function engine() {
  const { page } = session.workbench;
  const frame = (await session.workbench.preview.frame())!;
  const origin = new URL(frame.url()).origin;
  const own = page.workers().filter((worker) => worker.url().startsWith(`blob:${origin}`));
  expect(own.length).toBe(1);
  return own[0]!;
}

async function typeMean(file: string, from: string, to: string): Promise<void> {
  const { workbench } = session;
  await workbench.focusEditor(file);
  const { line, column } = firstMean;
  await workbench.replace(line, column, column + from.length, to);
}

describe('the engine’s worker', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test('that ends without a word is missed before the next edit, and the first edit has its picture', async () => {
    const { workbench } = session;
    await workbench.openBeside('ended.lvm');
    const before = await engine();
    void before.evaluate(() => (globalThis as unknown as { close(): void }).close()).catch(() => {});
    await typeMean('ended.lvm', '-2', '-4');
    await workbench.preview.plot(({ peak, components }) => components.length === 3 && peak.x > -4.2, 'three bumps');
    await workbench.preview.waitFor(
      ({ state, plot, message }) => state === 'ready' && plot?.final === true && message === '' && plot.version > 1,
      'the plot of the first edit',
    );
    expect(await engine()).not.toBe(before);
  });

  test('that is stuck is given up, the plot meanwhile says that it is out of date, and the edit is drawn', async () => {
    const { workbench } = session;
    await workbench.openBeside('stuck.lvm');
    const before = await engine();
    void before
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    await typeMean('stuck.lvm', '-2', '-4');
    await workbench.preview.waitFor(
      ({ state, plot }) => state === 'ready' && plot?.final === true && plot.version > 1,
      'the plot of the first edit',
    );
    expect(await engine()).not.toBe(before);
  });
});
