import type { ValueType } from '../../model/type';

/** One number of a value as it is written in the model: `orange`, `true`, `3`, `0.25`. */
export function valueLabel(value: number, type: ValueType): string {
  if (type.kind === 'category') return type.labels?.[value - 1] ?? String(value);
  if (type.kind === 'boolean') return value === 1 ? 'true' : 'false';
  if (type.kind === 'integer') return String(value);
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

/** A whole value: the numbers of a vector in brackets. */
export function fullLabel(values: readonly number[], type: ValueType): string {
  const parts = values.map((value) => valueLabel(value, type));
  return type.shape.length === 0 ? parts[0]! : `(${parts.join(', ')})`;
}
