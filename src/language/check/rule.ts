import type { DataFiles } from '../analysis';
import type { ArgumentProblem } from '../names/arguments';
import type { Group } from '../names/dependencies';
import type { Memo } from '../names/memo';
import type { References } from '../names/references';
import type { Scope } from '../names/scope';
import type { Diagnostic, Fix, Related, Severity } from '../syntax/diagnostic';
import type { Span } from '../syntax/span';
import type { Call, Expression, Statement, Tree } from '../syntax/tree';
import type { Inference } from '../types/inference';
import type { ParameterValue } from './parameterValue';
import type { Suggestions } from './wording';

/** What a place in a statement is for. `element`: the name of a chain before an index. */
export type Position = 'number' | 'distribution' | 'stage' | 'element';

/** Where an expression stands. */
export interface Site {
  readonly statement: Statement;
  readonly position: Position;
}

/** What is wrong, without the code, which is the rule's. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** `error` unless said. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** One text under check: everything that rules read, and where they say what they find. */
export interface Check {
  readonly text: string;
  readonly tree: Tree;
  readonly files: DataFiles;
  readonly scope: Scope;
  readonly inference: Inference;
  readonly groups: readonly Group[];
  readonly references: References;
  /** What has been said so far, in the order of the rules. */
  readonly found: readonly Diagnostic[];
  readonly parameterValues: Memo<Call, readonly ParameterValue[]>;
  readonly problems: Memo<Call, readonly ArgumentProblem[]>;
  readonly suggestions: Suggestions;
  report(finding: Finding): void;
}

type OfKind<Node extends { readonly kind: string }, Kind> = Extract<Node, { readonly kind: Kind }>;

/**
 * One thing that can be wrong with a model. Statements that the parser could not read in full are not visited, nor are
 * the expressions in them.
 */
export interface Rule {
  /** The code of its diagnostics; its file has the same name. */
  readonly code: string;
  readonly statement?: {
    readonly [Kind in Statement['kind']]?: (statement: OfKind<Statement, Kind>, check: Check) => void;
  };
  readonly expression?: {
    readonly [Kind in Expression['kind']]?: (expression: OfKind<Expression, Kind>, check: Check, site: Site) => void;
  };
  /** After all statements and expressions. */
  readonly tree?: (check: Check) => void;
}
