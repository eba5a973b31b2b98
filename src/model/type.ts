/**
 * What a value is. `shape` is [] for a scalar, [n] for a vector, [rows, columns] for a matrix.
 * A category is coded as a number from 1 to `count`, in the order of its labels; a boolean as 0 or 1.
 */
export interface ValueType {
  readonly kind: 'real' | 'integer' | 'boolean' | 'category';
  readonly shape: readonly number[];
  /** For a category: how many there are. */
  readonly count?: number;
  /** For a category with named values: the names, `labels[0]` for code 1. */
  readonly labels?: readonly string[];
}
