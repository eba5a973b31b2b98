import type { Column } from '../sampling/columns';

/** A block of nodes: some joint states of the discrete variables, times some draws of the others. */
export interface Block {
  readonly firstState: number;
  readonly states: number;
  /** One for each dimension of the plan, all of length `draws`. */
  readonly columns: readonly Column[];
  readonly draws: number;
  /** log of the weight of each draw; null for 0. */
  readonly logWeights: Float64Array | null;
  /** The weight of all nodes of which the block is a part; null where it is all. */
  readonly mass: number | null;
}
