import type { ValueType } from '../../../model/type';
import { fullLabel } from '../../api/labels';
import type { Evidence } from '../../api/query';
import type { Element } from '../../plan/graph';

/** Whether every number of a value is one that the type has at all: a category's code, 0 or 1 for a boolean, a whole number. */
export function isOfType(value: Float64Array, { kind, count }: ValueType): boolean {
  switch (kind) {
    case 'category':
      return value.every((code) => Number.isInteger(code) && code >= 1 && code <= (count ?? Number.POSITIVE_INFINITY));
    case 'boolean':
      return value.every((number) => number === 0 || number === 1);
    case 'integer':
      return value.every(Number.isInteger);
    case 'real':
      return true;
  }
}

/**
 * Says that evidence is impossible.
 * @param alone observed variables whose values are impossible by themselves, whatever the unobserved ones are
 */
export function impossibleSentence(alone: readonly Element[], evidence: Evidence): string {
  const [first] = alone;
  if (first !== undefined) {
    const value = fullLabel(Array.from(evidence.get(first.key)!), first.variable.type);
    return `${first.key} = ${value} is impossible: no values of the variables that ${first.key} depends on allow it. Give another value.`;
  }
  const keys = [...evidence.keys()];
  const named = keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more`;
  return `The values of ${named} are impossible together: no values of the other variables allow all of them. Give other values.`;
}
