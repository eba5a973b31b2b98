import { Unanswerable } from '../api/unanswerable';
import { baseDimensions } from '../evaluate/laws/coordinates';
import type { Numbers } from '../evaluate/numbers';
import type { Affine } from '../factors/gaussian/affine';
import { AffineEvaluation } from '../factors/gaussian/affineEvaluation';
import { conditionalOf, isNoiseless } from '../factors/gaussian/conditional';
import { formsOf } from '../factors/gaussian/forms';
import type { LinearGaussian, Node } from '../factors/gaussian/linearGaussian';
import { type Projection, project } from '../factors/gaussian/projection';
import { atPoint, type KnownValues } from '../factors/tables/known';
import { sizeOf } from '../values/shape';
import type { Element } from './graph';
import type { Part } from './parts';
import type { NodesPlan } from './planPart';

/** Joint states that have a projection each, at most. */
const stateLimit = 64;
/** Independent forms, at most: with more of them there is little to gain. */
const formLimit = 32;

/**
 * The same plan with standard numbers only for the independent linear forms that other elements see of those that are jointly Gaussian: the sum
 * of a vector is one number, however long that is. Known elements that are Gaussian given these are taken in closed form.
 * @param wanted an element of which all is wanted to be known; null where none is
 * @param below an element below the part, whose distribution sees it too
 * @returns null where that takes no fewer numbers
 */
export function projectedPlan(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  wanted: Element | null,
  below: Element | null = null,
): NodesPlan | null {
  const most = Math.min(formLimit, plan.dimensions - 1);
  if (most < 1 || plan.table.count > stateLimit || !mayBeGaussian(plan)) return null;
  try {
    return projected(given, part, plan, known, most, wanted, below);
  } catch (error) {
    // What cannot be had in closed form, for a parameter outside of its domain or for its size, is left to the nodes.
    if (error instanceof Unanswerable) return null;
    throw error;
  }
}

/** Whether some elements that take numbers are of families that a linear-Gaussian model has. */
function mayBeGaussian({ steps }: NodesPlan): boolean {
  return steps.some(({ element, column }) => column !== null && !element.discrete);
}

function projected(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  most: number,
  wanted: Element | null,
  below: Element | null,
): NodesPlan | null {
  const { table } = plan;
  const states: (Projection | null)[] = [];
  let gaussian: ReadonlySet<Element> | null = null;
  for (let state = 0; state < table.count; state++) {
    if (!(table.weights[state]! > 0)) {
      states.push(null);
      continue;
    }
    const seen = seenAt(given, part, plan, known, state, below);
    // A state in which other elements are Gaussian would take other numbers.
    if (gaussian !== null && !sameSet(gaussian, seen.gaussian)) return null;
    gaussian = seen.gaussian;
    if (!Array.from(gaussian).some(({ key }) => !known.has(key))) return null;
    const key = wanted !== null && gaussian.has(wanted) ? wanted.key : null;
    const made = project(seen.model, seen.evidence, seen.forms, most, key);
    if (made === null) return null;
    states.push(made);
  }
  if (gaussian === null) return null;
  const inside = gaussian;
  const rank = states.reduce((largest, state) => Math.max(largest, state?.rank ?? 0), 0);
  let [dimensions, drawn] = [rank, 0];
  const steps: NodesPlan['steps'][number][] = [];
  for (const { element, column } of plan.steps) {
    if (inside.has(element)) continue;
    steps.push({ element, column: column === null ? null : dimensions });
    if (column === null) continue;
    const own = baseDimensions(element.distribution);
    dimensions += own;
    if (element.discrete) drawn += own;
  }
  if (dimensions >= plan.dimensions) return null;
  const others = [...steps.map(({ element }) => element), ...plan.late, ...(plan.inside?.elements ?? [])];
  const used = new Set([...others, ...(below === null ? [] : [below])].flatMap(({ parents }) => parents));
  const seen = Array.from(inside).filter(({ key }) => used.has(key) && !known.has(key));
  return { ...plan, steps, dimensions, drawn, projected: { states, seen } };
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && Array.from(a).every((each) => b.has(each));
}

interface Seen {
  readonly model: LinearGaussian;
  readonly evidence: ReadonlyMap<string, Float64Array>;
  /** The elements of the model. */
  readonly gaussian: ReadonlySet<Element>;
  /** What other elements see of it. */
  readonly forms: readonly Affine[];
}

/** Which elements are jointly Gaussian in a joint state of the table, and what the others see of them. */
function seenAt(
  given: Numbers,
  part: Part,
  { table, steps, late, inside }: NodesPlan,
  known: KnownValues,
  state: number,
  below: Element | null,
): Seen {
  const scope = new AffineEvaluation(given);
  const own = new Set(part.elements);
  const all = below === null ? part.elements : [...part.elements, below];
  for (const key of new Set(all.flatMap(({ parents }) => parents))) {
    const value = known.get(key);
    if (value === undefined || own.has(value.element)) continue;
    if (value.points > 1) scope.assignBent(key);
    else scope.assignConstant(key, value.element.variable.type.shape, atPoint(value, 0).values);
  }
  table.elements.forEach((element, i) => {
    const { shape } = element.variable.type;
    const size = sizeOf(shape);
    scope.assignConstant(element.key, shape, table.values[i]!.slice(state * size, (state + 1) * size));
  });
  const inTable = new Set(table.elements);
  /** What the table has summed over or weighed already is left out. */
  const present = new Set([...steps.map(({ element }) => element), ...late, ...(inside?.elements ?? [])]);
  const nodes: Node[] = [];
  const evidence = new Map<string, Float64Array>();
  const gaussian = new Set<Element>();
  const forms: Affine[] = [];
  let first = 0;
  for (const element of part.elements) {
    const { key, variable } = element;
    const value = known.get(key);
    const isOpen = present.has(element) && !inTable.has(element);
    const varies = (value?.points ?? 1) > 1;
    const conditional = isOpen && !element.discrete && !varies ? conditionalOf(element, scope) : null;
    if (conditional !== null && (value === undefined || conditional.rows !== null)) {
      const size = sizeOf(variable.type.shape);
      nodes.push({ key, size, first, conditional });
      gaussian.add(element);
      if (value !== undefined) evidence.set(key, value.values);
      else if (conditional.rows === null && isNoiseless(conditional)) {
        scope.assignConstant(key, variable.type.shape, conditional.constant);
      } else scope.assignFree(key, variable.type.shape, first, size);
      first += size;
    } else if (isOpen) {
      forms.push(...formsOf(element, scope));
      if (value === undefined) scope.assignBent(key);
    }
    if (value === undefined) {
      if (!isOpen && !inTable.has(element)) scope.assignBent(key);
    } else if (varies) scope.assignBent(key);
    else scope.assignConstant(key, variable.type.shape, value.values);
  }
  if (below !== null) forms.push(...formsOf(below, scope));
  const owner = new Int32Array(first);
  nodes.forEach((node, i) => {
    owner.fill(i, node.first, node.first + node.size);
  });
  return {
    model: { nodes, byKey: new Map(nodes.map((node) => [node.key, node])), owner },
    evidence,
    gaussian,
    forms,
  };
}
