import { distance, isComment, isSound, type Piece, width } from './layout';

/** A head that is longer than this many columns stands for itself: to line others up with it would spread them too far. */
const longestHead = 48;
const longestLine = 80;

/** One statement as a run of pieces. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
  /** `~` or `=`; null where the head takes several lines or is too long. */
  readonly sign: number | null;
}

/** Lines up the signs and the loops of neighbouring statements of one kind, and the comments behind neighbouring lines. */
export function align(pieces: readonly Piece[]): void {
  for (const group of groups(pieces)) {
    padKeywords(pieces, group);
    padTo(
      pieces,
      group.flatMap(({ first, sign }) => (sign === null ? [] : [[first, sign] as const])),
      1,
    );
    const loops = group.flatMap((run) => loopOf(pieces, run));
    padTo(pieces, loops, loops.length > 1 ? 2 : 1);
  }
  alignComments(pieces);
}

const aligned: ReadonlySet<string> = new Set(['Variable', 'Param', 'Let', 'Network']);

/** Neighbouring statements of one kind, with no blank line between them and none of several lines but the last. */
function groups(pieces: readonly Piece[]): Run[][] {
  const found: Run[][] = [];
  let group: Run[] = [];
  const flush = () => {
    if (group.length > 0) found.push(group);
    group = [];
  };
  for (let at = 0; at < pieces.length; at++) {
    const { statement, gap } = pieces[at]!;
    if (gap.lines > 1) flush();
    if (statement === null) continue;
    let last = at;
    while (pieces[last + 1]?.statement === statement) last++;
    const startsLine = at === 0 || gap.lines > 0;
    if (!isSound(statement) || !aligned.has(statement.kind) || !startsLine) flush();
    else {
      if (group[0] && group[0].kind !== statement.kind) flush();
      group.push({ first: at, last, kind: statement.kind, sign: signOf(pieces, at, last) });
      if (distance(pieces, at, last) === null) flush();
    }
    at = last;
  }
  flush();
  return found;
}

/** The first sign outside all brackets. */
function signOf(pieces: readonly Piece[], first: number, last: number): number | null {
  let depth = 0;
  for (let at = first; at <= last; at++) {
    const { kind } = pieces[at]!;
    if (kind === '(' || kind === '[') depth++;
    if (kind === ')' || kind === ']') depth--;
    if (depth > 0 || (kind !== '~' && kind !== '=')) continue;
    const head = distance(pieces, first, at);
    return head !== null && head <= longestHead ? at : null;
  }
  return null;
}

/** `latent` as wide as `observed`, where the group has both. */
function padKeywords(pieces: readonly Piece[], group: readonly Run[]): void {
  const keywords = group.map(({ first }) => pieces[first]!);
  const widest = Math.max(...keywords.map(width));
  for (const { first } of group) {
    const next = pieces[first + 1];
    if (next && next.gap.lines === 0) next.gap.spaces = widest - width(pieces[first]!) + 1;
  }
}

/** Widens the gaps before the second pieces of the pairs so that all stand in one column. */
function padTo(pieces: readonly Piece[], pairs: readonly (readonly [number, number])[], least: number): void {
  padToColumn(
    pieces,
    pairs.flatMap(([from, to]) => {
      const columns = distance(pieces, from, to);
      return columns === null ? [] : [{ at: to, columns: columns - pieces[to]!.gap.spaces }];
    }),
    least,
    4,
  );
}

/**
 * Sets pieces in one column, given how far the text before each reaches: `least` spaces behind the longest, or where the
 * author has lined them up already, unless that is more than `slack` away.
 */
function padToColumn(
  pieces: readonly Piece[],
  found: readonly { readonly at: number; readonly columns: number }[],
  least: number,
  slack: number,
): void {
  const widest = Math.max(...found.map(({ columns }) => columns));
  const [chosen, ...others] = new Set(found.map(({ at }) => pieces[at]!.sourceColumn));
  const linedUp = chosen !== undefined && others.length === 0 && chosen > widest && chosen <= widest + least + slack;
  const column = linedUp && found.length > 1 ? chosen : widest + least;
  for (const { at, columns } of found) pieces[at]!.gap.spaces = column - columns;
}

function loopOf(pieces: readonly Piece[], { first, last }: Run): (readonly [number, number])[] {
  for (let at = last; at > first; at--) if (pieces[at]!.kind === 'for') return [[first, at]];
  return [];
}

/** Comments that end neighbouring lines stand in one column, unless a line is long. */
function alignComments(pieces: readonly Piece[]): void {
  let run: { readonly at: number; readonly columns: number }[] = [];
  const flush = () => {
    padToColumn(pieces, run, 2, 8);
    run = [];
  };
  let column = 0;
  let trailed = true;
  pieces.forEach((piece, at) => {
    const { gap } = piece;
    if (gap.lines > 0) {
      if (!trailed || gap.lines > 1) flush();
      column = 0;
      trailed = false;
    }
    const trails =
      at > 0 && gap.lines === 0 && !gap.fixed && piece.kind === 'LineComment' && !isComment(pieces[at - 1]!);
    if (trails) {
      if (column <= longestLine) run.push({ at, columns: column });
      trailed = true;
    }
    column += gap.spaces + width(piece);
  });
  flush();
}
