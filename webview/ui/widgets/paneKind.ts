import { html, type TemplateResult } from 'lit';
import type { Choice } from '../../../src/engine/api/preview';
import type { Actions } from '../scene/scene';
import type { Asked } from '../state/state';

/** The word at the head of a pane; it leads to the statement of what the pane shows. */
export function paneKind(
  word: string,
  { variable, index }: Choice,
  { model }: Asked,
  actions: Actions,
): TemplateResult {
  const spans = model.statementSpans.get(variable) ?? [];
  const span = spans[definitionOf(model.structure, variable, index)] ?? spans[0];
  if (span === undefined) return html`<span class="pane-kind">${word}</span>`;
  return html`<button type="button" class="pane-kind" title=${`Show the statement of ${variable} in the text`}
    @click=${() => actions.reveal(model.uri, span)}>${word}</button>`;
}

/** @returns which of a variable's definitions, counted from 0, says how this element of it is distributed. */
export function definitionOf(structure: Asked['model']['structure'], variable: string, index: number | null): number {
  const definitions = structure.variables.find(({ name }) => name === variable)?.definitions ?? [];
  const found = definitions.findIndex(
    ({ range }) => range === null || index === null || (range[0] <= index && index <= range[1]),
  );
  return Math.max(0, found);
}
