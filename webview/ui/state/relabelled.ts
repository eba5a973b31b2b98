import type { Structure } from '../../../src/model/model';
import type { ValueType } from '../../../src/model/type';
import type { State } from './state';

/**
 * What the reader observed and explores, in the codes of another text: a code is a place in a list of names, and the list may have been
 * edited. What has a name that is there no more is forgotten.
 */
export function relabelled(
  { evidence, explored }: Pick<State, 'evidence' | 'explored'>,
  before: Structure,
  after: Structure,
): Pick<State, 'evidence' | 'explored'> {
  if (before === after) return { evidence, explored };
  const moved = <T extends { readonly variable: string; readonly values: readonly (number | null)[] }>(one: T): T[] => {
    const [old, now] = [before, after].map(
      ({ variables }) => variables.find(({ name }) => name === one.variable)?.type,
    );
    // Without the variable nothing is asked of it, and it may come back.
    if (now === undefined || old === undefined) return [one];
    if (old.labels === undefined || now.labels?.join() === old.labels.join()) {
      const kept = old.kind === now.kind || one.values.every((value) => value === null || isValueOf(now, value));
      return kept ? [one] : [];
    }
    const values = one.values.map((value) => (value === null ? null : codeIn(now, old.labels?.[value - 1])));
    return values.includes(undefined) ? [] : [{ ...one, values }];
  };
  const [place = null] = explored === null ? [] : moved(explored);
  const values = evidence.flatMap(moved);
  const same = values.length === evidence.length && values.every((value, i) => value === evidence[i]);
  // What has not changed is not drawn anew.
  return { evidence: same ? evidence : values, explored: place };
}

/** Whether one number of a value can be one of another type: what reads `0.5` of a number would be `true` of a boolean. */
function isValueOf({ kind, count, labels }: ValueType, value: number): boolean {
  if (kind === 'real') return true;
  // What was a number is not meant as a name.
  if (!Number.isInteger(value) || labels !== undefined) return false;
  if (kind === 'boolean') return value === 0 || value === 1;
  return kind === 'integer' || (value >= 1 && value <= (count ?? 0));
}

function codeIn({ labels }: ValueType, label: string | undefined): number | undefined {
  const at = label === undefined ? -1 : (labels?.indexOf(label) ?? -1);
  return at < 0 ? undefined : at + 1;
}
