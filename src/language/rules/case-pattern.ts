import type { ValueType } from '../../model/type';
import type { Rule } from '../check/rule';
import { code, count, list, suggest } from '../check/wording';
import { patternCode } from '../types/casePattern';

/** More labels than this are not listed in a sentence. */
const mostListed = 8;

/** A row of a `case` for something that is no value of its subject. */
export const casePattern: Rule = {
  code: 'case-pattern',
  expression: {
    Case: ({ subjects, rows }, check) => {
      const types = subjects.map((subject) => check.inference.value(subject)?.type);
      for (const { patterns, patternSpan } of rows) {
        if (patterns === null || patterns.some(({ kind }) => kind === 'Hole')) continue;
        if (patterns.length !== subjects.length) {
          const message = `This row has ${count(patterns.length, 'value')} for ${count(subjects.length, 'subject')}.`;
          check.report({ span: patternSpan, message });
          continue;
        }
        for (const [position, pattern] of patterns.entries()) {
          const type = types[position];
          if (
            type === undefined ||
            type.kind === 'real' ||
            type.shape.length > 0 ||
            patternCode(pattern, type) !== null
          )
            continue;
          const written = check.text.slice(pattern.span.start, pattern.span.end);
          const subject = subjects[position]!.span;
          const is = `${code(written)} is no value of ${code(check.text.slice(subject.start, subject.end))}.`;
          const { hint, fixes } = suggest(
            written,
            type.labels ?? (type.kind === 'boolean' ? ['true', 'false'] : []),
            pattern.span,
            check.suggestions,
          );
          check.report({ span: pattern.span, message: is + (hint || ` ${valuesOf(type)}`), fixes });
        }
      }
    },
  },
};

function valuesOf(type: ValueType): string {
  if (type.kind === 'boolean') return 'Its values are `true` and `false`.';
  if (type.kind === 'integer') return 'Its values are whole numbers.';
  if (type.labels === undefined) return `Its values are 1 to ${type.count ?? 1}.`;
  const shown = type.labels.slice(0, mostListed).map(code);
  return type.labels.length > mostListed
    ? `Its values are ${shown.join(', ')}, ….`
    : `Its ${shown.length === 1 ? 'value is' : 'values are'} ${list(shown)}.`;
}
