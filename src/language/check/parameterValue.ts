import type { FamilyName, FamilyParameter } from '../../model/families';
import type { Expression } from '../syntax/tree';
import type { ValueInfo } from '../types/info';

/** A value that a distribution gets for one of its parameters: the whole argument or, of a `case`, one row of it. */
export interface ParameterValue {
  readonly family: FamilyName;
  readonly parameter: FamilyParameter;
  readonly value: Expression;
  readonly info: ValueInfo;
  /** False for the row of a table or `case`: one of several vectors, picked by a variable. */
  readonly whole: boolean;
}
