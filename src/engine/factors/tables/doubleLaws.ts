import { DoubleScope } from '../../evaluate/doubleExpression';
import { type DoubleLaw, doubleLaw } from '../../evaluate/laws/doubleLaw';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import type { Doubles } from '../../values/doubles';

const paramsOf = new WeakMap<Numbers, Map<string, Doubles>>();

/**
 * The law of an element in double precision.
 * @param values of its parents, by key, each at the same nodes or at one
 * @throws Unanswerable where a case has no row for a value that occurs
 */
export function doubleLawOf(given: Numbers, element: Element, values: ReadonlyMap<string, Doubles>): DoubleLaw {
  return doubleLaw(element.distribution, doubleScope(given, values), element.loops);
}

/**
 * What expressions read when variables have these values; more of them may be given to the map later.
 * @param bulk whether networks at very many nodes may go through single precision
 */
export function doubleScope(given: Numbers, values: ReadonlyMap<string, Doubles>, bulk = false): DoubleScope {
  let params = paramsOf.get(given);
  if (params === undefined) {
    params = new Map();
    paramsOf.set(given, params);
  }
  return new DoubleScope(given, params, values, bulk);
}
