import type { Analysis, Defined } from '../../language/analysis';
import type { ValueType } from '../../model/type';
import { dependents } from '../dependents';
import { keywordMarkdown } from '../docs/keyword';
import { code } from '../docs/markdown';
import type { RowsFrame } from './frame';
import type { Draft } from './item';
import { isRandom, nameDraft, written } from './names';
import type { Place } from './place';
import { local, localNamed } from './values';

/** Above this many numbered categories a list of them helps no one. */
const mostNumbers = 100;

/** The values that the next pattern of the row can have, those left out whose rows are there already; and `else`. */
export function patterns(analysis: Analysis, place: Place): Draft[] {
  const { rows } = place;
  if (!rows) return [];
  const at = rows.patterns.length;
  const choices = rows.subjects.map((subject) => valuesOf(typeOf(analysis, place, subject)));
  const here = choices[at] ?? [];
  const last = at >= rows.subjects.length - 1;
  const colon = last && place.next !== ':';
  const drafts = here
    .filter((value) => !used(rows, value, choices))
    .map(
      (value, i): Draft => ({
        label: value,
        kind: value === 'true' || value === 'false' ? 'keyword' : 'label',
        detail: `value of ${rows.subjects[at]}`,
        documentation: here.length > 2 ? `Value ${i + 1} of ${here.length} of ${code(rows.subjects[at] ?? '')}.` : '',
        insert: colon ? `${value}: ` : value,
        ...(colon ? { show: 'completion' as const } : {}),
      }),
    );
  const hasElse = rows.rows.some((row) => row[0] === 'else');
  return at > 0 || hasElse ? drafts : [...drafts, elseDraft(place)];
}

function elseDraft(place: Place): Draft {
  const base = {
    label: 'else',
    kind: 'keyword',
    detail: 'all other values',
    documentation: keywordMarkdown('else'),
  } as const;
  return place.next === ':' ? base : { ...base, insert: 'else: ', show: 'completion' };
}

/** Whether all rows that start with this row's patterns and the value are there. */
function used(rows: RowsFrame, value: string, choices: readonly (readonly string[])[]): boolean {
  const start = [...rows.patterns, value];
  const wanted = choices.slice(start.length).reduce((product, { length }) => product * Math.max(1, length), 1);
  const there = rows.rows.filter((row) => row.length === choices.length && start.every((part, i) => row[i] === part));
  return new Set(there.map((row) => row.join(','))).size >= wanted;
}

function typeOf(analysis: Analysis, place: Place, subject: string | null): ValueType | null {
  if (subject === null) return null;
  return (localNamed(analysis, place, subject) ?? analysis.symbols.globals.get(subject))?.type ?? null;
}

function valuesOf(type: ValueType | null): string[] {
  if (type === null) return [];
  return type.kind === 'boolean' ? ['true', 'false'] : categoriesOf(type);
}

function categoriesOf({ kind, labels, count }: ValueType): string[] {
  if (kind !== 'category') return [];
  if (labels) return [...labels];
  return count === undefined || count > mostNumbers ? [] : Array.from({ length: count }, (_, i) => String(i + 1));
}

function finite({ defined }: { readonly defined: Defined }): boolean {
  return defined.type?.kind === 'boolean' || defined.type?.kind === 'category';
}

/** What a table can look its rows up by: variables with finitely many values first. */
export function subjects(analysis: Analysis, place: Place): Draft[] {
  const barred = place.name === null ? new Set<Defined>() : dependents(analysis, place.name);
  const subject = (defined: Defined) => isRandom(defined) || (defined.kind === 'let' && finite({ defined }));
  const found = [...analysis.symbols.globals.values()].filter(subject).flatMap((defined) => {
    const text = written(defined, place, barred);
    if (text === null || place.keyword === 'network') return [];
    return [{ defined, draft: nameDraft(defined, text) }];
  });
  const args = place.args.map((name) => local(analysis, place, name));
  return [...found.filter(finite), ...found.filter((each) => !finite(each))].map(({ draft }) => draft).concat(args);
}
