import type { Aside, RowsColumn, RowsPicture } from '../../src/engine/api/aside';
import type { Preview } from '../../src/engine/api/preview';
import { answer } from '../../webview/ui/request/events';
import type { State } from '../../webview/ui/state/state';
import { preview } from '../plots/fixtures';
import { shownState } from './scenes';

/** Samples worked out by hand, for tests of the panel. */

export function column(
  label: string,
  values: readonly number[],
  parts: Partial<Omit<RowsColumn, 'values' | 'choice'>> & Partial<RowsColumn['choice']> = {},
): RowsColumn {
  const { role = 'latent', labels = null, variable = label, index = null, coordinate = null } = parts;
  return { choice: { variable, index, coordinate, label }, role, values: Float64Array.from(values), labels };
}

const names = ['', 'blue', 'orange', 'green'];

/** Four draws of three bumps. */
export function bumpRows(parts: Partial<RowsPicture> = {}): RowsPicture {
  return {
    kind: 'rows',
    count: 4,
    seed: 0,
    columns: [
      column('z', [2, 1, 3, 2], { labels: names }),
      column('x', [0.731, -2.2, 3.1, 1.05], { role: 'observed' }),
    ],
    laws: ['Normal(0.5, 1)', 'Normal(−2, 0.5)', 'Normal(3, 0.7)', 'Normal(0.5, 1)'],
    ancestors: ['z'],
    parents: ['z'],
    ...parts,
  };
}

/** A state in which the asides of the last request are answered in their order. */
export function answered(
  state: State,
  answers: Partial<Record<Aside['kind'], Preview['asides'][number]>> = { rows: bumpRows() },
  parts: Partial<Preview> = {},
): State {
  const asked = state.asked.at(-1);
  if (asked === undefined) throw new Error('Nothing was asked.');
  const asides = asked.query.asides.map(({ kind }) => answers[kind] ?? null);
  return answer(state, preview({ generation: asked.generation, asides, ...parts })).state;
}

export { shownState };
