import { Unanswerable } from '../api/unanswerable';
import { baseDimensions } from '../evaluate/laws/coordinates';
import type { States } from '../evaluate/laws/discreteStates';
import type { Numbers } from '../evaluate/numbers';
import type { Projected } from '../factors/gaussian/projection';
import type { JointTable } from '../factors/tables/jointTable';
import type { KnownValues } from '../factors/tables/known';
import { knownStates } from '../factors/tables/knownStates';
import { freeFactor, knownFactor, type LogFactor } from '../factors/tables/logFactor';
import { spreadStates } from '../factors/tables/stateValues';
import { sumOut } from '../factors/tables/sumOut';
import { type Inside, insideOf } from './eliminatedInside';
import type { Element } from './graph';
import type { Part } from './parts';
import type { Step } from './planner';

/** How the unknown elements of one part of a query are summed and integrated over. */
export type PartPlan = DiscretePlan | NodesPlan;

/** Every unknown element is discrete: tables are multiplied and summed. */
export interface DiscretePlan {
  readonly kind: 'discrete';
  readonly factors: readonly LogFactor[];
  readonly states: ReadonlyMap<string, States>;
  /** The elements whose infinite supports were cut off. */
  readonly truncated: readonly string[];
}

/** Continuous unknown elements take values at nodes, for each joint state of the discrete ones. */
export interface NodesPlan {
  readonly kind: 'nodes';
  /** Its weights are what is known of the discrete elements without the continuous ones, evidence included, over exp(logScale). */
  readonly table: JointTable;
  readonly logScale: number;
  /** Elements in the order in which they get their values; one without a column has it already and adds its probability to the weight. */
  readonly steps: readonly Step[];
  /** Those whose probability differs between the points of the known elements; it comes last. */
  readonly late: readonly Element[];
  /** Independent standard numbers that one node takes. */
  readonly dimensions: number;
  /** Of these, how many belong to discrete elements. */
  readonly drawn: number;
  /** Discrete elements below the continuous ones that are summed out at each node; null where there are none. */
  readonly inside: Inside | null;
  /** Jointly Gaussian elements that take fewer numbers than they have; null where there are none. */
  readonly projected: Projected | null;
  /** Whether what is drawn depends on known elements that differ from point to point: every point needs nodes of its own. */
  readonly pointwise: boolean;
}

/** Joint states that are gone through at every node of continuous elements. */
const innerLimit = 4096;
/** Joint states where there is only one node. */
const sumLimit = 131_072;
const dimensionLimit = 4096;

/**
 * Decides how to sum and integrate over the unknown elements of a part.
 * @param wanted elements whose values are needed at every node
 * @throws Unanswerable where that is too much
 */
export function planPart(given: Numbers, part: Part, known: KnownValues, wanted: ReadonlySet<Element>): PartPlan {
  const hasEvidence = part.elements.length > part.free.length;
  const whole = discreteFactors(given, part, known, true, hasEvidence);
  if (part.elements.every((element) => whole.done.has(element))) return { kind: 'discrete', ...whole };
  return planNodes(given, part, known, wanted);
}

/** The plan of a part by nodes, whether or not all of its elements are discrete. */
export function planNodes(given: Numbers, part: Part, known: KnownValues, wanted: ReadonlySet<Element>): NodesPlan {
  const hasEvidence = part.elements.length > part.free.length;
  const upstream = discreteFactors(given, part, known, false, hasEvidence);
  return (
    withTable(given, part, known, wanted, upstream) ?? withTable(given, part, known, wanted, nothing) ?? tooLarge(part)
  );
}

interface Factors {
  readonly factors: readonly LogFactor[];
  readonly states: ReadonlyMap<string, States>;
  readonly truncated: readonly string[];
  /** The elements whose factors they are. */
  readonly done: ReadonlySet<Element>;
}

const nothing: Factors = { factors: [], states: new Map(), truncated: [], done: new Set() };

/**
 * The factors of the unknown discrete elements that depend on no unknown continuous one, and of the known elements that depend on
 * no other unknown ones than these.
 * @param varying whether to take also those that differ between the points of the known elements
 */
function discreteFactors(given: Numbers, part: Part, known: KnownValues, varying: boolean, widen: boolean): Factors {
  const free = new Set(part.free.map(({ key }) => key));
  const factors: LogFactor[] = [];
  const states = new Map<string, States>();
  const truncated: string[] = [];
  const done = new Set<Element>();
  for (const element of part.elements) {
    const isFree = free.has(element.key);
    if (isFree && !element.discrete) continue;
    if (element.parents.some((key) => free.has(key) && !states.has(key))) continue;
    if (!varying && varies(element, known)) continue;
    if (isFree) {
      const made = freeFactor(given, element, known, states, widen);
      if (made === null) continue;
      states.set(element.key, made.states);
      factors.push(made.factor);
      if (made.states.truncated) truncated.push(element.key);
    } else {
      const made = knownFactor(given, element, known, states);
      if (made === null) continue;
      factors.push(made);
    }
    done.add(element);
  }
  return { factors, states, truncated, done };
}

/** Whether the probability of an element differs between the points of the known ones. */
function varies(element: Element, known: KnownValues): boolean {
  return [element.key, ...element.parents].some((key) => (known.get(key)?.points ?? 1) > 1);
}

/** @returns null where there are too many joint states */
function withTable(
  given: Numbers,
  part: Part,
  known: KnownValues,
  wanted: ReadonlySet<Element>,
  { factors, states, truncated, done }: Factors,
): NodesPlan | null {
  const rest = part.elements.filter((element) => !done.has(element));
  const needed = new Set(rest.flatMap(({ parents }) => parents));
  const inTable = part.free.filter((element) => done.has(element) && (needed.has(element.key) || wanted.has(element)));
  const sizes = new Map(Array.from(states, ([key, { count }]) => [key, count]));
  const limit = rest.some((element) => !known.has(element.key) && baseDimensions(element.distribution) > 0)
    ? innerLimit
    : sumLimit;
  let count = inTable.reduce((product, { key }) => product * sizes.get(key)!, 1);
  if (count > limit) return null;
  const logs = sumOut(
    factors,
    inTable.map(({ key }) => key),
    sizes,
  );
  if (logs === null) return null;

  const inside = insideWhere(given, rest, known, wanted, count);
  const inner: { readonly element: Element; readonly states: States }[] = [];
  for (const element of rest) {
    if (known.has(element.key) || !element.discrete || element.deterministic || inside?.free.has(element)) continue;
    const own = knownStates(element, innerLimit);
    if (own === null || count * own.count > innerLimit) continue;
    count *= own.count;
    inner.push({ element, states: own });
  }
  return {
    kind: 'nodes',
    projected: null,
    ...tableOf(
      [...inTable.map((element) => ({ element, states: states.get(element.key)! })), ...inner],
      logs,
      truncated,
    ),
    inside,
    ...stepsOf(
      inside === null ? rest : rest.filter((element) => !inside.elements.has(element)),
      known,
      new Set(inner.map(({ element }) => element)),
      [...(inside?.elements ?? [])].some((element) => varies(element, known)),
    ),
  };
}

/** Whether known elements weigh the nodes of a plan. */
export function isWeighed({ steps, inside }: NodesPlan, known: KnownValues): boolean {
  const isKnown = ({ key }: Element) => known.has(key);
  return steps.some(({ element }) => isKnown(element)) || Array.from(inside?.elements ?? []).some(isKnown);
}

/** What is summed out inside each node, where its joint states are more than a few: those may as well have a row each. */
function insideWhere(
  given: Numbers,
  rest: readonly Element[],
  known: KnownValues,
  wanted: ReadonlySet<Element>,
  count: number,
): Inside | null {
  const inside = insideOf(given, rest, known, wanted);
  let joint = count;
  for (const element of inside?.free ?? []) {
    if (!element.deterministic) joint *= knownStates(element, fewStates)?.count ?? Number.POSITIVE_INFINITY;
  }
  return joint <= fewStates ? null : inside;
}

/** Joint states of discrete elements below continuous ones that are gone through one by one. */
const fewStates = 64;

function tableOf(
  entries: readonly { readonly element: Element; readonly states: States }[],
  logs: Float64Array,
  truncated: readonly string[],
): { readonly table: JointTable; readonly logScale: number } {
  const count = entries.reduce((product, { states }) => product * states.count, 1);
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const logScale = top === Number.NEGATIVE_INFINITY ? 0 : top;
  const inner = count / logs.length;
  const table: JointTable = {
    elements: entries.map(({ element }) => element),
    count,
    values: spreadStates(entries.map(({ states }) => states)),
    weights: Float64Array.from({ length: count }, (_, i) => Math.exp(logs[Math.floor(i / inner)]! - logScale)),
    truncated: [...truncated],
  };
  return { table, logScale };
}

function stepsOf(
  rest: readonly Element[],
  known: KnownValues,
  enumerated: ReadonlySet<Element>,
  insideVaries: boolean,
) {
  const steps: Step[] = [];
  const late: Element[] = [];
  let [dimensions, drawn] = [0, 0];
  let pointwise = insideVaries;
  for (const element of rest) {
    const hasValue = known.has(element.key) || enumerated.has(element);
    if (hasValue) {
      if (varies(element, known)) late.push(element);
      else steps.push({ element, column: null });
      continue;
    }
    if (varies(element, known)) pointwise = true;
    steps.push({ element, column: dimensions });
    const own = baseDimensions(element.distribution);
    dimensions += own;
    if (element.discrete) drawn += own;
  }
  return { steps, late, dimensions, drawn, pointwise };
}

/**
 * Nodes take a standard number for each dimension; closed forms need none.
 * @throws Unanswerable where there are too many
 */
export function limitDimensions({ dimensions }: NodesPlan): void {
  if (dimensions > dimensionLimit) {
    throw new Unanswerable(
      `That takes an integral over ${dimensions.toLocaleString('en')} numbers, more than the ${dimensionLimit.toLocaleString('en')} that can be taken. Ask for a variable with fewer ancestors, or give values of more of them.`,
    );
  }
}

function tooLarge(part: Part): never {
  throw new Unanswerable(
    `The ${part.free.length} unknown variables about ${part.free[0]!.key} have too many joint states to sum over, and cannot be drawn. Give values of more of them.`,
  );
}
