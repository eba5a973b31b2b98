import { Unanswerable } from '../api/unanswerable';
import { NoGrid } from '../chains/panels';
import { type Smoothed, smoothed } from '../chains/smoothed';
import { Impossible } from '../chains/sweep';
import type { Numbers } from '../evaluate/numbers';
import type { KnownValues } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import { planPart } from '../plan/planPart';
import { isGaussianPart } from './gaussianPart';
import type { Work } from './queryMethod';
import { type PartTree, treeOfPart } from './treeOfPart';

/** A part whose numbers are known on grids, all at once. */
export interface SmoothedPart extends PartTree {
  readonly smoothed: Smoothed;
  readonly work: Work;
}

/** The vertex of the tree that has an element; −1 where none has. */
export function vertexOf({ numbers, switches }: SmoothedPart, target: Element): number {
  return target.discrete ? switches.at.findIndex((each) => each.includes(target)) : numbers.indexOf(target);
}

/** Numbers from which on grids are used: an integral over fewer is a quadrature. */
const fewest = 3;

interface Entry {
  /** What is observed in the part, and what its distributions use of it. */
  readonly evidence: string;
  readonly free: ReadonlySet<Element>;
  readonly found: SmoothedPart | null;
}

/** Smoothed parts of one set of numbers that are kept. */
const kept = 8;
const entriesOf = new WeakMap<Numbers, Entry[]>();

/**
 * Smooths a part, or finds it among those that were: elements below which nothing is observed change nothing, so that one that has more of
 * them serves too.
 */
export function* smoothedPart(given: Numbers, part: Part, known: KnownValues): Generator<null, SmoothedPart | null> {
  if (part.free.reduce((count, { discrete }) => count + (discrete ? 0 : 1), 0) < fewest) return null;
  let entries = entriesOf.get(given);
  if (entries === undefined) {
    entries = [];
    entriesOf.set(given, entries);
  }
  const evidence = evidenceOf(part, known);
  const before = entries.find(
    (each) => each.evidence === evidence && part.free.every((element) => each.free.has(element)),
  );
  if (before !== undefined) return before.found;
  const found = yield* smoothedAnew(given, part, known);
  entries.unshift({ evidence, free: new Set(part.free), found });
  if (entries.length > kept) entries.length = kept;
  return found;
}

function evidenceOf(part: Part, known: KnownValues): string {
  const keys = new Set(part.elements.flatMap(({ key, parents }) => [key, ...parents]));
  return Array.from(keys)
    .filter((key) => known.has(key))
    .sort()
    .map((key) => `${key}=${known.get(key)!.values.join()}`)
    .join(';');
}

function* smoothedAnew(given: Numbers, part: Part, known: KnownValues): Generator<null, SmoothedPart | null> {
  try {
    const tree = treeOfPart(given, part, known);
    if (tree === null) return null;
    const found = yield* smoothed(tree.tree);
    const states = tree.tree.vertices.reduce((most, each) => Math.max(most, each.states), 1);
    const work: Work = {
      method: 'quadrature',
      free: part.free,
      states,
      nodes: found.points,
      dimensions: tree.numbers.length,
      error: found.logEvidenceError,
      truncated: [],
      onGrid: true,
    };
    return { ...tree, smoothed: found, work };
  } catch (error) {
    if (error instanceof NoGrid || error instanceof Impossible) return null;
    throw error;
  }
}

/** Whether a part is a sum, or linear and Gaussian given its discrete elements. */
export function isClosed(given: Numbers, part: Part, known: KnownValues): boolean {
  try {
    const plan = planPart(given, part, known, new Set());
    return plan.kind === 'discrete' || isGaussianPart(given, plan);
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    return false;
  }
}
