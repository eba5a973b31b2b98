import type { Table } from '../analysis';
import type { Rule } from '../check/rule';
import { code, list, replace, suggest } from '../check/wording';
import { columnName } from '../syntax/columnName';
import type { DataStatement } from '../syntax/tree';

/** More columns than this are not listed in a sentence. */
const mostListed = 8;

/** A data file that cannot be read, has no rows, or lacks a column. Only a warning: the model itself is well. */
export const dataFile: Rule = {
  code: 'data-file',
  statement: {
    Data: (statement, check) => {
      const { file } = statement;
      const table = file && check.files.get(file.value);
      if (!file || !table) return;
      if (table.kind === 'missing') {
        check.report({ span: file.span, severity: 'warning', message: table.reason });
        return;
      }
      let complete = true;
      for (const { span, text } of columnsOf(statement)) {
        if (table.names.has(text)) continue;
        complete = false;
        const { hint, fixes } = suggest(text, table.names, span, check.suggestions);
        const mended = fixes.flatMap(({ edits }) => edits.map((edit) => replace(span, nameOf(edit.text))));
        const message = `${code(file.value)} has no column ${code(text)}.${hint || ` ${columnsInWords(table)}`}`;
        check.report({ span, severity: 'warning', message, fixes: mended });
      }
      if (complete && table.rows === 0) {
        check.report({ span: file.span, severity: 'warning', message: `${code(file.value)} has no rows.` });
      }
    },
  },
};

function columnsOf({ columns }: DataStatement) {
  return (columns ?? []).map((column) => ({
    span: column.span,
    text: columnName(column),
  }));
}

/** A column whose name is no name of the language stands in quotes. */
function nameOf(column: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(column) ? column : `"${column}"`;
}

function columnsInWords(table: Table): string {
  const shown = [...table.names].slice(0, mostListed).map(code);
  return table.names.size > mostListed ? `It has ${shown.join(', ')}, ….` : `It has ${list(shown)}.`;
}
