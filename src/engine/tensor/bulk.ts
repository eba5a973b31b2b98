import type { ActivationName } from '../../model/activations';

/** One dense layer of a network. */
export interface BulkLayer {
  /** Inputs × units, row-major. */
  readonly kernel: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  readonly activation: ActivationName;
}

/** A matrix in single precision, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** What is done in single precision where there is very much of it: by TensorFlow.js, which is loaded behind the first picture. */
export interface Bulk {
  /**
   * The output of a stack of dense layers.
   * @param x rows × inputs of the first layer
   * @returns rows × units of the last layer
   */
  layers(x: Float64Array, rows: number, layers: readonly BulkLayer[]): Float64Array;
  /** A times the transpose of B: [a.rows, b.rows]. */
  productWithTransposed(a: Matrix, b: Matrix): Float32Array;
}

let present: Bulk | null = null;

/** null as long as TensorFlow.js is not there: everything is then done in double precision, a number at a time. */
export function bulk(): Bulk | null {
  return present;
}

/** Called when TensorFlow.js has been loaded. */
export function provideBulk(bulk: Bulk): void {
  present = bulk;
}
