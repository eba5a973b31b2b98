import type { Span } from '../language/syntax/span';
import type {
  Argument,
  CaseRow,
  Domain,
  Expression,
  FitOption,
  Identifier,
  Loop,
  Reference,
  Statement,
  StringLiteral,
} from '../language/syntax/tree';

/** Any node of the tree below the tree itself. */
export type TreeNode =
  | Statement
  | Expression
  | Identifier
  | StringLiteral
  | Domain
  | Reference
  | Loop
  | FitOption
  | Argument
  | CaseRow;

/** The nodes directly below a node, in the order of the tree's fields. */
export function children(node: TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  const values: readonly unknown[] = Object.values(node);
  for (const value of values) {
    if (!Array.isArray(value)) pushNode(found, value);
    else for (const item of value) pushNode(found, item);
  }
  return found;
}

/** Nodes are the objects with a kind; the other fields of a node are text, numbers, spans and null. */
function pushNode(found: TreeNode[], value: unknown): void {
  if (typeof value === 'object' && value !== null && 'kind' in value) found.push(value as TreeNode);
}

/** Every node at and below a node, outer ones first. */
export function* descendants(node: TreeNode): Generator<TreeNode> {
  const open: TreeNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...children(next).reverse());
  }
}

/**
 * The nodes that touch the offset, from the given one inwards. Where two nodes meet at the offset, the path goes to the
 * one that starts there: the offset of a cursor stands before a character.
 */
export function pathAt(node: TreeNode, offset: number): TreeNode[] {
  const path: TreeNode[] = [];
  for (let next: TreeNode | undefined = node; next; ) {
    path.push(next);
    const touched: TreeNode[] = children(next).filter(({ span }) => touches(span, offset));
    next = touched.find(({ span }) => offset < span.end) ?? touched[0];
  }
  return path;
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
