import { describe, expect, test } from 'vitest';
import { firstMean, threeBumps, threeBumpsDensity } from '../models';
import { packagedSession } from '../session';
import { workspaceOf } from '../workspace';

const session = packagedSession(() => workspaceOf({ 'bumps.lvm': threeBumps }));

describe('the installed .vsix in the Node extension host of code-server', () => {
  test('a preview opens beside a model and draws it', async () => {
    const { workbench } = session;
    await workbench.openFile('bumps.lvm');
    await workbench.command('LVM: Open Preview to the Side');
    const plot = await workbench.preview.plot(undefined, 'the plot of bumps.lvm');
    expect(plot).toMatchObject({ kind: 'curve', variable: 'x', prior: true });
    expect(plot.components).toHaveLength(3);
    expect(plot.peak.density).toBeCloseTo(threeBumpsDensity(plot.peak.x), 5);
  });

  test('a digit typed into a mean moves the curve', async () => {
    const { workbench } = session;
    await workbench.focusEditor('bumps.lvm');
    await workbench.replace(firstMean.line, firstMean.column + 1, firstMean.column + 2, '6');
    const plot = await workbench.preview.plot(({ peak }) => peak.x < -5, 'the plot of the edited text');
    expect(plot.peak.density).toBeCloseTo(threeBumpsDensity(plot.peak.x, -6), 5);
  });

  test('the gallery opens a model that is drawn', async () => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.command('LVM: New Model from Gallery');
    await workbench.pick('Three bumps');
    const plot = await workbench.preview.plot(undefined, 'the plot of the new model');
    expect(plot.components.length).toBeGreaterThan(1);
  });

  test('nothing was complained of in any console', () => {
    expect(session.workbench.takeFaults()).toEqual([]);
  });
});
