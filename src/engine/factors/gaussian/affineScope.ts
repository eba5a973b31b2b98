import type { Loops } from '../../../model/loops';
import type { Affine } from './affine';

/** What an expression reads when it is evaluated as an affine function of the continuous elements; null for what is not affine. */
export interface AffineScope {
  /** The model's number slots. */
  readonly numbers: ArrayLike<number>;
  param(name: string): Affine | null;
  letValue(name: string): Affine | null;
  /** The value of an element by its key. */
  variable(key: string): Affine | null;
  /** An argument that is not affine may be one that the network does not use. */
  callNetwork(name: string, args: readonly (Affine | null)[]): Affine | null;
  layer(network: string, layer: number): AffineLayer;
}

export interface AffineLayer {
  /** [units, inputs]: the transpose of what is stored. */
  readonly matrix: Affine;
  /** [units] */
  readonly bias: Affine;
}

/** The names that only a part of an expression knows: the indices of a chain and the arguments of a network. */
export interface AffineLocal {
  readonly loops: Loops;
  readonly args: ReadonlyMap<string, Affine | null>;
}
