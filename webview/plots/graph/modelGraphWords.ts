import type { GraphConstants, GraphNode, ModelGraph, ModelList } from './modelGraph';

/** What a variable is, for a reader who cannot see the picture: `z, latent, categorical, parent of x`. */
export function nodeWords({ name, role, families, copies, past }: GraphNode, { edges, plates }: ModelGraph): string {
  const plate = plates.find(({ members }) => members.includes(name));
  const children = edges.filter(({ from }) => from === name).map(({ to }) => to);
  return [
    name,
    role,
    families.length > 2 ? `one of ${families.length} families` : families.join(' or '),
    ...(copies.length === 0 ? [] : [`${copies.join(' times ')} copies`]),
    ...(plate === undefined ? [] : [`chain, ${plate.label.replace(' = ', ' from ').replace('…', ' to ')}`]),
    ...(past === null ? [] : [past === '' ? 'depends on its own past' : `depends on its own element ${past}`]),
    ...(children.length === 0 ? [] : [`parent of ${listed(children)}`]),
  ].join(', ');
}

/** What a parameter or a network is: `mu, parameter of x`. */
export function constantWords(name: string, { kind, users }: GraphConstants): string {
  return `${name}, ${kind === 'params' ? 'parameter' : 'network'} of ${listed(users)}`;
}

/** The whole graph in one line: `w → z; z, mu, sigma → x; observed: x`. */
export function graphWords(graph: ModelGraph | ModelList): string {
  if (graph.kind === 'list') return `Graph of the model: ${tooMany(graph)}`;
  const parts = graph.nodes.map(({ name, past }) => {
    const parents = [
      ...graph.edges.filter(({ to }) => to === name).map(({ from }) => from),
      ...(past === null ? [] : [name]),
      ...graph.constants.filter(({ users }) => users.includes(name)).flatMap(({ names }) => names),
    ];
    return parents.length === 0 ? name : `${parents.join(', ')} → ${name}`;
  });
  const observed = graph.nodes.filter(({ role }) => role === 'observed').map(({ name }) => name);
  return `Graph of the model: ${parts.join('; ')}. Observed: ${observed.join(', ')}.`;
}

/** Why there is no picture. */
export function tooMany({ variables }: ModelList): string {
  const latent = variables.filter(({ role }) => role === 'latent').length;
  const { length } = variables;
  return `${length} variable${length === 1 ? '' : 's'}, ${latent} of them latent: too much for a picture, so they are listed.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
