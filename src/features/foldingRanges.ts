import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';

export interface FoldingRange {
  readonly span: Span;
  readonly kind: 'code' | 'comment';
}

/** What can be folded: statements and comments of several lines, and runs of line comments. */
export function foldingRanges(analysis: Analysis): FoldingRange[] {
  const { text, tree } = analysis;
  const ranges: FoldingRange[] = [];
  for (const { span } of tree.statements) {
    if (severalLines(text, span)) ranges.push({ span, kind: 'code' });
  }
  let run: Span | null = null;
  for (const comment of tree.comments) {
    const alone = text.slice(text.lastIndexOf('\n', comment.span.start - 1) + 1, comment.span.start).trim() === '';
    if (comment.kind === 'BlockComment') {
      if (severalLines(text, comment.span)) ranges.push({ span: comment.span, kind: 'comment' });
      continue;
    }
    if (!alone) continue;
    if (
      run &&
      /^\s*$/.test(text.slice(run.end, comment.span.start)) &&
      lines(text, run.end, comment.span.start) === 1
    ) {
      run = { start: run.start, end: comment.span.end };
      ranges.pop();
    } else run = comment.span;
    ranges.push({ span: run, kind: 'comment' });
  }
  return ranges
    .filter(({ span }) => severalLines(text, span))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function severalLines(text: string, span: Span): boolean {
  return lines(text, span.start, span.end) > 0;
}

/** How many line ends there are between two offsets. */
function lines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
