import type { Analysis } from '../language/analysis';
import type { Comment, Statement } from '../language/syntax/tree';
import { lastStartingBy } from './symbolAt';

/** The last statement that starts at the offset or before it; null above the first. */
export function statementBefore(analysis: Analysis, offset: number): Statement | null {
  return lastStartingBy(analysis.tree.statements, offset);
}

/** The comment that the offset is in; behind the last character of a line comment counts as in it. */
export function commentAt(analysis: Analysis, offset: number): Comment | null {
  const comment = lastStartingBy(analysis.tree.comments, offset);
  if (!comment || offset <= comment.span.start) return null;
  const { start, end } = comment.span;
  const closed = comment.kind === 'BlockComment' && end - start >= 4 && analysis.text.slice(end - 2, end) === '*/';
  return (closed ? offset < end : offset <= end) ? comment : null;
}
