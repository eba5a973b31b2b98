import type { Analysis } from '../../language/analysis';
import type { Case } from '../../language/syntax/tree';
import { descendants } from '../treePath';
import { distance, isSound, type Piece } from './layout';

/** The tables of the sound statements, by where their parts start in the text. */
export interface Tables {
  /** The offsets of the first tokens of the rows, of a `{` and of a `}` that stand in a table of several lines. */
  readonly rowStarts: ReadonlySet<number>;
  readonly closes: ReadonlySet<number>;
  /** The same for tables on one line: no line ends there. */
  readonly joined: ReadonlySet<number>;
  /** Those whose rows have lines of their own. */
  readonly multiline: readonly Case[];
}

/** Finds the tables of a text. One is set over several lines where a line ends between any two of its rows in the source. */
export function tablesOf({ text, tree }: Analysis): Tables {
  const rowStarts = new Set<number>();
  const closes = new Set<number>();
  const joined = new Set<number>();
  const multiline: Case[] = [];
  for (const statement of tree.statements) {
    // Most statements hold no table, and their text tells so sooner than their tree.
    if (!isSound(statement) || !text.slice(statement.span.start, statement.span.end).includes('case')) continue;
    for (const node of descendants(statement)) {
      if (node.kind !== 'Case') continue;
      const several = isMultiline(text, node);
      const close = node.bodySpan.end - 1;
      if (several) multiline.push(node);
      for (const { span } of node.rows) (several ? rowStarts : joined).add(span.start);
      (several ? closes : joined).add(close);
    }
  }
  return { rowStarts, closes, joined, multiline };
}

function isMultiline(text: string, { rows, bodySpan }: Case): boolean {
  const starts = [...rows.map(({ span }) => span.start), bodySpan.end - 1];
  return starts.some((start) => /[\r\n]\s*$/.test(text.slice(Math.max(bodySpan.start, start - 200), start)));
}

/** Pads the patterns and values of the rows, so that they stand in columns. */
export function alignTables(pieces: readonly Piece[], tables: Tables): void {
  if (tables.multiline.length === 0) return;
  const pieceAt = new Map(pieces.map(({ span }, i) => [span.start, i]));
  for (const table of tables.multiline) {
    const rows = table.rows.map((row) => {
      const patterns = (row.patterns ?? []).map(({ span }) => pieceAt.get(span.start));
      return { start: pieceAt.get(row.span.start), patterns, value: pieceAt.get(row.value.span.start) };
    });
    for (let column = 1; column < table.subjects.length; column++) {
      alignAt(
        pieces,
        rows.map(({ patterns }) => [patterns[column - 1], patterns[column]]),
      );
    }
    alignAt(
      pieces,
      rows.map(({ start, value }) => [start, value]),
    );
  }
}

/** Widens the gaps before the second pieces so that these are equally far from the first ones. */
function alignAt(pieces: readonly Piece[], pairs: readonly (readonly (number | undefined)[])[]): void {
  const found = pairs.flatMap(([from, to]) => {
    if (from === undefined || to === undefined || to <= from) return [];
    const columns = distance(pieces, from, to);
    return columns === null ? [] : [{ to, columns: columns - pieces[to]!.gap.spaces }];
  });
  const widest = Math.max(...found.map(({ columns }) => columns));
  for (const { to, columns } of found) pieces[to]!.gap.spaces = widest - columns + 1;
}
