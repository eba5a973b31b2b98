import type { DataFile, DataFiles } from '../language/analysis';
import type { DataBinding, Model } from '../model/model';
import type { ValueType } from '../model/type';

/** The observed values of one variable: a row for each observation, a number for each column. */
export type Rows = readonly (readonly number[])[];

export type DataByVariable = ReadonlyMap<string, Rows>;

/**
 * The data of a model as numbers, by variable: a category as its code from 1, a boolean as 0 or 1. A row with a cell
 * that is no finite number is left out, as is a variable whose file has not been read; the checker speaks of both.
 */
export function dataRows(model: Model, files: DataFiles): DataByVariable {
  const result = new Map<string, Rows>();
  for (const binding of model.data) {
    const rows = binding.kind === 'inline' ? binding.rows : fileRows(binding, typeOf(model, binding), files);
    if (rows)
      result.set(
        binding.variable,
        rows.filter((row) => row.every(Number.isFinite)),
      );
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

function fileRows(binding: DataBinding & { kind: 'file' }, type: ValueType | null, files: DataFiles): Rows | null {
  const file = files.get(binding.path);
  if (file?.kind !== 'table') return null;
  const columns = binding.columns.map((name) => file.columns.get(name));
  const first = columns[0];
  if (!first || columns.includes(undefined)) return null;
  return first.map((_, row) => columns.map((column) => cellValue(column![row]!, type)));
}

/** The number that a cell of a data file stands for; NaN where it stands for none. */
export function cellValue(cell: string, type: ValueType | null): number {
  const code = type?.labels?.indexOf(cell) ?? -1;
  if (code >= 0) return code + 1;
  if (type?.kind === 'boolean') {
    const word = cell.toLowerCase();
    if (word === 'true') return 1;
    if (word === 'false') return 0;
  }
  return cell === '' ? Number.NaN : Number(cell);
}

function typeOf(model: Model, binding: DataBinding): ValueType | null {
  return model.structure.variables.find((variable) => variable.name === binding.variable)?.type ?? null;
}
