import { afterEach, describe, expect, test } from 'vitest';
import { webSession } from '../session';
import { workspaceOf } from '../workspace';

const categories = 10_000;
const repeated = 'latent z ~ Normal(0, 1)\n'.repeat(45_000);

/** Texts that no author means to write, and what the panel is to say instead of a plot; with `null`, it draws one and notes what is odd about it; with `nothing`, it just draws. */
const texts: Readonly<Record<string, { text: string; says: RegExp | 'nothing' | null }>> = {
  'empty.lvm': { text: '', says: /no observed variable/ },
  'noise.lvm': { text: '}{][ ~~ | 0x "unclosed\n'.repeat(40), says: /line 1 Expected a statement/ },
  'megabyte.lvm': { text: `${repeated}observed x | z ~ Normal(z, 1)\n`, says: /z.? is defined already/ },
  'categories.lvm': {
    text: `latent z ~ Categorical([${Array.from({ length: categories }, () => `${1 / categories}`).join(', ')}])\nobserved x | z ~ Normal(0.001 * z, 1)\n`,
    says: null,
  },
  'unobserved.lvm': { text: 'latent z ~ Normal(0, 1)\n', says: /no observed variable/ },
  'nan.lvm': { text: 'let a = 0 / 0\nobserved x ~ Normal(a, 1)\n', says: /0 \/ 0.? is not defined/ },
  'infinite.lvm': { text: 'let a = 1 / 0\nobserved x ~ Normal(a, 1)\n', says: /1 \/ 0.? is infinite/ },
  'huge.lvm': { text: 'observed x ~ Normal(1e999, 1)\n', says: /too large/ },
  'weights.lvm': {
    text: 'latent z ~ Categorical([0, 0])\nobserved x | z ~ Normal([1, 2][z], 1)\n',
    says: /must sum to 1/,
  },
  'weight.lvm': {
    text: 'latent z ~ Categorical([0, 1])\nparam mu = [1, 2]\nobserved x | z ~ Normal(mu[z], 1)\n',
    says: null,
  },
  'narrow.lvm': { text: 'observed x ~ Normal(0, 1e-300)\n', says: 'nothing' },
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
    );
    if (says === null || says === 'nothing') {
      expect(shown).toMatchObject({ state: 'ready', message: '' });
      expect(shown.plot?.peak.density).toBeGreaterThan(0);
      expect(shown.notices === '').toBe(says === 'nothing');
    } else {
      expect(shown.plot).toBeNull();
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
