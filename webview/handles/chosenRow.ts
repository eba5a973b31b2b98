import type { Expr } from '../../src/model/model';
import { evaluateIndex } from './evaluateIndex';
import type { Reading } from './reading';

/** A look-up table of expressions or of distributions. */
interface Table<Value> {
  readonly subjects: readonly Expr[];
  readonly rows: readonly { readonly when: readonly number[]; readonly value: Value }[];
  readonly otherwise: Value | null;
}

/** The row of a table that the states choose; null where they do not decide it, or there is none. */
export function chosenRow<Value>({ subjects, rows, otherwise }: Table<Value>, reading: Reading): Value | null {
  const codes = subjects.map((subject) => evaluateIndex(subject, reading));
  if (codes.includes(null)) return null;
  return rows.find(({ when }) => when.every((code, i) => code === codes[i]))?.value ?? otherwise;
}
