import type { Tensor } from '@tensorflow/tfjs-core';
import { Evaluation, type Numbers } from '../evaluate/evaluation';
import { type Law, lawOf } from '../evaluate/laws/law';
import { nodeValues } from '../factors/tables/jointTable';
import type { Element, Graph } from '../plan/graph';
import { scoped } from '../tensor/scoped';

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
  return scoped(() => {
    const scope = new Evaluation(given);
    for (const key of element.parents) {
      const values = drawn.get(key);
      if (values === undefined) throw new Error(`${key} was not drawn.`);
      scope.assign(key, nodeValues(values, rows, graph.byKey(key).variable.type.shape));
    }
    const text = writer(lawOf(element.distribution, scope, element.local));
    return Array.from({ length: rows }, (_, row) => text(row));
  });
}

/** Writes the law of a row; what is the same in all rows is read once. */
function writer(law: Law): (row: number) => string {
  if (law.kind === 'table') {
    const writers = law.rows.map(writer);
    const one = law.row.length === 1;
    return (row) => writers[law.row[one ? 0 : row]!]!(row);
  }
  const parameters = law.parameters.map(parameterWriter);
  return (row) => `${law.name}(${parameters.map((write) => write(row)).join(', ')})`;
}

/** @param parameter [1, rows or 1, ...of one draw] */
function parameterWriter(parameter: Tensor): (row: number) => string {
  const values = parameter.dataSync();
  const [, nodes = 1, ...own] = parameter.shape;
  const size = own.reduce((product, length) => product * length, 1);
  return (row) => {
    const start = nodes === 1 ? 0 : row * size;
    if (size === 1) return written(values[start]!);
    if (own.filter((length) => length > 1).length > 1) return '…';
    const shown = Array.from(values.subarray(start, start + Math.min(size, mostWritten)), written);
    return `[${shown.join(', ')}${size > mostWritten ? ', …' : ''}]`;
  };
}

function written(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}
