import { at } from '../names/affine';
import { type Group, isVariable, type Step, statementsOf } from '../names/dependencies';
import type { VariableUse } from '../names/references';
import { type Definition, indicesOf, isChain } from '../names/scope';
import type { Span } from '../syntax/span';
import type { VariableStatement } from '../syntax/tree';
import type { Check } from './rule';

/** A circle of dependencies, from parents to children, its first name again at the end. */
export interface Cycle {
  readonly path: readonly string[];
  /** The definitions in it, in the order of the text. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly name: string;
  readonly span: Span;
}

/** More arrows than this between the elements of chains are not followed; such a group counts as a circle. */
const mostArrows = 100_000;

/**
 * The circle in a group of definitions that need each other; null where they are chains whose elements stand in an
 * order after all, as in `z[t] | z[t-1]`, and where one of them could not be read in full.
 */
export function findCycle(group: Group, check: Check): Cycle | null {
  const members = new Set(group.steps.map(({ definition }) => definition));
  if ([...members].some((definition) => statementsOf(definition).some(({ broken }) => broken))) return null;
  const chains = [...members].filter((definition) => isVariable(definition) && isChain(definition));
  if (chains.length === 0) return cycleOf(nameGraph(group));
  const others = cycleOf(nameGraph(group, (definition) => !isVariable(definition)));
  if (others !== null) return others;
  const arrows = chainArrows(members, check);
  if (arrows === null) return null;
  if (chains.length === members.size && pointsOneWay(arrows)) {
    return cycleOf(sameIndexGraph(arrows));
  }
  return cycleOf(elementGraph(arrows) ?? nameGraph(group));
}

/** What needs what, by the names of nodes. */
type Graph = ReadonlyMap<Definition | string, readonly Node[]>;

interface Node {
  readonly key: Definition | string;
  readonly definition: Definition;
  readonly name: string;
  /** Where what needs it is defined. */
  readonly by: Place;
}

function placeOf(definition: Definition): Place {
  return { name: definition.name, span: definition.spans[0]! };
}

/** A network's arguments take no part: only where what is used needs itself is there a circle. */
function nameGraph({ steps }: Group, counts: (definition: Definition) => boolean = () => true): Graph {
  const graph = new Map<Definition | string, Node[]>();
  const isMember = ({ definition, part }: Step) => part === 'whole' && counts(definition);
  const members = new Set(steps.filter(isMember));
  for (const step of members) {
    const needs: Node[] = [];
    graph.set(step.definition, needs);
    for (const need of step.needs) {
      if (!members.has(need)) continue;
      const { definition } = need;
      needs.push({ key: definition, definition, name: definition.name, by: placeOf(step.definition) });
    }
  }
  return graph;
}

/** One use of a member of the group by a definition of another. */
interface Arrow {
  readonly from: Definition;
  /** The indices that the using statement defines; null for a single variable or a let. */
  readonly range: readonly [number, number] | null;
  readonly use: VariableUse;
  readonly by: Place;
}

function chainArrows(members: ReadonlySet<Definition>, check: Check): readonly Arrow[] | null {
  const arrows: Arrow[] = [];
  for (const from of members) {
    if (from.kind === 'let') {
      for (const use of check.references.usesOfLet(from)) {
        arrows.push({ from, range: null, use, by: placeOf(from) });
      }
    }
    if (!isVariable(from)) continue;
    for (const statement of statementsOf(from)) {
      if (statement.kind !== 'Variable') return null;
      const range = indicesOf(statement);
      if (isChain(from) && range === null) return null;
      for (const use of usesOf(statement, check)) {
        if (!members.has(use.definition)) continue;
        if (isChain(use.definition) && use.index === null) return null;
        arrows.push({
          from,
          range,
          use,
          by: { name: from.name, span: statement.target?.name.span ?? statement.keyword },
        });
      }
    }
  }
  return arrows;
}

/** Where the parents and the right-hand side name different elements of a chain, only what both name can be believed. */
function usesOf(statement: VariableStatement, check: Check): readonly VariableUse[] {
  const { references } = check;
  const parents = references.parentsOf(statement);
  const uses = references.usesOf(statement);
  const misnamed = references.misnamedParents(statement);
  const listed = new Set(parents.map(({ key }) => key));
  const chains = new Set(parents.flatMap(({ definition, index }) => (index === null ? [] : [definition])));
  const isAgreed = ({ key, definition }: VariableUse) =>
    key === null || (listed.has(key) ? !misnamed.has(key) : !chains.has(definition));
  return [...parents, ...uses].filter(isAgreed);
}

/** Whether every element needs only its own and lower indices, or only its own and higher ones. */
function pointsOneWay(arrows: readonly Arrow[]): boolean {
  const steps = arrows.flatMap(({ range, use: { index } }) => {
    if (range === null || index === null) return [Number.NaN];
    return [at(index, range[0]) - range[0], at(index, range[1]) - range[1]];
  });
  return steps.every((step) => step <= 0) || steps.every((step) => step >= 0);
}

/** Where all arrows point one way, a circle can only be among elements of one index. */
function sameIndexGraph(arrows: readonly Arrow[]): Graph {
  const graph = new Map<Definition | string, Node[]>();
  for (const { from, range, use, by } of arrows) {
    if (range === null || use.index === null) continue;
    const meets = [range[0], range[1]].find((index) => at(use.index!, index) === index);
    if (meets === undefined) continue;
    const name = (definition: Definition) =>
      use.index!.slope === 1 ? `${definition.name}[t]` : `${definition.name}[${meets}]`;
    const needs = graph.get(from.name) ?? [];
    needs.push({ key: use.definition.name, definition: use.definition, name: name(use.definition), by });
    graph.set(from.name, needs);
  }
  return graph;
}

function elementGraph(arrows: readonly Arrow[]): Graph | null {
  const graph = new Map<Definition | string, Node[]>();
  let left = mostArrows;
  for (const { from, range, use, by } of arrows) {
    const [first, last] = range ?? [0, 0];
    left -= last - first + 1;
    if (left < 0) return null;
    for (let index = first; index <= last; index++) {
      const key = range === null ? from.name : `${from.name}[${index}]`;
      const name = use.index === null ? use.definition.name : `${use.definition.name}[${at(use.index, index)}]`;
      const needs = graph.get(key) ?? [];
      needs.push({ key: name, definition: use.definition, name, by });
      graph.set(key, needs);
    }
  }
  return graph;
}

/** Depth-first search for a node that is met again on the way; without recursion, since chains are long. */
function cycleOf(graph: Graph): Cycle | null {
  const done = new Set<Definition | string>();
  for (const root of graph.keys()) {
    const path: { node: Node | null; key: Definition | string; next: number }[] = [{ node: null, key: root, next: 0 }];
    const onPath = new Set<Definition | string>([root]);
    while (path.length > 0) {
      const frame = path.at(-1)!;
      const need = done.has(frame.key) ? undefined : graph.get(frame.key)?.[frame.next++];
      if (need === undefined) {
        done.add(frame.key);
        onPath.delete(frame.key);
        path.pop();
      } else if (onPath.has(need.key)) {
        const start = path.findIndex(({ key }) => key === need.key);
        const inside = path.slice(start + 1).map(({ node }) => node!);
        return describe([need, ...inside]);
      } else if (!done.has(need.key)) {
        onPath.add(need.key);
        path.push({ node: need, key: need.key, next: 0 });
      }
    }
  }
  return null;
}

/** The nodes come from a child to its parents; the arrows of a model point the other way. */
function describe(nodes: readonly Node[]): Cycle {
  const spans = new Map(nodes.map(({ by }) => [by.span.start, by]));
  const places = [...spans.values()].sort((a, b) => a.span.start - b.span.start);
  const forward = [...nodes].reverse();
  const start = Math.max(
    forward.findIndex(({ definition }) => definition.name === places[0]!.name),
    0,
  );
  const names = [...forward.slice(start), ...forward.slice(0, start)].map(({ name }) => name);
  return { path: [...names, names[0]!], places };
}
