import type { GraphEdge, GraphNode, ModelGraph } from '../plots/graph/modelGraph';
import { nodeWords } from '../plots/graph/modelGraphWords';
import { plateText } from './plateText';

/**
 * The graph of a model in the language of Graphviz: circles for variables, shaded where they are observed, bare names
 * for parameters, boxes for networks, a dashed cluster for each plate.
 * @param data what stands on the plate of the data, such as `N = 120`; null without data
 */
export function dotText(graph: ModelGraph, title: string, data: string | null): string {
  const inner = data === null ? '  ' : '    ';
  const clusters = graph.plates.map((plate, i) => {
    const members = graph.nodes.filter(({ name }) => plate.members.includes(name));
    return cluster(`plate_${i}`, plateText(plate), inner, nodeLines(members, graph, `${inner}  `));
  });
  const single = graph.nodes.filter(({ name }) => !graph.plates.some(({ members }) => members.includes(name)));
  const variables = [...nodeLines(single, graph, inner), ...clusters.flat()];
  const constants = graph.constants.flatMap(({ kind, names, users }) =>
    names.flatMap((name) => {
      const id = quoted(`${kind} ${name}`);
      const shape = kind === 'params' ? 'plaintext, margin="0.05"' : 'box';
      return [
        `  ${id} [label=${quoted(name)}, shape=${shape}];`,
        ...users.map((user) => `  ${id} -> ${variableId(user)};`),
      ];
    }),
  );
  return [
    `digraph ${quoted(title)} {`,
    `  label=${quoted(title)};`,
    '  labelloc="t";',
    '  fontname="Helvetica";',
    '  node [shape=circle, fontname="Times-Italic", fontsize=16];',
    '  edge [fontname="Times-Italic", fontsize=12];',
    ...(data === null ? variables : cluster('data', data, '  ', variables)),
    ...graph.edges.map(arrow),
    ...graph.nodes.flatMap(ownPast),
    ...constants,
    '}',
    '',
  ].join('\n');
}

function cluster(id: string, label: string, indent: string, lines: readonly string[]): string[] {
  const head = `label=${quoted(label)}; labelloc="b"; labeljust="r"; style="dashed,rounded";`;
  return [`${indent}subgraph cluster_${id} {`, `${indent}  ${head}`, ...lines, `${indent}}`];
}

function nodeLines(nodes: readonly GraphNode[], graph: ModelGraph, indent: string): string[] {
  return nodes.flatMap((node, i) => {
    const shade = node.role === 'observed' ? ', style="filled", fillcolor="#d9d9d9"' : '';
    const line = `${variableId(node.name)} [label=${quoted(node.shown)}, tooltip=${quoted(nodeWords(node, graph))}${shade}];`;
    if (node.copies.length === 0) return [indent + line];
    // Names of clusters must differ; that of the variable alone could be the name of a plate.
    const id = `copies_${graph.nodes.indexOf(node)}_${i}`;
    return cluster(id, node.copies.join(' × '), indent, [`${indent}  ${line}`]);
  });
}

function arrow({ from, to, label, back }: GraphEdge): string {
  const attributes = [
    ...(label === '' ? [] : [`label=${quoted(label)}`]),
    // What leads back must not turn the order of the rows around.
    ...(back ? ['constraint=false'] : []),
  ];
  return edgeLine(from, to, attributes);
}

function ownPast({ name, past }: GraphNode): string[] {
  if (past === null) return [];
  return [edgeLine(name, name, past === '' ? [] : [`label=${quoted(past)}`])];
}

function edgeLine(from: string, to: string, attributes: readonly string[]): string {
  return `  ${variableId(from)} -> ${variableId(to)}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`};`;
}

function variableId(name: string): string {
  return quoted(name);
}

/** A quoted identifier: a line break is written `\n`, and a backslash must not begin an escape of Graphviz's own. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
