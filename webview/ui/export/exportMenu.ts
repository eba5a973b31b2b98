import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { viewOf } from '../panes/views';
import type { Scene } from '../scene/scene';
import { plotOf } from '../state/state';
import { isChord } from '../widgets/chord';
import { copyIcon } from '../widgets/icons';
import { menuKey } from '../widgets/menuKeys';
import { type Destination, exportGraph, exportPicture, exportValues, fanShown, paperOf } from './exporter';
import { exportPaper, exportRows, exportSubject, openExport } from './exporting';

/** How near the menu comes to the left side of the panel, in pixels. */
const nearest = 8;

/** The button that opens the menu of what can be taken away, and the menu. */
export function exportMenu(scene: Scene): TemplateResult {
  const { state, actions } = scene;
  const { open, said } = state.exporting;
  const plot = plotOf(state);
  const toggle = (): void => actions.take((now) => openExport(now, !now.exporting.open));
  const shut = (): void => actions.take((now) => openExport(now, false));
  const keys = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    const wrap = event.currentTarget as HTMLElement;
    const menu = wrap.querySelector('[role=menu]');
    if (menu === null) {
      if (event.key !== 'ArrowDown' || plot === null) return;
      // Not the other way round: the key may come again before the menu is there.
      actions.take((now) => openExport(now, true));
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      shut();
      wrap.querySelector<HTMLElement>('[data-role=export]')?.focus();
      // Escape would also take back what is observed; Tab goes on from the button.
      if (event.key === 'Tab') return;
    } else if (!menuKey(event.key, menu, document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const left = (event: FocusEvent): void => {
    const wrap = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node && wrap.contains(event.relatedTarget))) shut();
  };
  return html`<div class="export" @keydown=${keys} @focusout=${left}>
    <vscode-button appearance="secondary" data-role="export" aria-haspopup="menu" aria-expanded=${open ? 'true' : 'false'}
      title="Save or copy pictures, data and the graph of the model" ?disabled=${plot === null} @click=${toggle}>Export ▾</vscode-button>
    ${open && plot !== null ? menu(scene) : nothing}
    <p class="export-said" role="status" data-role="export-said">${said}</p>
  </div>`;
}

function menu(scene: Scene): TemplateResult {
  const { state, actions } = scene;
  const plot = plotOf(state);
  if (plot === null) return html``;
  const { preview, asked } = plot;
  const { prior } = preview;
  const subject = prior === null ? 'observed' : state.exporting.subject;
  const paper = paperOf(scene);
  const view = viewOf(state, asked);
  const fan = fanShown(scene);
  const plotted = fan === null ? preview.observed.choice.label : `${fan.variable} over time`;
  const main = view.name === 'density' ? preview.observed.choice.label : view.label;
  const after = preview.posterior?.kind === 'posterior' ? 'posterior' : 'prior';
  const picture = (ending: 'svg' | 'png') => (to: Destination) => void exportPicture(subject, ending, to, scene);
  const drawing = (ending: 'svg' | 'png') => (to: Destination) => void exportPicture('graph', ending, to, scene);
  const values = (of: 'observed' | 'latent') => (to: Destination) => exportValues(of, to, scene);
  const graph = (ending: 'dot' | 'mmd') => (to: Destination) => exportGraph(ending, to, scene);
  const drawn = scene.pictures.graph(asked.model.structure).kind === 'graph';
  const rows = (to: Destination): void => actions.take((now) => exportRows(now, to));
  return html`<div class="export-menu" role="menu" aria-label="Export" tabindex="-1" data-role="export-menu" ${ref(opened)}>
    ${group(
      'Picture',
      html`
      ${
        prior === null
          ? nothing
          : radios('of', 'Picture of', [
              {
                name: main,
                checked: subject === 'observed',
                take: () => actions.take((now) => exportSubject(now, 'observed')),
              },
              {
                name: `${after} of ${prior.choice.label}`,
                checked: subject === 'latent',
                take: () => actions.take((now) => exportSubject(now, 'latent')),
              },
            ])
      }
      ${radios('paper', 'Colours', [
        { name: 'Light', checked: paper === 'light', take: () => actions.take((now) => exportPaper(now, 'light')) },
        { name: 'Dark', checked: paper === 'dark', take: () => actions.take((now) => exportPaper(now, 'dark')) },
      ])}
      ${item('picture-svg', 'SVG…', 'picture as SVG', picture('svg'), scene)}
      ${item('picture-png', 'PNG…', 'picture as PNG', picture('png'), scene)}`,
    )}
    ${group(
      'Data as CSV',
      html`
      ${item('values', `Values of ${plotted}…`, `values of ${plotted} as CSV`, values('observed'), scene)}
      ${prior === null ? nothing : item('latent-values', `Values of ${prior.choice.label}…`, `values of ${prior.choice.label} as CSV`, values('latent'), scene)}
      ${item('samples', 'Samples of all variables…', 'samples of all variables as CSV', rows, scene)}`,
    )}
    ${group(
      'Graph of the model',
      html`
      ${drawn ? item('graph-svg', 'Graph as SVG…', 'graph as SVG', drawing('svg'), scene) : nothing}
      ${drawn ? item('graph-png', 'Graph as PNG…', 'graph as PNG', drawing('png'), scene) : nothing}
      ${item('graph-dot', 'Graphviz…', 'graph for Graphviz', graph('dot'), scene)}
      ${item('graph-mmd', 'Mermaid…', 'graph for Mermaid', graph('mmd'), scene)}`,
    )}
  </div>`;
}

/** What is opened has the keyboard, and lies within the page. */
function opened(menu: Element | undefined): void {
  if (!(menu instanceof HTMLElement)) return;
  // After the frame's other changes: an item can take the focus once it is in the page.
  queueMicrotask(() => {
    const out = nearest - menu.getBoundingClientRect().left;
    if (out > 0) menu.style.setProperty('right', `${-out}px`);
    menu.querySelector<HTMLElement>('[data-row]')?.focus();
  });
}

function group(name: string, items: TemplateResult): TemplateResult {
  return html`<div class="export-group" role="group" aria-label=${name}><p aria-hidden="true">${name}</p>${items}</div>`;
}

/** What is saved, and beside it a button that copies it. */
function item(
  name: string,
  label: string,
  copied: string,
  take: (to: Destination) => void,
  scene: Scene,
): TemplateResult {
  const done =
    (to: Destination) =>
    (event: Event): void => {
      (event.currentTarget as HTMLElement)
        .closest('.export')
        ?.querySelector<HTMLElement>('[data-role=export]')
        ?.focus();
      take(to);
      scene.actions.take((now) => openExport(now, false));
    };
  return html`<div class="export-row" role="none">
    <button type="button" role="menuitem" tabindex="-1" data-row=${name} data-role=${`export-${name}`}
      aria-label=${`Save ${copied}`} @click=${done('file')}>${label}</button>
    <button type="button" class="export-copy" role="menuitem" tabindex="-1" data-row=${name} data-role=${`copy-${name}`}
      aria-label=${`Copy ${copied} to the clipboard`} title="Copy to the clipboard" @click=${done('clipboard')}>${copyIcon}</button>
  </div>`;
}

interface Choice {
  readonly name: string;
  readonly checked: boolean;
  readonly take: () => void;
}

function radios(row: string, label: string, choices: readonly Choice[]): TemplateResult {
  return html`<div class="export-choices" role="group" aria-label=${label}>
    ${choices.map(
      ({ name, checked, take }) => html`<button type="button" role="menuitemradio" tabindex="-1" data-row=${row}
        data-role=${`export-${row}`} aria-checked=${checked ? 'true' : 'false'} @click=${take}>${name}</button>`,
    )}
  </div>`;
}
