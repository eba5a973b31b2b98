import type { ValueType } from '../../model/type';
import type { AsideAnswer, RowsAside, RowsColumn } from '../api/aside';
import { coordinateLabel } from '../api/choices';
import { allElements } from '../plan/allElements';
import type { Element } from '../plan/graph';
import { sampleBlocks } from '../sampling/sampleBlocks';
import { sizeOf } from '../values/shape';
import type { Setting } from './picture/setting';
import type { Scene } from './picture/stage';
import { rowLaws } from './rowLaws';

/** Numbers in an answer at most, all rows together. */
const mostNumbers = 2 ** 20;

/**
 * Joint ancestral samples of all variables: row i is that of every query with the same model and seed.
 * @param observed whose laws are told
 * @throws Unanswerable where the model has invalid parameters
 */
export function* rows(setting: Setting, aside: RowsAside, observed: Scene): Generator<AsideAnswer | null, void> {
  const { given, graph, session, request } = setting;
  const { seed, draws } = request.query;
  const elements = allElements(setting);
  const width = elements.reduce((sum, element) => sum + sizeOf(element.variable.type.shape), 0);
  const count = Math.max(1, Math.min(aside.count, Math.floor(mostNumbers / Math.max(1, width))));
  const values = elements.map((element) => new Float64Array(count * sizeOf(element.variable.type.shape)));
  let first = 0;
  const inquiry = { given, graph, base: session.base, draws, seed };
  for (const block of sampleBlocks(inquiry, elements, count)) {
    elements.forEach((element, e) => {
      const size = sizeOf(element.variable.type.shape);
      values[e]!.set(block.draws[e]!.subarray(block.start * size, (block.start + block.rows) * size), first * size);
    });
    first += block.rows;
    yield null;
  }
  const drawn = new Map(elements.map((element, e) => [element.key, values[e]!]));
  const { element } = observed.task.target;
  yield {
    kind: 'rows',
    count,
    seed,
    columns: elements.flatMap((each, e) => columnsOf(each, values[e]!, count)),
    laws: aside.laws === true ? rowLaws(given, graph, element, drawn, count) : null,
    ancestors: graph.ancestors(element).map(({ key }) => key),
    parents: element.parents,
  };
}

function columnsOf({ key, variable, index }: Element, values: Float64Array, count: number): RowsColumn[] {
  const { name, type, role } = variable;
  const size = sizeOf(type.shape);
  const labels = namesOf(type);
  return Array.from({ length: size }, (_, j) => ({
    choice: {
      variable: name,
      index,
      coordinate: type.shape.length === 0 ? null : j + 1,
      label: type.shape.length === 0 ? key : coordinateLabel(key, index, j, type.shape),
    },
    role,
    values: size === 1 ? values : Float64Array.from({ length: count }, (__, i) => values[i * size + j]!),
    labels,
  }));
}

function namesOf(type: ValueType): readonly string[] | null {
  if (type.kind === 'boolean') return ['false', 'true'];
  return type.kind === 'category' && type.labels !== undefined ? ['', ...type.labels] : null;
}
