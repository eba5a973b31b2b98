import { html, type TemplateResult } from 'lit';
import type { CornerPicture } from '../../../src/engine/api/aside';
import type { CornerLayout, CornerPanel } from '../../plots/corner/corner';
import { pairWords, singleWords } from '../../plots/corner/cornerWords';
import type { Scene } from '../scene/scene';
import { isChord } from '../widgets/chord';
import { place } from '../widgets/place';
import { goToPanel, openPanel } from './cornerSteps';

/**
 * A button over each panel of a corner plot. The arrow keys go from panel to panel, Enter or a click opens one; only one of them stands
 * in the order of the tab key.
 */
export function cornerSheet(
  picture: CornerPicture,
  { panels }: CornerLayout,
  { state, actions }: Scene,
): TemplateResult {
  const last = picture.marginals.length - 1;
  const row = Math.min(state.corner.at[0], last);
  const column = Math.min(state.corner.at[1], row);
  const moved = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    // From the panel that has the focus: several keys may be pressed before the next paint.
    const { dataset } = event.target as HTMLElement;
    const next = afterKey(event.key, Number(dataset.row), Number(dataset.column), last);
    if (next === null) return;
    event.preventDefault();
    actions.take((now) => goToPanel(now, ...next));
    const sheet = event.currentTarget as HTMLElement;
    sheet.querySelector<HTMLElement>(`[data-row="${next[0]}"][data-column="${next[1]}"]`)?.focus();
  };
  return html`<div class="corner-sheet" role="group" aria-label="Panels of the corner plot: the arrow keys go from one to the next, Enter opens one" @keydown=${moved}>
    ${panels.map((panel) => {
      const { left, top, right, bottom } = panel.frame;
      const [across, up] = [picture.marginals[panel.column], picture.marginals[panel.row]];
      const here = panel.row === row && panel.column === column;
      return html`<button type="button" class="corner-panel" data-role="corner-panel" data-row=${panel.row} data-column=${panel.column}
        data-kind=${panel.kind} data-known=${panel.kind === 'pair' ? panel.pair.known : 'density'}
        data-peak=${peakOf(panel)} tabindex=${here ? 0 : -1} aria-label=${wordsOf(picture, panel)} title=${wordsOf(picture, panel)}
        ${place({ left, top, width: right - left, height: bottom - top })}
        @focus=${() => here || actions.take((now) => goToPanel(now, panel.row, panel.column))}
        @click=${() => {
          if (across !== undefined && up !== undefined) actions.take((now) => openPanel(now, across.choice, up.choice));
        }}></button>`;
    })}
  </div>`;
}

/** Where an arrow key leads within the triangle; null for other keys. */
export function afterKey(key: string, row: number, column: number, last: number): [row: number, column: number] | null {
  switch (key) {
    case 'ArrowLeft':
      return [row, Math.max(0, column - 1)];
    case 'ArrowRight':
      return [row, Math.min(row, column + 1)];
    case 'ArrowUp':
      return [Math.max(0, row - 1), Math.min(column, Math.max(0, row - 1))];
    case 'ArrowDown':
      return [Math.min(last, row + 1), column];
    case 'Home':
      return [0, 0];
    case 'End':
      return [last, last];
    default:
      return null;
  }
}

function wordsOf(picture: CornerPicture, panel: CornerPanel): string {
  return panel.kind === 'pair' ? pairWords(picture, panel.pair) : singleWords(panel.marginal);
}

/** Where the density is highest, in data units. */
function peakOf(panel: CornerPanel): string {
  const { density } = panel.kind === 'pair' ? panel.pair : panel.marginal;
  let peak = 0;
  density.forEach((value, i) => {
    if (value > (density[peak] ?? 0)) peak = i;
  });
  if (panel.kind === 'single') return String(panel.marginal.x[peak] ?? 0);
  const { x, y } = panel.pair;
  return `${x[peak % x.length] ?? 0} ${y[Math.floor(peak / x.length)] ?? 0}`;
}
