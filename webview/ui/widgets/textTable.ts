import { html, nothing, type TemplateResult } from 'lit';
import type { TextTable } from '../../plots/words/table';
import type { Scene } from '../scene/scene';

/** A plot's numbers as a table, closed at first; its rows are made only while it is open. */
export function textTable(name: string, caption: string, make: () => TextTable, scene: Scene): TemplateResult {
  const open = scene.open.has(name);
  const toggled = (event: Event): void => scene.actions.table(name, (event.target as HTMLDetailsElement).open);
  return html`<details class="as-table" ?open=${open} @toggle=${toggled} data-role=${`${name}-table`}>
    <summary>Show as table</summary>
    ${open ? table(caption, make()) : nothing}
  </details>`;
}

function table(caption: string, { head, rows, note }: TextTable): TemplateResult {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>${note}</caption>
      <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`,
      )}</tbody>
    </table>
  </div>`;
}
