import { html, nothing, type TemplateResult } from 'lit';
import type { ModelGraph, ModelList } from '../../plots/graph/modelGraph';
import { tooMany } from '../../plots/graph/modelGraphWords';
import { count } from '../../plots/text/format';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { selectionIn } from '../widgets/atCaret';
import { mathHtml } from '../widgets/mathHtml';
import { place } from '../widgets/place';

/** Who depends on whom: every name leads to its statement in the text. */
export function graphPane(asked: Asked, scene: Scene): TemplateResult {
  const graph = scene.pictures.graph(asked.model.structure);
  return html`<section class="pane graph" aria-labelledby="graph-title">
    <h2 id="graph-title"><span class="pane-kind">Graph</span></h2>
    <figure role="figure" aria-label=${scene.pictures.graphWords(graph)} data-role="graph" data-version=${asked.model.version}>
      ${graph.kind === 'list' ? list(graph, asked, scene) : picture(graph, asked, scene)}
    </figure>
  </section>`;
}

function picture(graph: ModelGraph, asked: Asked, scene: Scene): TemplateResult {
  const layout = scene.pictures.graphLayout(graph, scene.theme.fontSize, dataLabel(asked));
  const { left, top, right, bottom } = layout.frame;
  const current = selectionIn(asked, scene)?.statement;
  return html`<div class="graph-scroll"><div class="stage graph-stage" ${place({ width: Math.ceil(right - left), height: Math.ceil(bottom - top) })}>
    ${scene.pictures.graphPlot(layout)}
    ${scene.pictures.graphTargets(graph, layout).map(({ box, label, round, name, definition }) => {
      const at = {
        left: box.left - left,
        top: box.top - top,
        width: box.right - box.left,
        height: box.bottom - box.top,
      };
      return html`<button type="button" class=${`graph-link${round ? ' round' : ''}`} aria-label=${label} title=${label}
        aria-current=${name === current ? 'true' : nothing} data-name=${name} ${place(at)} @click=${() => reveal(name, definition, asked, scene)}></button>`;
    })}
  </div></div>`;
}

function reveal(name: string, definition: number, { model }: Asked, { actions }: Scene): void {
  const spans = model.statementSpans.get(name) ?? [];
  const span = spans[definition] ?? spans[0];
  if (span !== undefined) actions.reveal(model.uri, span);
}

/** All rows are independent draws of the whole model. */
export function dataLabel({ model }: Asked): string | null {
  const counts = new Set(Array.from(model.data.values(), ([first]) => first?.length ?? 0));
  counts.delete(0);
  const [rows] = counts;
  if (rows === undefined) return null;
  return counts.size === 1 ? `N = ${count(rows)}` : 'N';
}

/** Names that are listed at most. */
const listedNames = 200;

function list(graph: ModelList, asked: Asked, scene: Scene): TemplateResult {
  const { variables } = graph;
  const rest = variables.length - listedNames;
  const current = selectionIn(asked, scene)?.statement;
  return html`<p class="rest">${tooMany(graph)}</p>
    <ul class="graph-list">
      ${variables.slice(0, listedNames).map(
        ({
          name,
          role,
        }) => html`<li><button type="button" aria-label=${`${name}, ${role}`} aria-current=${name === current ? 'true' : nothing} data-name=${name}
          @click=${() => reveal(name, 0, asked, scene)}>${mathHtml(name)}</button></li>`,
      )}
    </ul>
    ${rest > 0 ? html`<p class="rest">and ${count(rest)} more, in the text</p>` : ''}`;
}
