import type { FamilyParameter } from '../../model/families';
import type { MatchedArguments } from '../names/arguments';
import type { Definition, Scope } from '../names/scope';
import type { Call, Expression } from '../syntax/tree';
import type { Constant } from './constant';
import type { Info, ValueInfo } from './info';

/** What the inference of one expression asks of the inference of the whole text. */
export interface Inferring {
  readonly scope: Scope;
  /** What is known of an expression, worked out the first time. */
  info(expression: Expression): Info | null;
  /** The same where a number is meant; null for a distribution. */
  value(expression: Expression): ValueInfo | null;
  /** A name that stands for a value: for a chain one element. */
  definition(definition: Definition): ValueInfo | null;
  /** The arguments of a call of a distribution in the order of its parameters. */
  matched(call: Call, parameters: readonly FamilyParameter[]): MatchedArguments;
  /** Gives a constant back while there is room for more of them in this text. */
  keep(constant: Constant | null): Constant | null;
}
