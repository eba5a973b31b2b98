import type { Span } from '../language/syntax/span';
import type { ActivationName } from './activations';
import type { FamilyName } from './families';
import type { FunctionName } from './functions';
import type { ValueType } from './type';

/**
 * A checked model: the structure, which is plain JSON, apart from its numbers, so that an edit that changes only a number
 * leaves `structureKey` as it was and the compiled functions in use.
 */
export interface Model {
  readonly title: string | null;
  /** Equal for two models exactly when their `structure`s are equal. Contains no number that has a slot and no span. */
  readonly structureKey: string;
  readonly structure: Structure;
  /** The value of every number slot: the literals of the text in their order, a minus sign before one folded in. */
  readonly numbers: readonly number[];
  /** Where each slot stands in the text, sign included; parallel to `numbers`. */
  readonly numberSpans: readonly Span[];
  /** The statement that defines each name (for chains: every statement that does). */
  readonly statementSpans: ReadonlyMap<string, readonly Span[]>;
  readonly views: readonly View[];
  readonly data: readonly DataBinding[];
  /** Path of the trained weights, as written; null where the networks start from the seed. */
  readonly weights: string | null;
  readonly fit: Fit | null;
}

export interface Structure {
  readonly params: readonly Param[];
  readonly lets: readonly Let[];
  readonly networks: readonly Network[];
  /** In an order in which parents stand before their children (a chain counts as one variable). */
  readonly variables: readonly Variable[];
}

export type DomainName = 'real' | 'positive' | 'unit' | 'simplex' | 'ordered' | 'interval' | 'covariance';

export interface Param {
  readonly name: string;
  readonly type: ValueType;
  readonly domain: DomainName;
  /** The ends of `interval(a, b)`. */
  readonly bounds?: readonly [Expr, Expr];
  /** Uses no variable. */
  readonly value: Expr;
}

export interface Let {
  readonly name: string;
  readonly type: ValueType;
  readonly value: Expr;
}

export interface Network {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: ValueType }[];
  readonly type: ValueType;
  readonly body: Expr;
}

export interface Variable {
  readonly name: string;
  readonly role: 'latent' | 'observed';
  /** The type of one draw (for a chain: of one element). */
  readonly type: ValueType;
  /** For a chain: its first and last index, both included. null for a single variable. */
  readonly range: readonly [number, number] | null;
  /** One for a single variable. A chain has one or more, and together they define every index of `range` once. */
  readonly definitions: readonly Definition[];
}

export interface Definition {
  /** `z[1]` defines index 1 alone: `[1, 1]`; `z[t] … for t in 2..20` defines `[2, 20]`; null for a single variable. */
  readonly range: readonly [number, number] | null;
  /** The name that stands for the index inside `distribution` and `parents`; null where there is none. */
  readonly loop: string | null;
  readonly parents: readonly Parent[];
  readonly distribution: Distribution;
}

/** `z`, or `z[t-1]`: for a chain `index` is a number expression over the loop's name. */
export interface Parent {
  readonly name: string;
  readonly index: Expr | null;
}

// ---------------------------------------------------------------- distributions

export type Distribution = FamilyCall | Copies | DistributionTable;

/** One family with an expression for each of its parameters, defaults filled in. Vector arguments make it factorised over `type.shape`. */
export interface FamilyCall {
  readonly kind: 'family';
  readonly family: FamilyName;
  /** Keyed by the catalogue's parameter names. */
  readonly args: Readonly<Record<string, Expr>>;
  /** The type of a draw. */
  readonly type: ValueType;
}

/** `base ^ count`: independent copies along a new first axis. */
export interface Copies {
  readonly kind: 'copies';
  readonly base: Distribution;
  readonly count: number;
  readonly type: ValueType;
}

/** `case k { … }` with distributions as rows, all of one type. */
export interface DistributionTable {
  readonly kind: 'table';
  readonly subjects: readonly Expr[];
  readonly rows: readonly { readonly when: readonly number[]; readonly value: Distribution }[];
  readonly otherwise: Distribution | null;
  readonly type: ValueType;
}

// ---------------------------------------------------------------- expressions

interface ExprBase {
  readonly type: ValueType;
}

export type Expr =
  /** A literal: `numbers[slot]`. */
  | (ExprBase & { readonly op: 'number'; readonly slot: number })
  /** `true` is 1, `false` is 0, the label of a category its code; numbers that the checker made up (default arguments). */
  | (ExprBase & { readonly op: 'constant'; readonly value: number })
  | (ExprBase & { readonly op: 'param'; readonly name: string })
  | (ExprBase & { readonly op: 'let'; readonly name: string })
  /** A random variable; `index` for an element of a chain (1-based, over loop names and constants). */
  | (ExprBase & { readonly op: 'variable'; readonly name: string; readonly index: Expr | null })
  /** A `for` index as a number. */
  | (ExprBase & { readonly op: 'loop'; readonly name: string })
  /** An argument of the enclosing network. */
  | (ExprBase & { readonly op: 'argument'; readonly name: string })
  | (ExprBase & { readonly op: 'vector'; readonly items: readonly Expr[] })
  | (ExprBase & { readonly op: 'negate'; readonly operand: Expr })
  /** Elementwise; a scalar broadcasts. */
  | (ExprBase & {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
      readonly left: Expr;
      readonly right: Expr;
    })
  | (ExprBase & { readonly op: 'call'; readonly function: FunctionName; readonly args: readonly Expr[] })
  | (ExprBase & { readonly op: 'network'; readonly name: string; readonly args: readonly Expr[] })
  /** Picks along the first axis; the index counts from 1 and may be a category, an integer or a loop index. */
  | (ExprBase & { readonly op: 'index'; readonly base: Expr; readonly index: Expr })
  /** activation(W input + b). `layer` counts the dense layers of the network from 0; a scalar input counts as one number; `dense(1)` gives a scalar. */
  | (ExprBase & {
      readonly op: 'dense';
      readonly input: Expr;
      readonly network: string;
      readonly layer: number;
      readonly inputs: number;
      readonly units: number;
      readonly activation: ActivationName;
    })
  /** Rows by the codes of the subjects' values. */
  | (ExprBase & {
      readonly op: 'table';
      readonly subjects: readonly Expr[];
      readonly rows: readonly { readonly when: readonly number[]; readonly value: Expr }[];
      readonly otherwise: Expr | null;
    });

// ---------------------------------------------------------------- the rest of a file

export interface View {
  readonly variable: string;
  /** 1-based coordinate of a vector; null for the whole. */
  readonly coordinate: number | null;
  readonly low: number;
  readonly high: number;
}

export type DataBinding =
  | { readonly kind: 'inline'; readonly variable: string; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: 'file'; readonly variable: string; readonly path: string; readonly columns: readonly string[] };

export type FitMethod = 'em' | 'gradient' | 'elbo' | 'iwae';

export interface Fit {
  readonly method: FitMethod;
  readonly options: Readonly<Partial<Record<'steps' | 'rate' | 'batch' | 'samples' | 'restarts' | 'seed', number>>>;
}
