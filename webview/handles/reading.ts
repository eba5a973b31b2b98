import type { Loops } from '../../src/model/loops';
import type { Structure } from '../../src/model/model';

/** What an expression is read with. */
export interface Reading {
  readonly structure: Structure;
  readonly numbers: readonly number[];
  /** The values of the discrete variables that choose a component, by their elements' keys; categories are codes from 1. */
  readonly states: ReadonlyMap<string, number>;
  /** The index of a chain's element, by the loop's name. */
  readonly loops: Loops;
}
