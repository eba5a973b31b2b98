import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import type { Statement } from '../language/syntax/tree';

export type OutlineKind =
  | 'model'
  | 'param'
  | 'let'
  | 'network'
  | 'latent'
  | 'observed'
  | 'data'
  | 'weights'
  | 'fit'
  | 'view';

export interface OutlineItem {
  readonly name: string;
  /** What stands behind the name, on one line. */
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  /** What the editor selects when the item is picked; inside `span`. */
  readonly selection: Span;
}

/** The outline of a model: one item for each statement that can be named. */
export function documentSymbols(analysis: Analysis): OutlineItem[] {
  return analysis.tree.statements.flatMap((statement) => item(analysis.text, statement) ?? []);
}

function item(text: string, statement: Statement): OutlineItem | null {
  const make = (
    kind: OutlineKind,
    named: { readonly name: string; readonly span: Span } | null,
  ): OutlineItem | null => {
    if (!named) return null;
    const detail = oneLine(text.slice(named.span.end, statement.span.end));
    return { name: named.name, detail, kind, span: statement.span, selection: named.span };
  };
  switch (statement.kind) {
    case 'Model':
      return make('model', statement.title && { name: statement.title.value || 'model', span: statement.title.span });
    case 'Param':
      return make('param', named(statement.name));
    case 'Let':
      return make('let', named(statement.name));
    case 'Network':
      return make('network', named(statement.name));
    case 'Variable':
      return make(
        statement.role,
        statement.target && {
          name: text.slice(statement.target.span.start, statement.target.span.end),
          span: statement.target.span,
        },
      );
    case 'Data':
      return make('data', statement.name && { name: `data ${statement.name.text}`, span: statement.name.span });
    case 'Weights':
      return make('weights', { name: 'weights', span: statement.keyword });
    case 'Fit':
      return make('fit', statement.method && { name: `fit ${statement.method.text}`, span: statement.method.span });
    case 'View':
      return make(
        'view',
        statement.target && { name: `view ${statement.target.name.text}`, span: statement.target.span },
      );
    case 'Broken':
      return null;
  }
}

function named(identifier: { readonly text: string; readonly span: Span } | null) {
  return identifier && { name: identifier.text, span: identifier.span };
}

const longest = 80;

/** Text on one line, cut where it gets long. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
