import type { States } from '../../evaluate/laws/discreteStates';
import type { Element } from '../../plan/graph';
import { spreadStates } from './stateValues';

/** The states of a category or truth value, which are the same whatever its parents' values; null for other variables, or too many. */
export function knownStates(element: Element, limit: number): States | null {
  const { distribution } = element;
  if (distribution.kind !== 'family') return null;
  const { family, type } = distribution;
  if (family !== 'Bernoulli' && family !== 'Categorical') return null;
  const count = family === 'Bernoulli' ? 2 : (type.count ?? 0);
  const size = type.shape.reduce((product, length) => product * length, 1);
  if (count < 1 || count ** size > limit) return null;
  const first = family === 'Bernoulli' ? 0 : 1;
  const one: States = { count, values: Float64Array.from({ length: count }, (_, i) => first + i), truncated: false };
  const columns = spreadStates(Array.from({ length: size }, () => one));
  const total = count ** size;
  const values = Float64Array.from({ length: total * size }, (_, i) => columns[i % size]![Math.floor(i / size)]!);
  return { count: total, values, truncated: false };
}
