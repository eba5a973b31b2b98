import { afterEach, describe, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const categories = 10_000;
const repeated = 'latent z ~ Normal(0, 1)\n'.repeat(45_000);

/** Texts that no author means to write, and what the panel is to say: a plot with `null`, otherwise words of its message. */
const texts: Readonly<Record<string, { text: string; says: RegExp | null }>> = {
  'empty.lvm': { text: '', says: /observed/i },
  'noise.lvm': { text: '}{][ ~~ | 0x "unclosed\n'.repeat(40), says: /line 1/ },
  'megabyte.lvm': { text: `${repeated}observed x | z ~ Normal(z, 1)\n`, says: /z/ },
  'categories.lvm': {
    text: `latent z ~ Categorical([${Array.from({ length: categories }, () => `${1 / categories}`).join(', ')}])\nobserved x | z ~ Normal(0.001 * z, 1)\n`,
    says: null,
  },
  'unobserved.lvm': { text: 'latent z ~ Normal(0, 1)\n', says: /observed/i },
  'nan.lvm': { text: 'let a = 0 / 0\nobserved x ~ Normal(a, 1)\n', says: /./ },
  'infinite.lvm': { text: 'let a = 1 / 0\nobserved x ~ Normal(a, 1)\n', says: /./ },
  'huge.lvm': { text: 'observed x ~ Normal(1e999, 1)\n', says: /./ },
  'weights.lvm': {
    text: 'latent z ~ Categorical([0, 0])\nobserved x | z ~ Normal([1, 2][z], 1)\n',
    says: /./,
  },
  'weight.lvm': {
    text: 'latent z ~ Categorical([0, 1])\nparam mu = [1, 2]\nobserved x | z ~ Normal(mu[z], 1)\n',
    says: null,
  },
  'narrow.lvm': { text: 'observed x ~ Normal(0, 1e-300)\n', says: /./ },
};

const good = 'observed x ~ Uniform(2, 6)\n';
const session = webSession(() =>
  workspaceOf({
    'good.lvm': good,
    ...Object.fromEntries(Object.entries(texts).map(([name, { text }]) => [name, text])),
  }),
);

describe('bad input in VS Code for the web', () => {
  afterEach(() => expect(session.workbench.takeFaults()).toEqual([]));

  test.each(Object.entries(texts))('%s leaves a panel that says what it can and lives on', async (name, { says }) => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile(name);
    await workbench.command('LVM: Open Preview to the Side');
    const shown = await workbench.preview.waitFor(
      ({ state, plot }) => state !== 'waiting' && (plot === null || plot.final),
      `the panel of ${name}`,
      60_000,
    );
    if (says === null) {
      expect(shown).toMatchObject({ state: 'ready', message: '' });
      expect(shown.plot?.peak.density).toBeGreaterThan(0);
    } else if (shown.state === 'ready') {
      // Where something can be drawn after all, the panel says what is odd about it, or draws finite numbers.
      expect(Number.isFinite(shown.plot?.peak.density)).toBe(true);
    } else {
      expect(shown.message).toMatch(says);
    }
    // The same panel draws the next good model.
    await workbench.openFile('good.lvm');
    const plot = await workbench.preview.plot(
      ({ peak }) => Math.abs(peak.density - 0.25) < 1e-6,
      'the plot of a good model',
    );
    expect(plot.variable).toBe('x');
  });
});
