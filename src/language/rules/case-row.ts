import type { ValueType } from '../../model/type';
import type { Check, Rule } from '../check/rule';
import { code, list } from '../check/wording';
import type { Case, CaseRow } from '../syntax/tree';
import { codeInWords, patternCode } from '../types/casePattern';

/** No more missing rows than this are named. */
const mostNamed = 3;

/** A `case` without a row for some value, with two for one, or with an `else` in the wrong place. */
export const caseRow: Rule = {
  code: 'case-row',
  expression: {
    Case: (table, check) => {
      const types = typesOf(table, check);
      reportElse(table, check);
      if (types === null) return;
      const rows = new Map<string, CaseRow>();
      for (const row of table.rows) {
        if (row.patterns === null) continue;
        const codes = row.patterns.map((pattern, position) => types[position] && patternCode(pattern, types[position]));
        if (row.patterns.length !== types.length || codes.some((number) => number == null)) return;
        const key = codes.join();
        const first = rows.get(key);
        if (first === undefined) rows.set(key, row);
        else {
          const written = check.text.slice(row.patternSpan.start, row.patternSpan.end);
          const message = `There are two rows for ${code(written)}; keep one of them.`;
          check.report({
            span: row.patternSpan,
            message,
            related: [{ span: first.patternSpan, message: 'First here.' }],
          });
        }
      }
      reportMissing(table, types, rows, check);
    },
  },
};

/** The subjects' types; null where one is not understood. */
function typesOf(table: Case, check: Check): readonly ValueType[] | null {
  const types: ValueType[] = [];
  for (const subject of table.subjects) {
    const type = check.inference.value(subject)?.type;
    if (type === undefined || type.kind === 'real' || type.shape.length > 0) return null;
    types.push(type);
  }
  return types;
}

function reportElse({ rows }: Case, check: Check): void {
  const position = rows.findIndex(({ patterns }) => patterns === null);
  if (position < 0 || position === rows.length - 1) return;
  const message = '`else` stands for all the values that have no row of their own; it comes last.';
  check.report({ span: rows[position]!.patternSpan, message });
}

function reportMissing(
  table: Case,
  types: readonly ValueType[],
  rows: ReadonlyMap<string, CaseRow>,
  check: Check,
): void {
  const otherwise = table.rows.find(({ patterns }) => patterns === null);
  const values = types.map((type, position) => valuesOf(type, check.inference.value(table.subjects[position]!)?.range));
  const sizes = values.map((range) => (range === null ? Number.POSITIVE_INFINITY : range[1] - range[0] + 1));
  const wanted = sizes.reduce((product, size) => product * size, 1);
  if (otherwise) {
    if (rows.size < wanted) return;
    const message = 'Every value has a row already: this `else` is never used.';
    check.report({ span: otherwise.patternSpan, severity: 'warning', message });
    return;
  }
  if (wanted === Number.POSITIVE_INFINITY) {
    const message = 'There is no end of values here; let the last row be `else: …`.';
    check.report({ span: table.keyword, message });
    return;
  }
  const missing = missingRows(values as (readonly [number, number])[], rows, wanted);
  if (missing.length === 0) return;
  const named = missing
    .slice(0, mostNamed)
    .map((codes) => codes.map((number, at) => codeInWords(number, types[at]!)).join(', '));
  const rest = wanted - rows.size - named.length;
  const all = [...named.map(code), ...(rest > 0 ? [`${rest.toLocaleString('en')} more`] : [])];
  const rowsFor = all.length === 1 && rest <= 0 ? 'a row' : 'rows';
  check.report({
    span: table.keyword,
    message: `This ${code('case')} lacks ${rowsFor} for ${list(all)}.`,
    fixes: fixes(table, named, rest, check),
  });
}

/** New rows with the value of the last one, for the reader to change. */
function fixes(table: Case, named: readonly string[], rest: number, check: Check) {
  const last = table.rows.at(-1);
  if (rest > 0 || last === undefined) return [];
  const value = check.text.slice(last.value.span.start, last.value.span.end);
  const text = named.map((patterns) => `, ${patterns}: ${value}`).join('');
  const end = last.span.end;
  const title = named.length === 1 ? 'Add the missing row' : 'Add the missing rows';
  return [{ title, edits: [{ span: { start: end, end }, text }] }];
}

/** The first and last code of a subject's values; null where they have no end. */
function valuesOf(type: ValueType, range: { low: number; high: number } | undefined): readonly [number, number] | null {
  if (type.kind === 'boolean') return [0, 1];
  if (type.kind === 'category') return [1, type.count ?? 1];
  if (range === undefined || !Number.isFinite(range.low) || !Number.isFinite(range.high)) return null;
  return [Math.ceil(range.low), Math.floor(range.high)];
}

/** In the order of counting, the last subject fastest; stops when it has enough, so that a large table costs no more than its rows. */
function missingRows(
  values: readonly (readonly [number, number])[],
  rows: ReadonlyMap<string, CaseRow>,
  wanted: number,
): readonly (readonly number[])[] {
  const missing: number[][] = [];
  const codes = values.map(([first]) => first);
  for (let left = wanted; left > 0 && missing.length < mostNamed; left--) {
    if (!rows.has(codes.join())) missing.push([...codes]);
    for (let position = codes.length - 1; position >= 0; position--) {
      if (codes[position]! < values[position]![1]) {
        codes[position]!++;
        break;
      }
      codes[position] = values[position]![0];
    }
  }
  return missing;
}
