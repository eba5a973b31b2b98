import type { Span } from './span';

/**
 * The syntax tree of a `.lvm` file. Plain data: every node carries the exact span of its text, and a part that the
 * parser could not read is a `Hole`, so that one mistake never costs the rest of the statement or of the file.
 */
export interface Tree {
  readonly kind: 'Tree';
  readonly span: Span;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly kind: 'LineComment' | 'BlockComment';
  readonly span: Span;
}

export interface Identifier {
  readonly kind: 'Identifier';
  readonly span: Span;
  readonly text: string;
}

export interface StringLiteral {
  readonly kind: 'String';
  readonly span: Span;
  /** The text between the quotes. */
  readonly value: string;
}

// ---------------------------------------------------------------- statements

export type Statement =
  | ModelStatement
  | ParamStatement
  | LetStatement
  | NetworkStatement
  | VariableStatement
  | DataStatement
  | WeightsStatement
  | FitStatement
  | ViewStatement
  | BrokenStatement;

interface StatementBase {
  /** From the keyword to the end of the last token that belongs to the statement. */
  readonly span: Span;
  /** The span of the keyword that starts the statement. */
  readonly keyword: Span;
  /** True where the parser reported a problem inside this statement: the checker then stays quiet about what follows from it. */
  readonly broken: boolean;
}

/** `model "title"` */
export interface ModelStatement extends StatementBase {
  readonly kind: 'Model';
  readonly title: StringLiteral | null;
}

/** `param NAME : DOMAIN = CONST` */
export interface ParamStatement extends StatementBase {
  readonly kind: 'Param';
  readonly name: Identifier | null;
  readonly domain: Domain | null;
  readonly value: Expression;
}

/** `positive`, `interval(0, 10)`; which names exist is the checker's business. */
export interface Domain {
  readonly kind: 'Domain';
  readonly span: Span;
  readonly name: Identifier;
  readonly args: readonly Expression[];
}

/** `let NAME = EXPR` */
export interface LetStatement extends StatementBase {
  readonly kind: 'Let';
  readonly name: Identifier | null;
  readonly value: Expression;
}

/** `network NAME(ARG, …) = EXPR` */
export interface NetworkStatement extends StatementBase {
  readonly kind: 'Network';
  readonly name: Identifier | null;
  readonly args: readonly Identifier[];
  readonly body: Expression;
}

/** `latent NAME | PARENTS ~ DIST for t in a..b`, and the same with `observed`. */
export interface VariableStatement extends StatementBase {
  readonly kind: 'Variable';
  readonly role: 'latent' | 'observed';
  /** `z`, `z[1]`, `z[t]`. */
  readonly target: Reference | null;
  /** null where there is no `|`; an empty list where `|` stands with nothing behind it (the statement is then `broken`). */
  readonly parents: readonly Reference[] | null;
  /** The span from `|` to the end of the last parent, for quick fixes; null where there is no `|`. */
  readonly parentsSpan: Span | null;
  readonly distribution: Expression;
  readonly loop: Loop | null;
}

/** A variable named in a target or a parent list, with its index. */
export interface Reference {
  readonly kind: 'Reference';
  readonly span: Span;
  readonly name: Identifier;
  readonly index: Expression | null;
}

/** `for t in 2..20` */
export interface Loop {
  readonly kind: 'Loop';
  readonly span: Span;
  readonly variable: Identifier | null;
  readonly from: Expression;
  readonly to: Expression;
}

/** `data NAME from "file.csv" columns a, b`, or `data NAME = [ … ]`. A column is a name or, where it is no name, a string. */
export interface DataStatement extends StatementBase {
  readonly kind: 'Data';
  readonly name: Identifier | null;
  readonly file: StringLiteral | null;
  readonly columns: readonly (Identifier | StringLiteral)[] | null;
  /** The inline values; null for a file. */
  readonly value: Expression | null;
}

/** `weights from "file.safetensors"` */
export interface WeightsStatement extends StatementBase {
  readonly kind: 'Weights';
  readonly file: StringLiteral | null;
}

/** `fit METHOD(option = value, …)`; the options in brackets may be left out. */
export interface FitStatement extends StatementBase {
  readonly kind: 'Fit';
  readonly method: Identifier | null;
  readonly options: readonly FitOption[];
}

export interface FitOption {
  readonly kind: 'FitOption';
  readonly span: Span;
  readonly name: Identifier;
  readonly value: Expression;
}

/** `view NAME in [a, b]`; NAME may be a coordinate, `x[2]`. */
export interface ViewStatement extends StatementBase {
  readonly kind: 'View';
  readonly target: Reference | null;
  readonly range: Expression;
}

/** Text that starts with no statement keyword, up to the next one. */
export interface BrokenStatement extends StatementBase {
  readonly kind: 'Broken';
}

// ---------------------------------------------------------------- expressions

/** A distribution is written as an expression (a call, a power of one, a `case` of some); the checker tells them apart. */
export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | Name
  | Vector
  | Unary
  | Binary
  | Call
  | Index
  | Pipeline
  | Case
  | Hole;

export interface NumberLiteral {
  readonly kind: 'Number';
  readonly span: Span;
  readonly value: number;
}

export interface BooleanLiteral {
  readonly kind: 'Boolean';
  readonly span: Span;
  readonly value: boolean;
}

export interface Name {
  readonly kind: 'Name';
  readonly span: Span;
  readonly text: string;
}

export interface Vector {
  readonly kind: 'Vector';
  readonly span: Span;
  readonly items: readonly Expression[];
}

export interface Unary {
  readonly kind: 'Unary';
  readonly span: Span;
  readonly operator: '-';
  readonly operand: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

/** `^` binds tightest and to the right; unary minus binds looser than `^` (`-x^2` is `-(x^2)`) and tighter than `*`. */
export interface Binary {
  readonly kind: 'Binary';
  readonly span: Span;
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** A call of a distribution, a built-in function or a network. */
export interface Call {
  readonly kind: 'Call';
  readonly span: Span;
  readonly callee: Identifier;
  readonly args: readonly Argument[];
  /** The span inside the parentheses; it ends at the end of what was read where `)` is missing. */
  readonly argsSpan: Span;
}

/** `0.3` or, by name, `sd: 0.3` (`sd = 0.3` is read too). */
export interface Argument {
  readonly kind: 'Argument';
  readonly span: Span;
  readonly name: Identifier | null;
  readonly value: Expression;
}

/** `e[i]` */
export interface Index {
  readonly kind: 'Index';
  readonly span: Span;
  readonly base: Expression;
  readonly index: Expression;
}

/** `e -> dense(16, tanh) -> …`; loosest of all operators. */
export interface Pipeline {
  readonly kind: 'Pipeline';
  readonly span: Span;
  readonly input: Expression;
  readonly stages: readonly Expression[];
}

/** `case a, b { true, false: e, …, else: e }` */
export interface Case {
  readonly kind: 'Case';
  readonly span: Span;
  /** The span of the word `case`. */
  readonly keyword: Span;
  readonly subjects: readonly Expression[];
  readonly rows: readonly CaseRow[];
  /** The span from `{` to `}`. */
  readonly bodySpan: Span;
}

export interface CaseRow {
  readonly kind: 'CaseRow';
  readonly span: Span;
  /** The values before the colon; null for `else`. */
  readonly patterns: readonly Expression[] | null;
  readonly patternSpan: Span;
  readonly value: Expression;
}

/** A place where an expression should stand and does not. The parser has reported it: the checker says nothing more about it. */
export interface Hole {
  readonly kind: 'Hole';
  readonly span: Span;
}
