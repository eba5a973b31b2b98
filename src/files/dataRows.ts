import type { DataFile, DataFiles } from '../language/analysis';
import { wordValue } from '../language/build/cellValue';
import type { Column } from '../model/column';
import type { DataBinding, Model } from '../model/model';
import type { ValueType } from '../model/type';

/** The observed values of one variable: an array for each number of a draw, with an entry for each observation. */
export type Observed = readonly Float64Array<ArrayBuffer>[];

export type DataByVariable = ReadonlyMap<string, Observed>;

/**
 * The data of a model as numbers, by variable: a category as its code from 1, a boolean as 0 or 1. A row with a cell
 * that is no finite number is left out, as is a variable whose file has not been read; the checker speaks of both.
 */
export function dataRows(model: Model, files: DataFiles): DataByVariable {
  const result = new Map<string, Observed>();
  for (const binding of model.data) {
    const columns = binding.kind === 'inline' ? transposed(binding.rows) : fileColumns(binding, model, files);
    if (columns) result.set(binding.variable, finiteRows(columns));
  }
  return result;
}

/** Gives the same object again for as long as nothing has changed, so that a caller can tell by `===`. */
export class DataRows {
  #rows: DataByVariable = new Map();
  #key = '';
  #files: readonly (DataFile | undefined)[] = [];

  of(model: Model, files: DataFiles): DataByVariable {
    const key = JSON.stringify(model.data.map((binding) => [binding, typeOf(model, binding)]));
    const used = model.data.map((binding) => (binding.kind === 'file' ? files.get(binding.path) : undefined));
    const same = key === this.#key && used.every((file, i) => file === this.#files[i]);
    if (!same) {
      this.#rows = dataRows(model, files);
      this.#key = key;
      this.#files = used;
    }
    return this.#rows;
  }
}

function fileColumns(binding: DataBinding & { kind: 'file' }, model: Model, files: DataFiles): Observed | null {
  const file = files.get(binding.path);
  if (file?.kind !== 'table') return null;
  const type = typeOf(model, binding);
  const columns = binding.columns.flatMap((name) => file.columns.get(name) ?? []);
  if (columns.length === 0 || columns.length < binding.columns.length) return null;
  return columns.map((column) => values(column, type));
}

/** The very array of the column where all cells are numbers. */
function values(column: Column, type: ValueType | null): Float64Array<ArrayBuffer> {
  if (column.words.length === 0) return column.numbers;
  const codes = new Map(column.words.map((word) => [word, wordValue(word, type)]));
  return column.numbers.map((number, row) => {
    const word = column.word(row);
    return word === null ? number : codes.get(word)!;
  });
}

function transposed(rows: readonly (readonly number[])[]): Observed {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) => Float64Array.from(rows, (row) => row[at] ?? Number.NaN));
}

function finiteRows(columns: Observed): Observed {
  const length = columns[0]?.length ?? 0;
  const kept = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++)
    if (columns.every((column) => Number.isFinite(column[row]))) kept[count++] = row;
  if (count === length) return columns;
  return columns.map((column) => Float64Array.from(kept.subarray(0, count), (row) => column[row]!));
}

function typeOf(model: Model, binding: DataBinding): ValueType | null {
  return model.structure.variables.find((variable) => variable.name === binding.variable)?.type ?? null;
}
