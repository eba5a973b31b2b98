import { sizeOf } from '../batch';
import type { Element } from '../graph';
import { fullLabel } from '../labels';
import type { Method } from '../preview';
import { Unanswerable } from '../unanswerable';
import { cut, jointDensity } from './density';
import { finalAnswerSteps } from './finalAnswer';
import { type Known, type KnownValues, knownAt } from './known';
import { logSumExp } from './logSum';
import { settledDensity } from './partDensity';
import { closureOf, partsOf } from './parts';
import { planPart } from './planPart';
import { posterior } from './posterior';
import type { Answers, Clusters, Evidence, Inquiry } from './query';
import { queryMethod, type Work } from './queryMethod';
import { sumOut } from './sumOut';

/** Responsibilities that one answer may hold. */
const answerLimit = 2 ** 26;
/** Rows × states that are worked on at once. */
const chunkLimit = 2 ** 21;

/**
 * The responsibilities p(z = k | x) for many x at once, and the most probable cluster of each.
 * @param of a discrete element that is not among the rows
 * @param rows for each element that was seen, by its key, its values: rows × size of a draw, the same number of rows for all
 * @throws Unanswerable where z is continuous, or has too many states for the rows, and as `density` does
 */
export function* clusters(inquiry: Inquiry, of: Element, rows: Evidence): Answers<Clusters> {
  if (!of.discrete) throw new Unanswerable(`${of.key} is continuous: it has no clusters. Ask for a discrete variable.`);
  const seen = knownRows(inquiry, of, rows);
  const count = seen[0]!.points;
  const values = statesOf(inquiry, of, seen) ?? (yield* priorStates(inquiry, of));
  const size = sizeOf(of.variable.type.shape);
  const states = values.length / size;
  if (states * count > answerLimit) {
    throw new Unanswerable(
      `${count.toLocaleString('en')} rows times the ${states.toLocaleString('en')} states of ${of.key} are more numbers than fit. Give fewer rows.`,
    );
  }
  const joint = new Float64Array(count * states);
  const step = Math.max(1, Math.min(count, Math.floor(chunkLimit / states)));
  let method: Method | null = null;
  for (let first = 0; first < count; first += step) {
    const some = seen.map((known) => cut(known, first, Math.min(count, first + step)));
    const part = (yield* together(inquiry, of, some, values)) ?? (yield* byState(inquiry, of, some, values));
    joint.set(part.logs, first * states);
    method ??= part.method;
    yield null;
  }
  const labels = Array.from({ length: states }, (_, k) =>
    fullLabel(Array.from(values.subarray(k * size, (k + 1) * size)), of.variable.type),
  );
  yield { kind: 'clusters', final: true, method: method!, values, labels, ...shared(joint, count, states) };
}

function knownRows({ graph }: Inquiry, of: Element, rows: Evidence): Known[] {
  if (rows.has(of.key)) throw new Unanswerable(`${of.key} is given: its value is known. Ask for another variable.`);
  const knowns = Array.from(rows, ([key, values]) => {
    const element = graph.byKey(key);
    return knownAt(element, values, Math.ceil(values.length / sizeOf(element.variable.type.shape)));
  });
  const [first] = knowns;
  if (first === undefined || first.points === 0) throw new Unanswerable('Give values of at least one variable.');
  const other = knowns.find(({ points }) => points !== first.points);
  if (other !== undefined) {
    throw new Unanswerable(
      `${first.element.key} has ${first.points} rows and ${other.element.key} has ${other.points}; they must have the same number.`,
    );
  }
  return knowns;
}

interface Joint {
  /** log p(state, row), rows × states. */
  readonly logs: Float64Array;
  readonly method: Method;
}

function mapOf(knowns: readonly Known[]): KnownValues {
  return new Map(knowns.map((known) => [known.element.key, known]));
}

/** The plan of the part that the clustering belongs to, where all that is unknown in it is discrete. */
function discretePart(inquiry: Inquiry, of: Element, seen: readonly Known[]) {
  const closure = closureOf(inquiry.graph, [of, ...seen.map(({ element }) => element)]);
  const known = mapOf(seen);
  const parts = partsOf(closure, known, null);
  const part = parts.find(({ free }) => free.includes(of))!;
  const plan = planPart(inquiry.given, part, known, new Set([of]));
  return plan.kind === 'discrete' ? { part, plan, known, others: parts.filter((each) => each !== part) } : null;
}

/** The states that the first row leaves possible; more than the prior has, where its support was cut off. */
function statesOf(inquiry: Inquiry, of: Element, seen: readonly Known[]): Float64Array | null {
  const found = discretePart(
    inquiry,
    of,
    seen.map((known) => cut(known, 0, 1)),
  );
  return found?.plan.states.get(of.key)?.values ?? null;
}

function* priorStates(inquiry: Inquiry, of: Element): Generator<null, Float64Array> {
  const prior = yield* finalAnswerSteps(posterior(inquiry, of, new Map()));
  if (prior.kind !== 'discrete') throw new Error('A discrete variable has a continuous prior.');
  return prior.values;
}

/** All states at once, where the unknown elements about them are discrete. */
function* together(
  inquiry: Inquiry,
  of: Element,
  seen: readonly Known[],
  values: Float64Array,
): Generator<null, Joint | null> {
  const found = discretePart(inquiry, of, seen);
  if (found === null) return null;
  const { part, plan, known, others } = found;
  const own = plan.states.get(of.key)!;
  if (own.values.length !== values.length || own.values.some((value, i) => value !== values[i])) return null;
  const sizes = new Map(Array.from(plan.states, ([key, { count }]) => [key, count]));
  const logs = sumOut(plan.factors, [of.key], sizes);
  if (logs === null) return null;
  const rows = seen[0]!.points;
  const whole = logs.length === own.count * rows ? logs : repeated(logs, rows);
  const joint = Array.from(sizes.values()).reduce((product, count) => product * count, 1);
  const works: Work[] = [
    { method: 'sum', free: part.free, states: joint, nodes: 1, dimensions: 0, error: 0, truncated: plan.truncated },
  ];
  for (const other of others) {
    const { logs: added, work } = yield* settledDensity(inquiry, other, known);
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < own.count; k++) whole[r * own.count + k]! += added[added.length === 1 ? 0 : r]!;
    }
    works.push(work);
  }
  return { logs: whole, method: queryMethod(works, of.key) };
}

function repeated(values: Float64Array, times: number): Float64Array {
  return Float64Array.from({ length: values.length * times }, (_, i) => values[i % values.length]!);
}

/** One state after the other. */
function* byState(inquiry: Inquiry, of: Element, seen: readonly Known[], values: Float64Array): Generator<null, Joint> {
  const size = sizeOf(of.variable.type.shape);
  const states = values.length / size;
  const rows = seen[0]!.points;
  const logs = new Float64Array(rows * states);
  let method: Method | null = null;
  for (let k = 0; k < states; k++) {
    const state = knownAt(of, values.subarray(k * size, (k + 1) * size));
    const own = yield* finalAnswerSteps(jointDensity(inquiry, [state, ...seen], of.key));
    for (let r = 0; r < rows; r++) logs[r * states + k] = own.logDensity[r]!;
    if (method === null || own.method.relativeError > method.relativeError) method = own.method;
  }
  return { logs, method: method! };
}

function shared(joint: Float64Array, rows: number, states: number) {
  const responsibilities = new Float64Array(rows * states);
  const mostProbable = new Int32Array(rows).fill(-1);
  const logDensity = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    const own = joint.subarray(r * states, (r + 1) * states);
    const log = logSumExp(own);
    logDensity[r] = log;
    if (log === Number.NEGATIVE_INFINITY) continue;
    let best = 0;
    for (let k = 0; k < states; k++) {
      responsibilities[r * states + k] = Math.exp(own[k]! - log);
      if (own[k]! > own[best]!) best = k;
    }
    mostProbable[r] = best;
  }
  return { responsibilities, mostProbable, logDensity };
}
