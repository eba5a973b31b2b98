const candidates = [',', '\t', ';', '|'];

/** Rows that are looked at. */
const mostRows = 10;

/**
 * What stands between the cells of a table: of comma, tab, semicolon and bar the one that cuts most of the first rows into
 * as many cells as the first; of several such, the one that cuts it into more. What stands in quotes does not count.
 *
 * @param text the beginning of the file
 */
export function guessDelimiter(text: string): string {
  const counts = candidates.map(() => [0]);
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '\n') {
      if (counts[0]!.length === mostRows) break;
      for (const rows of counts) rows.push(0);
    } else {
      const which = candidates.indexOf(char);
      if (which >= 0) counts[which]![counts[which]!.length - 1]!++;
    }
  }
  let best = ',';
  let most = [0, 0];
  for (const [i, rows] of counts.entries()) {
    // The last row may have been cut off in the middle, or is the nothing behind the last line.
    const whole = rows.length > 1 && rows.length < mostRows ? rows.slice(0, -1) : rows;
    const first = whole[0]!;
    const alike = whole.filter((count) => count === first).length;
    if (first === 0 || alike < most[0]! || (alike === most[0] && first <= most[1]!)) continue;
    best = candidates[i]!;
    most = [alike, first];
  }
  return best;
}
