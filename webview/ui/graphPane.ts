import { html, type TemplateResult } from 'lit';
import { count } from '../plots/format';
import type { ModelGraph, ModelList } from '../plots/modelGraph';
import type { Box } from '../plots/modelGraphBox';
import type { GraphLayout } from '../plots/modelGraphLayout';
import { constantWords, graphWords, nodeWords, tooMany } from '../plots/modelGraphWords';
import { mathHtml } from './mathHtml';
import { place } from './place';
import type { Scene } from './scene';
import type { Asked } from './state';

/** Who depends on whom: every name leads to its statement in the text. */
export function graphPane(asked: Asked, scene: Scene): TemplateResult {
  const graph = scene.pictures.graph(asked.model.structure);
  return html`<section class="pane graph" aria-labelledby="graph-title">
    <h2 id="graph-title"><span class="pane-kind">Graph</span></h2>
    <figure role="figure" aria-label=${graphWords(graph)} data-role="graph" data-version=${asked.model.version}>
      ${graph.kind === 'list' ? list(graph, asked, scene) : picture(graph, asked, scene)}
    </figure>
  </section>`;
}

function picture(graph: ModelGraph, asked: Asked, scene: Scene): TemplateResult {
  const layout = scene.pictures.graphLayout(graph, scene.theme.fontSize, dataLabel(asked));
  const { left, top, right, bottom } = layout.frame;
  return html`<div class="graph-scroll"><div class="stage graph-stage" ${place({ width: Math.ceil(right - left), height: Math.ceil(bottom - top) })}>
    ${scene.pictures.graphPlot(layout)}
    ${targets(graph, layout).map(({ box, label, round, name, definition }) => {
      const at = {
        left: box.left - left,
        top: box.top - top,
        width: box.right - box.left,
        height: box.bottom - box.top,
      };
      return html`<button type="button" class=${`graph-link${round ? ' round' : ''}`} aria-label=${label} title=${label}
        data-name=${name} ${place(at)} @click=${() => reveal(name, definition, asked, scene)}></button>`;
    })}
  </div></div>`;
}

function reveal(name: string, definition: number, { model }: Asked, { actions }: Scene): void {
  const spans = model.statementSpans[name] ?? [];
  const span = spans[definition] ?? spans[0];
  if (span !== undefined) actions.reveal(model.uri, span);
}

interface Target {
  readonly box: Box;
  readonly label: string;
  readonly round: boolean;
  readonly name: string;
  readonly definition: number;
}

/** What can be clicked, in the order in which the keyboard comes to it: from parents to children. */
function targets(graph: ModelGraph, { nodes, constants, plates }: GraphLayout): Target[] {
  const halfLine = 9;
  return [
    ...nodes.map(({ node, shape: { x, y, halfWidth, halfHeight } }) => ({
      box: { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight },
      label: nodeWords(node, graph),
      round: true,
      name: node.name,
      definition: node.definition,
    })),
    ...constants.flatMap(({ constants: group, names }) =>
      names.map(({ name, x, y, width }) => ({
        box: { left: x - 3, right: x + width + 3, top: y - halfLine, bottom: y + halfLine },
        label: constantWords(name, group),
        round: false,
        name,
        definition: 0,
      })),
    ),
    ...plates.flatMap(({ lines }) =>
      lines.flatMap(({ start, right, y, width }) =>
        start === null
          ? []
          : [
              {
                box: { left: right - width, right, top: y - halfLine, bottom: y + halfLine },
                label: `${start.shown}, where the chain starts`,
                round: false,
                name: start.name,
                definition: start.definition,
              },
            ],
      ),
    ),
  ];
}

/** All rows are independent draws of the whole model. */
function dataLabel({ model }: Asked): string | null {
  const counts = new Set(Object.values(model.data).map(({ length }) => length));
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
  return html`<p class="rest">${tooMany(graph)}</p>
    <ul class="graph-list">
      ${variables.slice(0, listedNames).map(
        ({ name, role }) => html`<li><button type="button" aria-label=${`${name}, ${role}`} data-name=${name}
          @click=${() => reveal(name, 0, asked, scene)}>${mathHtml(name)}</button></li>`,
      )}
    </ul>
    ${rest > 0 ? html`<p class="rest">and ${count(rest)} more, in the text</p>` : ''}`;
}
