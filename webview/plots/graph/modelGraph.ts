import { children } from '../../../src/model/children';
import { expressionsOf } from '../../../src/model/expressionsOf';
import type { Definition, Distribution, Expr, Structure, Variable } from '../../../src/model/model';

/** A random variable, or all elements of a chain in one. */
export interface GraphNode {
  readonly name: string;
  readonly role: Variable['role'];
  /** As it stands in the picture: `x`, or `z[t]` for a chain. */
  readonly shown: string;
  /** The families of its distributions, in words, each once. */
  readonly families: readonly string[];
  /** How many independent copies it is made of, outermost first; none for a single one. */
  readonly copies: readonly number[];
  /** Which of its own elements it depends on: `t − 1`; null where it does not, '' where there is no loop to count in. */
  readonly past: string | null;
  /** Which of its definitions stands for the whole, counted from 0. */
  readonly definition: number;
}

/** Parameters, or networks, that the same variables use. */
export interface GraphConstants {
  readonly kind: 'params' | 'networks';
  readonly names: readonly string[];
  /** Names of variables, in the order of the structure. */
  readonly users: readonly string[];
}

/** An arrow from a variable to one that depends on it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Which elements of a chain are used, where that is not the one of the same index; '' otherwise. */
  readonly label: string;
  /** It leads back, from a chain's past: the arrows without these have no circle. */
  readonly back: boolean;
}

/** Chains that run together. */
export interface GraphPlate {
  readonly members: readonly string[];
  readonly label: string;
  /** Definitions of elements that are not like the others, such as the first. */
  readonly starts: readonly { readonly name: string; readonly shown: string; readonly definition: number }[];
}

export interface ModelGraph {
  readonly kind: 'graph';
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly GraphConstants[];
  readonly edges: readonly GraphEdge[];
  readonly plates: readonly GraphPlate[];
}

/** A model that is too large for a picture. */
export interface ModelList {
  readonly kind: 'list';
  readonly variables: readonly Pick<Variable, 'name' | 'role'>[];
}

/** More nodes or arrows than these are listed instead of drawn. */
export const mostNodes = 40;
export const mostArrows = 120;

/** The graph of a model: who depends on whom, and on which parameters and networks. Numbers take no part in it. */
export function modelGraph(structure: Structure): ModelGraph | ModelList {
  const { variables } = structure;
  const list: ModelList = { kind: 'list', variables: variables.map(({ name, role }) => ({ name, role })) };
  if (variables.length > mostNodes) return list;
  const edges = edgesOf(variables);
  const constants = constantsOf(structure);
  const arrows = constants.reduce((sum, { users }) => sum + users.length, edges.length);
  if (variables.length + constants.length > mostNodes || arrows > mostArrows) return list;
  return { kind: 'graph', nodes: variables.map(nodeOf), constants, edges, plates: platesOf(variables, edges) };
}

/** The graph of a model of any size, for programs that draw graphs of any size. */
export function wholeGraph(structure: Structure): ModelGraph {
  const { variables } = structure;
  const edges = edgesOf(variables);
  const plates = platesOf(variables, edges);
  return { kind: 'graph', nodes: variables.map(nodeOf), constants: constantsOf(structure), edges, plates };
}

/** The definition that most elements of a chain follow: the first with a loop. */
function mainOf({ definitions }: Variable): number {
  const looped = definitions.findIndex(({ loop }) => loop !== null);
  return looped < 0 ? definitions.length - 1 : looped;
}

function loopOf(variable: Variable | undefined): string | null {
  return variable?.definitions.find(({ loop }) => loop !== null)?.loop ?? null;
}

function nodeOf(variable: Variable): GraphNode {
  const { name, role, definitions } = variable;
  const definition = mainOf(variable);
  const loop = loopOf(variable);
  const past = definitions.flatMap((each) => indices(each, name));
  return {
    name,
    role,
    shown: loop === null ? name : `${name}[${loop}]`,
    families: [...new Set(definitions.flatMap(({ distribution }) => familiesOf(distribution)))],
    copies: copiesOf(definitions[definition]?.distribution),
    past: past.length === 0 ? null : loop === null ? '' : joined(past),
    definition,
  };
}

function familiesOf(distribution: Distribution): string[] {
  switch (distribution.kind) {
    case 'family':
      return [distribution.family.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()];
    case 'copies':
      return familiesOf(distribution.base);
    case 'table':
      return [
        ...distribution.rows.flatMap(({ value }) => familiesOf(value)),
        ...(distribution.otherwise === null ? [] : familiesOf(distribution.otherwise)),
      ];
  }
}

function copiesOf(distribution: Distribution | undefined): number[] {
  return distribution?.kind === 'copies' ? [distribution.count, ...copiesOf(distribution.base)] : [];
}

// ---------------------------------------------------------------- arrows

function edgesOf(variables: readonly Variable[]): GraphEdge[] {
  const place = new Map(variables.map(({ name }, i) => [name, i]));
  return variables.flatMap((to, at) => {
    const names = new Set(to.definitions.flatMap(({ parents }) => parents.map(({ name }) => name)));
    names.delete(to.name);
    return [...names].flatMap((from) => {
      const parent = variables[place.get(from) ?? -1];
      if (parent === undefined) return [];
      return [{ from, to: to.name, label: edgeLabel(parent, to), back: (place.get(from) ?? 0) > at }];
    });
  });
}

function edgeLabel(parent: Variable, child: Variable): string {
  if (parent.range === null) return '';
  const used = child.definitions.flatMap((definition) => {
    const all = indices(definition, parent.name);
    const [only] = all;
    // The element of the same index needs no saying, nor does the first of one chain that leans on the first of another.
    const own = definition.loop ?? (definition.range === null ? null : `${definition.range[0]}`);
    return all.length === 1 && only === own ? [] : all;
  });
  if (used.length === 0) return '';
  const loop = loopOf(parent);
  return child.range === null && loop !== null ? `${loop} = ${joined(used)}` : joined(used);
}

function indices({ parents }: Definition, of: string): string[] {
  return parents.flatMap(({ name, index }) => (name === of && index !== null ? [indexText(index)] : []));
}

/** No more than this many indices are named on an arrow. */
const namedIndices = 3;

function joined(parts: readonly string[]): string {
  const each = [...new Set(parts)];
  return each.length > namedIndices ? `${each.slice(0, namedIndices - 1).join(', ')}, …` : each.join(', ');
}

const signs = { add: ' + ', subtract: ' − ', multiply: ' · ', divide: ' / ', power: '^' } as const;

/** An index in the way of a textbook: `t − 1`. */
function indexText(expr: Expr): string {
  switch (expr.op) {
    case 'constant':
      return `${expr.value}`.replace('-', '−');
    case 'loop':
      return expr.name;
    case 'negate':
      return `−${indexText(expr.operand)}`;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return `${indexText(expr.left)}${signs[expr.op]}${indexText(expr.right)}`;
    default:
      return '…';
  }
}

// ---------------------------------------------------------------- parameters and networks

function constantsOf(structure: Structure): GraphConstants[] {
  const usersOf = new Map<string, string[]>();
  for (const { name, definitions } of structure.variables) {
    for (const key of usesOf(definitions, structure)) usersOf.set(key, [...(usersOf.get(key) ?? []), name]);
  }
  const groups = new Map<string, { kind: GraphConstants['kind']; names: string[]; users: readonly string[] }>();
  const add = (kind: GraphConstants['kind'], name: string): void => {
    const users = usersOf.get(`${kind} ${name}`);
    if (users === undefined) return;
    const key = `${kind} ${users.join(' ')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, names: [name], users });
    else group.names.push(name);
  };
  for (const { name } of structure.params) add('params', name);
  for (const { name } of structure.networks) add('networks', name);
  return [...groups.values()];
}

/** The parameters and networks that definitions rest on, through lets, networks and other parameters too. */
function usesOf(definitions: readonly Definition[], { params, lets, networks }: Structure): Set<string> {
  const uses = new Set<string>();
  const seen = new Set<string>();
  const stack: Expr[] = definitions.flatMap(({ distribution }) => expressionsOf(distribution));
  const follow = (key: string, value: Expr | undefined): void => {
    if (seen.has(key) || value === undefined) return;
    seen.add(key);
    stack.push(value);
  };
  const network = (name: string): void => {
    uses.add(`networks ${name}`);
    follow(`networks ${name}`, networks.find((one) => one.name === name)?.body);
  };
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    const { op } = expr;
    if (op === 'param') {
      const { name } = expr;
      uses.add(`params ${name}`);
      follow(`params ${name}`, params.find((one) => one.name === name)?.value);
    } else if (op === 'let') {
      const { name } = expr;
      follow(`let ${name}`, lets.find((one) => one.name === name)?.value);
    } else if (op === 'network') {
      network(expr.name);
    }
    for (const child of children(expr)) stack.push(child);
  }
  return uses;
}

// ---------------------------------------------------------------- plates

function platesOf(variables: readonly Variable[], edges: readonly GraphEdge[]): GraphPlate[] {
  const chains = variables.filter(({ range }) => range !== null);
  const group = new Map(variables.map(({ name }) => [name, name]));
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  for (const { from, to } of edges) {
    const [a, b] = [group.get(from), group.get(to)];
    if (a === undefined || b === undefined || !sameRange(byName.get(from), byName.get(to))) continue;
    for (const [name, of] of group) if (of === b) group.set(name, a);
  }
  // A variable between two chains that would have to be both above and below their plate: each has its own.
  const whole = hasCircle(variables, edges, group) ? new Map(variables.map(({ name }) => [name, name])) : group;
  const plates = new Map<string, Variable[]>();
  for (const chain of chains) {
    const key = whole.get(chain.name) ?? chain.name;
    plates.set(key, [...(plates.get(key) ?? []), chain]);
  }
  return [...plates.values()].map((members) => {
    const loop = members.map(loopOf).find((one) => one !== null) ?? null;
    const [low, high] = members[0]?.range ?? [0, 0];
    return {
      members: members.map(({ name }) => name),
      label: `${loop === null ? '' : `${loop} = `}${low}…${high}`,
      starts: members.flatMap((member) => {
        const main = mainOf(member);
        return member.definitions.flatMap(({ range }, definition) => {
          if (definition === main || range === null) return [];
          const [from, to] = range;
          return [{ name: member.name, shown: `${member.name}[${from === to ? from : `${from}…${to}`}]`, definition }];
        });
      }),
    };
  });
}

function sameRange(a: Variable | undefined, b: Variable | undefined): boolean {
  return !!a?.range && !!b?.range && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

function hasCircle(
  variables: readonly Variable[],
  edges: readonly GraphEdge[],
  group: ReadonlyMap<string, string>,
): boolean {
  let arrows = edges
    .filter(({ back }) => !back)
    .map(({ from, to }) => [group.get(from) ?? from, group.get(to) ?? to] as const)
    .filter(([from, to]) => from !== to);
  let left = new Set(variables.map(({ name }) => group.get(name) ?? name));
  while (left.size > 0) {
    const targets = new Set(arrows.map(([, to]) => to));
    const next = new Set([...left].filter((one) => targets.has(one)));
    if (next.size === left.size) return true;
    left = next;
    arrows = arrows.filter(([from]) => next.has(from));
  }
  return false;
}
