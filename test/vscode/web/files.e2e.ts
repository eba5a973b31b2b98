import { afterEach, describe, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const columns = Array.from({ length: 60_000 }, (_, i) => `c${i}`);
const row = `${columns.map((_, i) => i / 10_000).join(',')}\n`;
const text = (path: string, column: string) => `observed x ~ Normal(0, 1)\ndata x from "${path}" columns ${column}\n`;

const session = webSession(() =>
  workspaceOf({
    'wide.lvm': text('wide.csv', 'c7'),
    'wide.csv': `${columns.join(',')}\n${row.repeat(10)}`,
    'long.lvm': text('long.csv', 'h'),
    'long.csv': `h\n${'1.25\n-0.5\n'.repeat(1_000_000)}`,
  }),
);

describe('large data files in VS Code for the web', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test.each([
    ['wide.lvm', '10 data'],
    ['long.lvm', '2,000,000 data'],
  ])('%s reaches the panel with all of its data', async (name, legend) => {
    const { workbench } = session;
    await workbench.openBeside(name);
    const frame = await workbench.preview.frame();
    if (frame === null) throw new Error('The panel went away.');
    await frame.locator('li', { hasText: legend }).waitFor({ timeout: 60_000 });
    expect((await frame.locator('path.rug[data-role=data]').first().getAttribute('d'))?.length).toBeGreaterThan(4);
    expect(await workbench.squiggles('warning').count()).toBe(0);
  });
});
