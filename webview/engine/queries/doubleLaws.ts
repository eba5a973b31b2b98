import { DoubleScope } from '../discrete/doubleExpression';
import { type DoubleLaw, doubleLaw, isDoubleDistribution } from '../discrete/doubleLaw';
import type { Doubles } from '../discrete/doubles';
import type { Numbers } from '../evaluation';
import type { Element } from '../graph';

const paramsOf = new WeakMap<Numbers, Map<string, Doubles>>();

/**
 * The law of an element in double precision.
 * @param values of its parents, by key, all at one node or at the same nodes
 * @returns null where it takes a network or a family that single precision alone has, or a parameter is outside of its domain
 */
export function doubleLawOf(given: Numbers, element: Element, values: ReadonlyMap<string, Doubles>): DoubleLaw | null {
  const { program, numbers } = given;
  if (!isDoubleDistribution(element.distribution, program)) return null;
  const scope = new DoubleScope(program, numbers, paramsFor(given), values);
  return doubleLaw(element.distribution, scope, element.local.loops);
}

/** The values of params in double precision, shared by all that is asked of one set of numbers. */
function paramsFor(given: Numbers): Map<string, Doubles> {
  let params = paramsOf.get(given);
  if (params === undefined) {
    params = new Map();
    paramsOf.set(given, params);
  }
  return params;
}
