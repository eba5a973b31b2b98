import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../install/cache';
import { webSession } from '../session';
import { galleryWorkspace } from '../workspace';

const models = readdirSync(join(root, 'media', 'gallery')).filter((name) => name.endsWith('.lvm'));
const session = webSession(() => galleryWorkspace());

describe('the gallery in VS Code for the web', () => {
  test.each(models)('%s opens without problems and is drawn', async (name) => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile(name);
    await workbench.command('LVM: Open Preview to the Side');
    const plot = await workbench.preview.plot(undefined, `the plot of ${name}`);
    expect(plot.peak.density).toBeGreaterThan(0);
    expect(Number.isFinite(plot.peak.x)).toBe(true);
    // A plane has no line, and ellipses where its components have moments; a model without hidden variables has no components.
    expect(plot.drawnPeak !== null).toBe(plot.kind !== 'plane');
    if (plot.kind !== 'plane') expect(plot.components.length > 0).toBe(name !== 'autoregressive-baseline.lvm');
    expect((await workbench.preview.snapshot())?.method).not.toBe('');
    expect(await workbench.squiggles('error').count()).toBe(0);
    expect(await workbench.squiggles('warning').count()).toBe(0);
    expect(workbench.takeFaults()).toEqual([]);
  });
});
