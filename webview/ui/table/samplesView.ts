import { html, nothing, type TemplateResult } from 'lit';
import type { RowsColumn, RowsPicture } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import { count } from '../../plots/text/format';
import { elementOf, noRows, rowsOf } from '../request/playRows';
import { quiet } from '../request/step';
import { colourOf } from '../sampling/playText';
import type { Scene } from '../scene/scene';
import { playedRow } from '../state/play';
import { pageLength, pagesOf, sortedBy, turnedTo } from '../state/sampleTable';
import type { Asked } from '../state/state';
import { isChord } from '../widgets/chord';
import { mathHtml } from '../widgets/mathHtml';
import type { View } from '../widgets/view';
import { picked } from './picking';

/** A table of ancestral samples: a row for each, a column for each number of it. */
export const samplesView: View = { name: 'samples', label: 'Samples', applies: () => true, content };

function content(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const rows = rowsOf(scene.state);
  if (rows === null) {
    const reason = noRows(preview, asked);
    return html`<p class="samples-wait" role="status" data-role="samples-wait">${reason ?? 'Drawing samples…'}</p>`;
  }
  const { pictures, state } = scene;
  const columns = pictures.sampleColumns(rows.columns);
  const order = pictures.sampleOrder(rows, state.table.sort);
  const page = Math.min(state.table.page, pagesOf(rows.count) - 1);
  const shown = [...order.subarray(page * pageLength, (page + 1) * pageLength)];
  const left = rows.columns.length - columns.length;
  return html`<div class="samples-head">
      <p data-role="samples-note">${count(rows.count)} ${rows.count === 1 ? 'row' : 'rows'} · seed ${rows.seed}${
        left > 0
          ? html` · <span class="quiet">${count(columns.length)} of ${count(rows.columns.length)} columns</span>`
          : nothing
      }</p>
      ${pager(page, rows.count, scene)}
    </div>
    <div class="table-scroll samples-scroll" tabindex="0" role="region" aria-label="Samples" data-role="samples-region"
      @keydown=${(event: KeyboardEvent) => turnByKey(event, page, rows.count, scene)}>
      <table class="samples-table" data-role="samples-table" data-version=${asked.model.version} data-seed=${rows.seed}>
        <caption class="visually-hidden">Ancestral samples of all variables. A press on the head of a column sorts by it; a press on a row's number marks it in the plots.</caption>
        <thead>
          <tr>${groups(columns)}</tr>
          <tr><th scope="col" class="number">row</th>${columns.map((column, i) => head(column, columns[i - 1], scene))}</tr>
        </thead>
        <tbody>${shown.map((row) => line(row, rows, columns, preview, scene))}</tbody>
      </table>
    </div>`;
}

function groups(columns: readonly RowsColumn[]): TemplateResult {
  const latent = columns.filter(({ role }) => role === 'latent').length;
  return html`<th></th>${latent > 0 ? html`<th scope="colgroup" colspan=${latent} class="group">Latent</th>` : nothing}${
    latent < columns.length
      ? html`<th scope="colgroup" colspan=${columns.length - latent} class="group first-observed">Observed</th>`
      : nothing
  }`;
}

function head(column: RowsColumn, before: RowsColumn | undefined, { state, actions }: Scene): TemplateResult {
  const { label } = column.choice;
  const { sort } = state.table;
  const direction = sort?.label !== label ? 'none' : sort.descending ? 'descending' : 'ascending';
  const press = (): void => actions.take((now) => quiet({ ...now, table: sortedBy(now.table, label) }));
  return html`<th scope="col" class=${edge(column, before)} aria-sort=${direction}>
    <button type="button" class="sort" data-role="sort" data-column=${label} @click=${press}
      title=${{ none: `Sort by ${label}`, ascending: `Sort by ${label}, the largest first`, descending: 'Back to the order of the draws' }[direction]}
      >${mathHtml(label)}<span class="sort-mark" aria-hidden="true">${{ none: '', ascending: '▲', descending: '▼' }[direction]}</span></button></th>`;
}

function edge(column: RowsColumn, before: RowsColumn | undefined): string {
  return `${column.labels === null ? 'numbers' : 'names'} ${column.role === 'observed' && before?.role !== 'observed' ? 'first-observed' : ''}`;
}

function line(
  row: number,
  { columns: all }: RowsPicture,
  columns: readonly RowsColumn[],
  preview: Preview,
  { state, pictures, actions }: Scene,
): TemplateResult {
  const chosen = state.picked === row || playedRow(state.play) === row;
  return html`<tr class=${chosen ? 'chosen' : ''} data-role="sample" data-row=${row + 1} @click=${() => actions.take(picked(row))}>
    <th scope="row" class="number"><button type="button" class="row-number" aria-pressed=${state.picked === row ? 'true' : 'false'}
      title="Mark this sample in the plots">${row + 1}</button></th>
    ${columns.map((column, i) => {
      const value = column.values[row] ?? Number.NaN;
      const text = pictures.cellTexts(all).get(column)?.write(value) ?? '';
      const colour = colourOf(elementOf(column), value, preview.observed);
      return html`<td class=${edge(column, columns[i - 1])} data-column=${column.choice.label} data-value=${value}>${
        colour === null
          ? text
          : html`<span class=${`swatch ${colour}`} aria-hidden="true"></span><span class=${`ink ${colour}`}>${text}</span>`
      }</td>`;
    })}
  </tr>`;
}

function pager(page: number, rows: number, { actions }: Scene): TemplateResult | typeof nothing {
  const pages = pagesOf(rows);
  if (pages < 2) return nothing;
  const to = (next: number) => (): void =>
    actions.take((now) => quiet({ ...now, table: turnedTo(now.table, next, rows) }));
  return html`<nav class="pager" aria-label="Pages of samples">
    <button type="button" class="tool" data-role="page-back" aria-label="Previous page" title="Previous page (Page Up)" ?disabled=${page === 0} @click=${to(page - 1)}>‹</button>
    <span data-role="page" aria-live="polite">${count(page * pageLength + 1)}–${count(Math.min(rows, (page + 1) * pageLength))}</span>
    <button type="button" class="tool" data-role="page-on" aria-label="Next page" title="Next page (Page Down)" ?disabled=${page === pages - 1} @click=${to(page + 1)}>›</button>
  </nav>`;
}

/** Page Up and Page Down turn the page once there is nothing left to scroll. */
function turnByKey(event: KeyboardEvent, page: number, rows: number, { actions }: Scene): void {
  const by = { PageUp: -1, PageDown: 1 }[event.key];
  if (by === undefined || isChord(event)) return;
  const region = event.currentTarget as HTMLElement;
  const atEnd = by < 0 ? region.scrollTop <= 0 : region.scrollTop + region.clientHeight >= region.scrollHeight - 1;
  const next = page + by;
  if (!atEnd || next < 0 || next >= pagesOf(rows)) return;
  event.preventDefault();
  actions.take((now) => quiet({ ...now, table: turnedTo(now.table, next, rows) }));
  region.scrollTop = 0;
}
