import { Unanswerable } from '../api/unanswerable';
import { baseDimensions } from '../evaluate/laws/coordinates';
import type { States } from '../evaluate/laws/discreteStates';
import type { Numbers } from '../evaluate/numbers';
import { Collapse, namesToGive, type Split, splitAncestors } from '../factors/gaussian/collapse';
import { emptyTable, extendTable, type JointTable, jointTable } from '../factors/tables/jointTable';
import { sizeOf } from '../values/shape';
import type { Element, Graph } from './graph';

/** How one marginal is computed. */
export interface Plan {
  readonly target: Element;
  readonly method: 'direct' | 'sum' | 'gaussian' | 'quadrature' | 'quasi-monte-carlo';
  /** The joint states that are summed over, the same for every node. */
  readonly table: JointTable;
  /** The remaining ancestors in the order in which they get their values, those of `table` with unknown weights among them. */
  readonly steps: readonly Step[];
  /** Independent standard numbers that one node takes. */
  readonly dimensions: number;
  /** Of these, how many belong to continuous variables. */
  readonly continuous: number;
  /** The discrete variables that tell the components apart; none where there are only continuous ones. */
  readonly components: readonly Element[];
  /** What is integrated over in closed form; null where nothing is. */
  readonly collapse: Collapse | null;
  /** Numbers that are integrated over in closed form. */
  readonly closed: number;
  /** The same marginal with values for the target's own parents, for the components of a continuous mixture. */
  readonly opened: (() => Plan) | null;
}

export interface Step {
  readonly element: Element;
  /** The place of its first standard number; null where its values are those of the table and only its probability is missing. */
  readonly column: number | null;
}

/** Joint states that a sum may have. */
export const sumLimit = 131_072;
/** Joint states that are enumerated for every node of the continuous variables. */
const innerLimit = 4096;
/** Dimensions that a quasi-Monte Carlo sum may have. */
const dimensionLimit = 4096;
/** Joint states times elements, where everything else is done in closed form. */
const closedLimit = 2 ** 20;
/** Gaussian numbers that are drawn together, at most: their covariance is held for every joint state. */
const widthLimit = 256;
/** Numbers of a linear-Gaussian model that is worked out anew at every node. */
const nodeSizeLimit = 32;

/** Decides how to integrate over everything that the target depends on. */
export function planMarginal(given: Numbers, graph: Graph, target: Element): Plan {
  const ancestors = graph.ancestors(target);
  const upstream = discreteFirst(ancestors);
  const rest = ancestors.filter((element) => !upstream.has(element.key));
  const needed = new Set([target, ...rest].flatMap((element) => element.parents));
  const kept = [...upstream.values()].filter((element) => needed.has(element.key));
  const enumerable = jointStateLimit(given, target, rest, new Set(upstream.keys()));
  const table = jointTable(given, [...upstream.values()], kept, enumerable);
  const components = componentElements(target, ancestors);
  if (table === null) return drawnPlan(given, target, ancestors, components);
  return withInner(given, target, table, rest, components);
}

/** How many joint states may be enumerated: fewer where there is more to do for each. */
function jointStateLimit(
  given: Numbers,
  target: Element,
  rest: readonly Element[],
  known: ReadonlySet<string>,
): number {
  const random = rest.filter((element) => baseDimensions(element.distribution) > 0);
  if (random.length === 0) return sumLimit;
  const { closed, hidden } = splitAncestors(given, target, rest, known, true);
  const hides = new Set(hidden);
  const pure = closed && random.every((element) => hides.has(element));
  return pure ? Math.min(sumLimit, Math.max(innerLimit, closedLimit / rest.length)) : innerLimit;
}

/** The discrete ancestors that depend on nothing but discrete ones. */
function discreteFirst(ancestors: readonly Element[]): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of ancestors) {
    if (element.discrete && !element.deterministic && element.parents.every((key) => found.has(key))) {
      found.set(element.key, element);
    }
  }
  return found;
}

/** Adds the discrete variables below continuous ones: by their states where these are few and known, else by draws. */
function withInner(
  given: Numbers,
  target: Element,
  table: JointTable,
  rest: readonly Element[],
  components: readonly Element[],
): Plan {
  const inner: Element[] = [];
  const states: States[] = [];
  let count = table.count;
  for (const element of rest) {
    if (!element.discrete || element.deterministic) continue;
    const own = knownStates(element);
    if (own === null || count * own.count > innerLimit) continue;
    count *= own.count;
    inner.push(element);
    states.push(own);
  }
  const full = inner.length === 0 ? table : extendTable(table, inner, states);
  const enumerated = new Set(inner.map(({ key }) => key));
  return assemble(given, target, full, rest, enumerated, components);
}

function drawnPlan(
  given: Numbers,
  target: Element,
  ancestors: readonly Element[],
  components: readonly Element[],
): Plan {
  const plan = assemble(given, target, emptyTable, ancestors, new Set(), components);
  return { ...plan, components: [] };
}

function assemble(
  given: Numbers,
  target: Element,
  table: JointTable,
  rest: readonly Element[],
  enumerated: ReadonlySet<string>,
  components: readonly Element[],
): Plan {
  const inTable = new Set(table.elements.map(({ key }) => key));
  const ordinary = layOut(rest, enumerated, null);
  /** The layout with the fewest dimensions: with all ancestors, or with what is linear and Gaussian left out. */
  const shortest = (close: boolean): Layout => {
    if (ordinary.dimensions === 0) return ordinary;
    const short = layOut(rest, enumerated, splitAncestors(given, target, rest, inTable, close));
    const best = short.dimensions < ordinary.dimensions && short.width <= widthLimit ? short : ordinary;
    const names = close && best.dimensions > 0 ? namesToGive(given, [target, ...rest]) : new Set<string>();
    if (names.size === 0) return best;
    const split = splitAncestors(given, target, rest, inTable, close, names);
    const byNode = layOut(rest, enumerated, split);
    // A Gaussian for every node takes its time: only for small models, and where the nodes are then those of a quadrature.
    const isSmall =
      split.elements.reduce((size, { variable }) => size + sizeOf(variable.type.shape), 0) <= nodeSizeLimit;
    const isLine = byNode.dimensions <= 2 && byNode.continuous === byNode.dimensions;
    const simple = split.closed && split.drawn.length === 0 && isSmall && isLine;
    return simple && byNode.dimensions < best.dimensions ? byNode : best;
  };
  const plan = (close: boolean): Plan => {
    const { split, steps, dimensions, continuous } = shortest(close);
    // The components of an opened plan are few, whatever their dimension.
    if (close && dimensions > dimensionLimit) throw tooLarge(target, dimensions, table.count);
    return {
      target,
      method: methodFor(split, steps, dimensions - continuous, dimensions, table),
      table,
      steps,
      dimensions,
      continuous,
      components: components.every(({ key }) => inTable.has(key)) ? components : [],
      collapse: split === null ? null : new Collapse(given, target, table, split),
      closed: split === null ? 0 : sizeOfAll(split.hidden),
      opened: split?.closed === true ? () => plan(false) : null,
    };
  };
  return plan(true);
}

function methodFor(
  split: Split | null,
  steps: readonly Step[],
  drawn: number,
  dimensions: number,
  table: JointTable,
): Plan['method'] {
  if (dimensions > 0) return dimensions <= 2 && drawn === 0 ? 'quadrature' : 'quasi-monte-carlo';
  if (split?.closed === true && split.inputs.size === 0 && steps.every(({ column }) => column !== null)) {
    return 'gaussian';
  }
  return table.elements.length === 0 ? 'direct' : 'sum';
}

function tooLarge(target: Element, dimensions: number, states: number): Unanswerable {
  const over = states > 1 ? `, for each of ${states.toLocaleString('en')} joint states of discrete variables` : '';
  return new Unanswerable(
    `${target.key} depends on ${dimensions.toLocaleString('en')} numbers that would have to be integrated over${over}, more than the ${dimensionLimit.toLocaleString('en')} that the preview can take. Look at a variable with fewer ancestors.`,
  );
}

/** The steps that give the ancestors their values, and the standard numbers that they take. */
interface Layout extends Pick<Plan, 'steps' | 'dimensions' | 'continuous'> {
  readonly split: Split | null;
  /** Gaussian numbers that are drawn together. */
  readonly width: number;
}

function layOut(rest: readonly Element[], enumerated: ReadonlySet<string>, split: Split | null): Layout {
  const steps: Step[] = [];
  const hidden = new Set(split?.hidden);
  const gaussian = new Set(split?.drawn);
  let [dimensions, continuous, width] = [0, 0, 0];
  for (const element of rest) {
    if (enumerated.has(element.key)) {
      steps.push({ element, column: null });
      continue;
    }
    if (hidden.has(element)) continue;
    steps.push({ element, column: dimensions });
    const own = gaussian.has(element) ? sizeOf(element.variable.type.shape) : baseDimensions(element.distribution);
    dimensions += own;
    if (gaussian.has(element)) width += own;
    if (!element.discrete) continuous += own;
  }
  return { split, steps, dimensions, continuous, width };
}

function sizeOfAll(elements: readonly Element[]): number {
  return elements.reduce((total, { distribution }) => total + baseDimensions(distribution), 0);
}

/** The states of a variable, where they are the same whatever its parents' values. */
function knownStates(element: Element): States | null {
  const { distribution } = element;
  if (distribution.kind !== 'family') return null;
  const { family, type } = distribution;
  if (family === 'Bernoulli' || family === 'Categorical') {
    const count = family === 'Bernoulli' ? 2 : (type.count ?? 0);
    const size = type.shape.reduce((product, length) => product * length, 1);
    if (count < 1 || count ** size > innerLimit) return null;
    return gridStates(count, size, family === 'Bernoulli' ? 0 : 1);
  }
  return null;
}

function gridStates(count: number, size: number, first: number): States {
  const total = count ** size;
  const values = new Float64Array(total * size);
  for (let state = 0; state < total; state++) {
    let rest = state;
    for (let j = size - 1; j >= 0; j--) {
      values[state * size + j] = first + (rest % count);
      rest = Math.floor(rest / count);
    }
  }
  return { count: total, values, truncated: false };
}

/**
 * Which discrete ancestors tell the target's components apart: its direct discrete parents, or where it has none those of the nearest
 * generation that has some.
 */
function componentElements(target: Element, ancestors: readonly Element[]): Element[] {
  const byKey = new Map(ancestors.map((element) => [element.key, element]));
  const parents = (element: Element) => element.parents.map((key) => byKey.get(key)!);
  const isDiscrete = (element: Element) => element.discrete && !element.deterministic;
  const direct = parents(target).filter(isDiscrete);
  if (direct.length > 0) return direct;
  // Generation by generation: of a chain with a switch at every step, the last switch tells the components apart.
  let generation = new Set(parents(target));
  const seen = new Set<Element>();
  while (generation.size > 0) {
    const found = [...generation].filter(isDiscrete);
    if (found.length > 0) return found;
    for (const element of generation) seen.add(element);
    generation = new Set([...generation].flatMap(parents).filter((element) => !seen.has(element)));
  }
  return [];
}
