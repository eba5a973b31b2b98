import type { Tensor } from '@tensorflow/tfjs-core';
import { type Loops, noLoops } from '../../model/loops';

/**
 * What a compiled expression reads. Every tensor in the engine has two batch axes before the axes of its value:
 * [points | 1, nodes | 1, ...shape], so that points of a curve and nodes of an integral broadcast against each other.
 */
export interface Scope {
  /** The model's number slots. */
  readonly numbers: ArrayLike<number>;
  param(name: string): Tensor;
  letValue(name: string): Tensor;
  /** The value of a random variable by its element's key: `z`, `z[3]`. */
  variable(key: string): Tensor;
  callNetwork(name: string, args: readonly Tensor[]): Tensor;
  layer(network: string, layer: number): Layer;
}

export interface Layer {
  /** [inputs, units] */
  readonly kernel: Tensor;
  /** [units] */
  readonly bias: Tensor;
}

/** The names that only a part of an expression knows: the indices of a chain and the arguments of a network. */
export interface Local {
  readonly loops: Loops;
  readonly args: ReadonlyMap<string, Tensor>;
}

export const nowhere: Local = { loops: noLoops, args: new Map() };

export type Compiled = (scope: Scope, local: Local) => Tensor;

/** The key of a variable, or of one element of a chain. */
export function elementKey(name: string, index: number | null): string {
  return index === null ? name : `${name}[${index}]`;
}
