import type { Evidence } from '../../api/query';
import { Unanswerable } from '../../api/unanswerable';
import type { Element, Graph } from '../../plan/graph';
import { sizeOf } from '../../values/shape';

/** A value, or one for each point of a curve. */
export interface PointValues {
  /** points × size of a draw. */
  readonly values: Float64Array;
  readonly points: number;
}

/** An element whose value is known. */
export interface Known extends PointValues {
  readonly element: Element;
}

/** The elements of a query whose values are known, by key. */
export type KnownValues = ReadonlyMap<string, Known>;

/**
 * Finds the elements that the evidence speaks of.
 * @throws Unanswerable where a value has the wrong number of numbers, or one that is not finite
 */
export function knownOf(graph: Graph, evidence: Evidence): Known[] {
  return Array.from(evidence, ([key, values]) => knownAt(graph.byKey(key), values));
}

/**
 * @param values points × size of a draw
 * @throws Unanswerable where there are too few or too many numbers, or some are not finite
 */
export function knownAt(element: Element, values: Float64Array, points = 1): Known {
  const size = sizeOf(element.variable.type.shape);
  if (values.length !== size * points) {
    throw new Unanswerable(
      `${element.key} takes ${size * points} number${size * points === 1 ? '' : 's'}, not ${values.length}: ${size} for a value.`,
    );
  }
  for (const value of values) {
    if (!Number.isFinite(value)) throw new Unanswerable(`${element.key} cannot be ${value}: give a finite number.`);
  }
  return { element, values, points };
}

/** One point of a known element. */
export function atPoint(known: Known, point: number): Known {
  if (known.points === 1) return known;
  const size = known.values.length / known.points;
  return { element: known.element, values: known.values.subarray(point * size, (point + 1) * size), points: 1 };
}
