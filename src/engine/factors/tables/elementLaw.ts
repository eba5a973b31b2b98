import { Scope } from '../../evaluate/expression';
import { type Law, lawOf } from '../../evaluate/laws/law';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import type { Batch } from '../../values/batch';

const paramsOf = new WeakMap<Numbers, Map<string, Batch>>();

/**
 * The law of an element in double precision.
 * @param values of its parents, by key, each at the same nodes or at one
 * @throws Unanswerable where a case has no row for a value that occurs
 */
export function lawOfElement(given: Numbers, element: Element, values: ReadonlyMap<string, Batch>): Law {
  return lawOf(element.distribution, scopeOf(given, values), element.loops);
}

/**
 * What expressions read when variables have these values; more of them may be given to the map later.
 * @param bulk whether networks at very many nodes may go through single precision
 */
export function scopeOf(given: Numbers, values: ReadonlyMap<string, Batch>, bulk = false): Scope {
  let params = paramsOf.get(given);
  if (params === undefined) {
    params = new Map();
    paramsOf.set(given, params);
  }
  return new Scope(given, params, values, bulk);
}
