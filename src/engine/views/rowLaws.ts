import type { Law } from '../evaluate/laws/law';
import type { Numbers } from '../evaluate/numbers';
import { lawOfElement } from '../factors/tables/elementLaw';
import type { Element, Graph } from '../plan/graph';
import type { Batch } from '../values/batch';
import { sizeOf } from '../values/shape';

/** Numbers of a vector that are written out. */
const mostWritten = 4;

/**
 * What a variable was drawn from in each row, given the values of its parents there: `Normal(0.5, 1)`.
 * @param drawn for each parent, by its key, rows × size of one draw
 */
export function rowLaws(
  given: Numbers,
  graph: Graph,
  element: Element,
  drawn: ReadonlyMap<string, Float64Array>,
  rows: number,
): readonly string[] {
  const values = new Map<string, Batch>();
  for (const key of element.parents) {
    const data = drawn.get(key);
    if (data === undefined) throw new Error(`${key} was not drawn.`);
    values.set(key, { nodes: rows, size: sizeOf(graph.byKey(key).variable.type.shape), data });
  }
  const text = writer(lawOfElement(given, element, values), element.variable.type.shape.at(-1) ?? 1);
  return Array.from({ length: rows }, (_, row) => text(row));
}

/**
 * Writes the law of a row; what is the same in all rows is read once.
 * @param length of a row of a draw
 */
function writer(law: Law, length: number): (row: number) => string {
  if (law.kind === 'rows') {
    const writers = law.rows.map((row) => writer(row, length));
    const one = law.row.length === 1;
    return (row) => writers[law.row[one ? 0 : row]!]!(row);
  }
  const longest = law.kind === 'family' && law.width > 1 ? law.width : length;
  // What is longer is a matrix.
  const parameters = law.parameters.map((each) => (each.size > longest ? () => '…' : parameterWriter(each)));
  return (row) => `${law.name}(${parameters.map((write) => write(row)).join(', ')})`;
}

function parameterWriter({ nodes, size, data }: Batch): (row: number) => string {
  return (row) => {
    const start = nodes === 1 ? 0 : row * size;
    if (size === 1) return written(data[start]!);
    const shown = Array.from(data.subarray(start, start + Math.min(size, mostWritten)), written);
    return `[${shown.join(', ')}${size > mostWritten ? ', …' : ''}]`;
  };
}

function written(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}
