/** A number as the language writes it, in brackets where it is negative. */
export function num(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}

/** A vector or, of lists, a matrix. */
export function list(values: readonly (number | readonly number[])[]): string {
  return `[${values.map((value) => (typeof value === 'number' ? String(value) : list(value))).join(', ')}]`;
}
