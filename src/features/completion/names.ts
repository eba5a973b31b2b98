import type { Defined } from '../../language/analysis';
import { isChain } from '../../language/names/scope';
import type { Edit } from '../../language/syntax/diagnostic';
import { definedDetail } from '../docs/defined';
import type { CompletionKind, Draft } from './item';
import type { Place } from './place';

/** The kind of a completion of a defined name. */
const kinds: Readonly<Record<Defined['kind'], CompletionKind>> = {
  param: 'param',
  let: 'let',
  network: 'network',
  latent: 'latent',
  observed: 'observed',
  loop: 'index',
  argument: 'argument',
};

/** A defined name as it is; `insert` where an index belongs behind it. */
export function nameDraft(defined: Defined, insert: string = defined.name): Draft {
  return {
    label: insert,
    kind: kinds[defined.kind],
    detail: definedDetail(defined),
    documentation: null,
    name: defined.name,
    insert,
  };
}

export function isRandom({ kind }: Defined): boolean {
  return kind === 'latent' || kind === 'observed';
}

/** The index that stands for the element of a chain in this statement: of its `for`, or of its head where no `for` is there yet. */
export function loopName(place: Place): string | null {
  return place.loop ?? place.index;
}

/**
 * How a variable is written in the statement at the place: `z`; `z[t]` for a chain; `z[t-1]` for a chain that depends on
 * the one that the statement defines, since only its past can be a parent. null where it would make a cycle.
 */
export function written(defined: Defined, place: Place, dependents: ReadonlySet<Defined>): string | null {
  const cyclic = dependents.has(defined) || defined.name === place.name;
  const loop = loopName(place);
  if (!isChain(defined)) return cyclic ? null : defined.name;
  if (loop === null) return cyclic ? null : `${defined.name}[${defined.range?.[1] ?? 1}]`;
  return `${defined.name}[${loop}${cyclic ? '-1' : ''}]`;
}

/** The edits that put a name into the parent list of the statement at the place; none where it stands there or there can be no list. */
export function parentEdits(place: Place, defined: Defined, reference: string): Edit[] {
  const { statement } = place;
  if (statement?.kind !== 'Variable' || !statement.target || place.parents.includes(defined.name)) return [];
  if (statement.target.name.text !== place.name) return [];
  if (!statement.parentsSpan) {
    const { end } = statement.target.span;
    return [{ span: { start: end, end }, text: ` | ${reference}` }];
  }
  const { end } = statement.parentsSpan;
  return [{ span: { start: end, end }, text: `${statement.parents?.length ? ',' : ''} ${reference}` }];
}
