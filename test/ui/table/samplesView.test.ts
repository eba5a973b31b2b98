// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ask, type Step } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { samplesView } from '../../../webview/ui/table/samplesView';
import { sequence } from '../../plots/fixtures';
import { answered, bumpRows, column, shownState } from '../sampleRows';
import { askedOf, draw, sceneOf, textOf } from '../scenes';

const names = ['', 'blue', 'orange', 'green'];
const many = sequence(120);
const rows = bumpRows({
  count: 120,
  seed: 7,
  columns: [
    column('x', many, { role: 'observed' }),
    column(
      'z',
      many.map((u) => 1 + Math.floor(3 * u)),
      { labels: names },
    ),
  ],
});

const viewed = (change: Partial<State> = {}, picture = rows): State => {
  const state = answered(ask({ ...shownState(), view: 'samples' }).state, { rows: picture });
  return { ...state, ...change };
};

function table(state: State) {
  const scene = sceneOf({ state });
  const preview = state.shown?.preview;
  if (preview === undefined) throw new Error('Nothing is shown.');
  const element = draw(samplesView.content(preview, askedOf(state), scene));
  const taken = (): Step => {
    const change = vi.mocked(scene.actions.take).mock.lastCall?.[0];
    if (change === undefined) throw new Error('Nothing was done.');
    return change(state);
  };
  const find = (selector: string) => element.querySelector<HTMLElement>(selector);
  const cells = (name: string) =>
    [...element.querySelectorAll<HTMLElement>(`td[data-column=${name}]`)].map(({ dataset }) => Number(dataset.value));
  return { element, taken, find, cells };
}

describe('the table of samples', () => {
  it('waits, or says why there are none', () => {
    expect(textOf(table(shownState()).find('[data-role=samples-wait]'))).toBe('Drawing samples…');
    const none = answered(ask({ ...shownState(), view: 'samples' }).state, {
      rows: { kind: 'none', reason: 'sd is negative.' },
    });
    expect(textOf(table(none).find('[data-role=samples-wait]'))).toBe('sd is negative.');
  });

  it('says how many rows there are, from which seed', () => {
    expect(textOf(table(viewed()).find('[data-role=samples-note]'))).toBe('120 rows · seed 7');
  });

  it('has a page of rows with their numbers, latent variables first, under their heads', () => {
    const { element, cells } = table(viewed());
    expect([...element.querySelectorAll('thead [scope=colgroup]')].map(textOf)).toEqual(['Latent', 'Observed']);
    expect([...element.querySelectorAll('thead tr:last-child th')].map(textOf)).toEqual(['row', 'z', 'x']);
    expect([...element.querySelectorAll('tbody tr')].map((row) => textOf(row.querySelector('th')))).toEqual(
      Array.from({ length: 50 }, (_, i) => String(i + 1)),
    );
    expect(cells('x')).toEqual(many.slice(0, 50));
  });

  it('writes categories by name in the colour of their component, numbers with the same decimals', () => {
    const { element } = table(viewed());
    const [z, x] = [element.querySelector('td[data-column=z]'), element.querySelectorAll('td[data-column=x]')];
    expect(textOf(z)).toBe(names[1 + Math.floor(3 * (many[0] ?? 0))]);
    expect(z?.querySelector('.swatch')).not.toBeNull();
    expect([...x].every((cell) => /^\d\.\d{3}$/.test(textOf(cell)))).toBe(true);
  });

  it('can be reached and scrolled by keyboard, and is named', () => {
    const region = table(viewed()).find('[role=region]');
    expect(region?.getAttribute('tabindex')).toBe('0');
    expect(region?.getAttribute('aria-label')).toBe('Samples');
  });

  it('is sorted by the head of a column, and says so', () => {
    const { find, taken } = table(viewed());
    find('[data-role=sort][data-column=x]')?.click();
    const sorted = table(taken().state);
    expect(sorted.find('[aria-sort=ascending]')?.textContent).toContain('x');
    expect(sorted.cells('x')).toEqual([...many].sort((a, b) => a - b).slice(0, 50));
    sorted.find('[data-role=sort][data-column=x]')?.click();
    const falling = table(sorted.taken().state);
    expect(falling.cells('x')[0]).toBe(Math.max(...many));
    falling.find('[data-role=sort][data-column=x]')?.click();
    expect(table(falling.taken().state).cells('x')[0]).toBe(many[0]);
  });

  it('turns its pages, by buttons and by keys', () => {
    const first = table(viewed());
    expect(first.find('[data-role=page-back]')?.hasAttribute('disabled')).toBe(true);
    first.find('[data-role=page-on]')?.click();
    const second = table(first.taken().state);
    expect(textOf(second.find('[data-role=page]'))).toBe('51–100');
    second.find('[role=region]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', cancelable: true }));
    const last = table(second.taken().state);
    expect(textOf(last.find('[data-role=page]'))).toBe('101–120');
    expect(last.cells('x')).toHaveLength(20);
    expect(last.find('[data-role=page-on]')?.hasAttribute('disabled')).toBe(true);
  });

  it('has no pages where all fits, and no latent head where there is none', () => {
    const few = bumpRows({ columns: [column('x', [1, 2, 3, 4], { role: 'observed' })] });
    const { find } = table(viewed({}, few));
    expect(find('.pager')).toBeNull();
    expect(textOf(find('[scope=colgroup]'))).toBe('Observed');
  });

  it('marks the row that is chosen, or played', () => {
    const { find, taken } = table(viewed());
    find('[data-row="3"] .row-number')?.click();
    const chosen = table(taken().state);
    expect(chosen.find('.chosen')?.dataset.row).toBe('3');
    expect(chosen.find('.chosen [aria-pressed=true]')).not.toBeNull();
    const { play } = viewed();
    const played = table(viewed({ play: { ...play, mode: 'paused', stage: 'latent', draws: 7 } }));
    expect(played.find('.chosen')?.dataset.row).toBe('8');
  });

  it('says how many of very many columns it shows', () => {
    const wide = bumpRows({
      columns: Array.from({ length: 100 }, (_, i) =>
        column(`z[${i + 1}]`, [1, 2, 3, 4], { variable: 'z', index: i + 1 }),
      ),
    });
    expect(textOf(table(viewed({}, wide)).find('[data-role=samples-note]'))).toContain('40 of 100 columns');
  });
});
