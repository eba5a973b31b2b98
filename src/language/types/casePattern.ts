import type { ValueType } from '../../model/type';
import { literalInteger } from '../syntax/literal';
import type { Expression } from '../syntax/tree';

/** The code of the value that a pattern of a `case` names: 1 and 0 for `true` and `false`, a category's number; null where it is no value of the subject. */
export function patternCode(pattern: Expression, subject: ValueType): number | null {
  if (subject.kind === 'boolean') {
    if (pattern.kind === 'Boolean') return pattern.value ? 1 : 0;
    const number = literalInteger(pattern);
    return number === 0 || number === 1 ? number : null;
  }
  if (subject.labels !== undefined) {
    const code = pattern.kind === 'Name' ? labelCode(pattern.text, subject.labels) : 0;
    return code > 0 ? code : null;
  }
  const number = literalInteger(pattern);
  if (number === null || (subject.kind === 'category' && (number < 1 || number > (subject.count ?? 0)))) return null;
  return number;
}

/** How a value of a subject is written. */
export function codeInWords(code: number, subject: ValueType): string {
  if (subject.kind === 'boolean') return code === 1 ? 'true' : 'false';
  return subject.labels?.[code - 1] ?? String(code);
}

const indices = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The code of a label, from 1; 0 where there is no such label. */
export function labelCode(label: string, labels: readonly string[]): number {
  let index = indices.get(labels);
  if (index === undefined) {
    index = new Map([...labels.entries()].reverse().map(([position, name]) => [name, position + 1]));
    indices.set(labels, index);
  }
  return index.get(label) ?? 0;
}
