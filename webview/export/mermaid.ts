import type { GraphNode, ModelGraph } from '../plots/graph/modelGraph';
import { plateText } from './plateText';

/**
 * The graph of a model as a Mermaid flowchart: circles for variables, shaded where they are observed, bare names for
 * parameters, boxes for networks, a dashed subgraph for each plate. Names stand in labels only, for an identifier of
 * Mermaid's must not be a word of its own, such as `end`.
 * @param data what stands on the plate of the data, such as `N = 120`; null without data
 */
export function mermaidText(graph: ModelGraph, title: string, data: string | null): string {
  const ids = new Map(graph.nodes.map(({ name }, i) => [name, `v${i}`]));
  const idOf = (name: string): string => ids.get(name) ?? '';
  const frames: string[] = [];
  const frame = (id: string, label: string, lines: readonly string[]): string[] => {
    frames.push(id);
    return [`subgraph ${id}[${quoted(label)}]`, ...lines.map(indented), 'end'];
  };
  const node = (one: GraphNode): string[] => {
    const line = `${idOf(one.name)}((${quoted(one.shown)})):::${one.role}`;
    return one.copies.length === 0
      ? [line]
      : frame(`copies_${idOf(one.name)}`, one.copies.map((copies) => `× ${copies}`).join(' '), [line]);
  };
  const plates = graph.plates.flatMap((plate, i) =>
    frame(`plate${i}`, plateText(plate), graph.nodes.filter(({ name }) => plate.members.includes(name)).flatMap(node)),
  );
  const single = graph.nodes.filter(({ name }) => !graph.plates.some(({ members }) => members.includes(name)));
  const variables = [...single.flatMap(node), ...plates];
  const constants = graph.constants.flatMap(({ kind, names, users }, group) =>
    names.flatMap((name, i) => {
      const id = `c${group}_${i}`;
      const shape = kind === 'params' ? `[${quoted(name)}]:::param` : `[${quoted(name)}]:::network`;
      return [`${id}${shape}`, ...users.map((user) => `${id} --> ${idOf(user)}`)];
    }),
  );
  const body = [
    ...(data === null ? variables : frame('data', data, variables)),
    ...graph.edges.map(({ from, to, label }) => arrow(idOf(from), idOf(to), label)),
    ...graph.nodes.flatMap(({ name, past }) => (past === null ? [] : [arrow(idOf(name), idOf(name), past)])),
    ...constants,
    'classDef observed fill:#d9d9d9,stroke:#333,color:#000',
    'classDef latent fill:#fff,stroke:#333,color:#000',
    'classDef param fill:none,stroke:none',
    'classDef network fill:none,stroke:#777',
    ...frames.map((id) => `style ${id} fill:none,stroke:#777,stroke-dasharray:4 3`),
  ];
  return ['---', `title: ${JSON.stringify(title)}`, '---', 'flowchart TB', ...body.map(indented), ''].join('\n');
}

function arrow(from: string, to: string, label: string): string {
  return label === '' ? `${from} --> ${to}` : `${from} -->|${quoted(label)}| ${to}`;
}

function indented(line: string): string {
  return `  ${line}`;
}

/** A text between quotation marks. Entities of Mermaid's own stand for what it or the page would read as something else. */
function quoted(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '#': '#35;',
    '"': '#quot;',
    '&': '#amp;',
    '<': '#lt;',
    '>': '#gt;',
    '`': '#96;',
    '\n': '<br/>',
  };
  return `"${text.replace(/[#"&<>`\n]/g, (character) => entities[character] ?? character)}"`;
}
