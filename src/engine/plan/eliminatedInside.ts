import type { Distribution } from '../../model/model';
import { Unanswerable } from '../api/unanswerable';
import type { States } from '../evaluate/laws/discreteStates';
import type { Numbers } from '../evaluate/numbers';
import type { KnownValues, PointValues } from '../factors/tables/known';
import { knownStates } from '../factors/tables/knownStates';
import { freeFactor, knownFactor, type LogFactor } from '../factors/tables/logFactor';
import { signatureOf } from '../factors/tables/signature';
import { sumOut } from '../factors/tables/sumOut';
import type { Batch } from '../values/batch';
import { sizeOf } from '../values/shape';
import type { Element } from './graph';
import { type Part, partsOf } from './parts';

/**
 * Unknown discrete elements below continuous ones: given the values of these at a node they are summed out there, each group that hangs
 * together by variable elimination. Forty words of a document are forty sums, not one over all their joint states.
 */
export interface Inside {
  /** The unknown elements. */
  readonly free: ReadonlySet<Element>;
  /** They, and those with values that depend on them. */
  readonly elements: ReadonlySet<Element>;
  /** One of each kind. */
  readonly groups: readonly Group[];
}

/** Elements that hang together inside a node, the unknown ones of which are summed out. */
interface Group extends Part {
  /** How many groups are the same function of the values at a node, as words that occur again are. */
  readonly times: number;
}

/**
 * Which of the elements of a plan are eliminated inside each node.
 * @param rest those that are not in the plan's table, parents before children
 * @param known and those that have values at the nodes for other reasons
 * @returns null where none is
 */
export function insideOf(
  given: Numbers,
  rest: readonly Element[],
  known: KnownValues,
  valued: ReadonlySet<Element>,
): Inside | null {
  const isFree = (element: Element) => !known.has(element.key) && !valued.has(element);
  // What something with a value of its own depends on must have a value too.
  const needed = new Set<string>();
  for (const element of rest.toReversed()) {
    if (!isFree(element) && !valued.has(element)) continue;
    if (!element.discrete || needed.has(element.key)) for (const key of element.parents) needed.add(key);
  }
  const inside = new Set(rest.filter((e) => isFree(e) && e.discrete && !needed.has(e.key)).map(({ key }) => key));
  if (inside.size === 0) return null;
  const all = rest.filter(({ key, parents }) => inside.has(key) || parents.some((parent) => inside.has(parent)));
  const outside = new Set(all.filter(({ key }) => !inside.has(key)).map(({ key }) => key));
  const groups = new Map<string, Group>();
  const parts = partsOf(all, outside, null);
  for (const part of parts) {
    const key = functionOf(given, part, known);
    groups.set(key, { ...part, times: (groups.get(key)?.times ?? 0) + 1 });
  }
  return {
    free: new Set(parts.flatMap(({ free }) => free)),
    elements: new Set(all),
    groups: [...groups.values()],
  };
}

const numberOf = new WeakMap<Distribution, number>();
let distributionsSeen = 0;

function numbered(distribution: Distribution): number {
  let number = numberOf.get(distribution);
  if (number === undefined) {
    number = distributionsSeen++;
    numberOf.set(distribution, number);
  }
  return number;
}

/** Equal for two parts that have the same conditionals, of the same elements outside, and the same values where they are known. */
function functionOf({ program, numbers }: Numbers, { elements, free }: Part, known: KnownValues): string {
  const place = new Map(free.map(({ key }, i) => [key, i]));
  return elements
    .map((element) => {
      const value = known.get(element.key);
      const own = place.get(element.key) ?? (value?.points === 1 ? `=${value.values.join()}` : element.key);
      const parents = element.parents.map((key) => place.get(key) ?? key);
      return `${numbered(element.distribution)}(${signatureOf(element, program, numbers)})${own}|${parents.join()}`;
    })
    .join(';');
}

/** Numbers in the tables of one group at all nodes of a block, about. */
const blockLimit = 2 ** 20;
/** How many states a count has, about, for the size of blocks. */
const statesOfCount = 64;

/** Nodes that are taken at once, at most. */
export function nodesAtOnce({ free, groups }: Inside): number {
  const byKey = new Map(Array.from(free, (element) => [element.key, element]));
  const count = (element: Element) => knownStates(element, statesOfCount ** 2)?.count ?? statesOfCount;
  let most = 1;
  for (const element of groups.flatMap(({ elements }) => elements)) {
    const around = element.parents.flatMap((key) => byKey.get(key) ?? []);
    if (free.has(element)) around.push(element);
    most = Math.max(
      most,
      around.reduce((product, each) => product * count(each), 1),
    );
  }
  return Math.max(16, Math.floor(blockLimit / most));
}

/**
 * log of the sum over all elements inside, at every node.
 * @param values of all others at the nodes
 * @throws Unanswerable where a table would be too large
 */
export function logSumsInside(
  given: Numbers,
  { groups }: Inside,
  values: ReadonlyMap<string, Batch>,
  nodes: number,
): Float64Array {
  const result = new Float64Array(nodes);
  for (const { elements, free, times } of groups) {
    const unknown = new Set(free.map(({ key }) => key));
    const known = new Map<string, PointValues>();
    for (const key of new Set(elements.flatMap((element) => [element.key, ...element.parents]))) {
      const value = values.get(key);
      if (unknown.has(key) || value === undefined) continue;
      known.set(key, { values: value.data, points: value.nodes });
    }
    const states = new Map<string, States>();
    const factors: LogFactor[] = [];
    for (const element of elements) {
      if (!unknown.has(element.key)) {
        factors.push(knownFactor(given, element, known, states) ?? tooLarge(element));
        continue;
      }
      const made = freeFactor(given, element, known, states, true) ?? tooLarge(element);
      states.set(element.key, made.states);
      factors.push(made.factor);
    }
    const sums = sumOut(factors, [], new Map(Array.from(states, ([key, { count }]) => [key, count])));
    if (sums === null) return tooLarge(free[0]!);
    for (let n = 0; n < nodes; n++) result[n]! += times * sums[sums.length === 1 ? 0 : n]!;
  }
  return result;
}

function tooLarge({ key, variable }: Element): never {
  const size = sizeOf(variable.type.shape);
  throw new Unanswerable(
    `${key}${size > 1 ? `, with its ${size} numbers,` : ''} and the discrete variables around it have too many joint states to sum over. Give values of more of them.`,
  );
}
