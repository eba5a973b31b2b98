import type { Constant } from './constant';
import type { Info, ValueInfo } from './info';
import type { Definition, Scope } from './scope';
import type { Expression } from './tree';

/** What the inference of one expression asks of the inference of the whole text. */
export interface Inferring {
  readonly scope: Scope;
  /** What is known of an expression, worked out the first time. */
  info(expression: Expression): Info | null;
  /** The same where a number is meant; null for a distribution. */
  value(expression: Expression): ValueInfo | null;
  /** A name that stands for a value: for a chain one element. */
  definition(definition: Definition): ValueInfo | null;
  /** Gives a constant back while there is room for more of them in this text. */
  keep(constant: Constant | null): Constant | null;
}
