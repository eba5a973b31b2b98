import { isKeyword } from '../../language/syntax/token';
import { isComment, type Piece } from './layout';

/** A bracket that is open, and whether it is the `[` of `base[…]`. */
export interface Bracket {
  readonly at: number;
  readonly index: boolean;
}

const operators: ReadonlySet<string> = new Set(['+', '-', '*', '/']);
const tight: ReadonlySet<string> = new Set(['^', '..']);
const noSpaceAfter: ReadonlySet<string> = new Set(['(', '[']);
const noSpaceBefore: ReadonlySet<string> = new Set([')', ']', ',', ':']);
const endsOperand: ReadonlySet<string> = new Set(['name', 'number', 'string', 'true', 'false', ')', ']', '}']);

/** Whether the piece ends a value, so that a bracket behind it is an index or a call, and a minus a difference. */
export function isOperandEnd(piece: Piece | undefined): boolean {
  return piece !== undefined && endsOperand.has(piece.kind);
}

/**
 * How many spaces stand between two neighbours on one line of a statement.
 * `before` is the piece in front of them, `bracket` the innermost one that is open between them.
 */
export function spacesBetween(before: Piece | undefined, a: Piece, b: Piece, bracket: Bracket | null): number {
  if (isComment(a) || isComment(b)) return b.kind === 'LineComment' ? 2 : 1;
  if (noSpaceAfter.has(a.kind) || noSpaceBefore.has(b.kind)) return 0;
  if (a.kind === '{' && b.kind === '}') return 0;
  if (tight.has(a.kind) || tight.has(b.kind)) return wouldMerge(a, b) ? 1 : 0;
  if (b.kind === '(') return a.kind === 'name' ? 0 : 1;
  if (b.kind === '[') return isOperandEnd(a) && !isKeyword(a.kind) ? 0 : 1;
  if (a.kind === '-' && !isOperandEnd(before)) return 0;
  if (bracket?.index && (operators.has(a.kind) || operators.has(b.kind))) return 0;
  return 1;
}

/** `2.` and `..` would be read as `2` and `...`. */
function wouldMerge(a: Piece, b: Piece): boolean {
  return a.text.endsWith('.') && b.text.startsWith('.');
}
