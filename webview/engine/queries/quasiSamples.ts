import { sizeOf } from '../batch';
import type { Element } from '../graph';
import { emptyTable } from '../jointTable';
import { baseDimensions } from '../law';
import type { Step } from '../planner';
import { replicates } from '../quasiMonteCarlo';
import { Unanswerable } from '../unanswerable';
import { visitNodes } from './nodes';
import { closureOf } from './parts';
import type { Inquiry } from './query';
import { sobolColumns } from './sobolColumns';

const dimensionLimit = 4096;

/**
 * Joint ancestral samples of some elements from randomised quasi-random numbers.
 * @param perReplicate samples of each of 16 replicates, which stand one after the other
 * @returns for each element samples × size of a draw
 */
export function* quasiSamples(
  { given, graph, base, seed }: Inquiry,
  elements: readonly Element[],
  perReplicate: number,
): Generator<null, Float64Array[]> {
  const steps: Step[] = [];
  let dimensions = 0;
  for (const element of closureOf(graph, elements)) {
    steps.push({ element, column: dimensions });
    dimensions += baseDimensions(element.distribution);
  }
  if (dimensions > dimensionLimit) {
    throw new Unanswerable(
      `${elements[0]!.key} depends on ${dimensions.toLocaleString('en')} random numbers, more than the ${dimensionLimit.toLocaleString('en')} that can be drawn together.`,
    );
  }
  const count = perReplicate * replicates;
  const plan = {
    kind: 'nodes',
    table: emptyTable,
    logScale: 0,
    steps,
    late: [],
    dimensions,
    drawn: 0,
    pointwise: false,
  } as const;
  const sizes = elements.map(({ variable }) => sizeOf(variable.type.shape));
  const result = sizes.map((size) => new Float64Array(count * size));
  const columns = sobolColumns(base, seed, dimensions, 0, perReplicate);
  yield* visitNodes(given, plan, new Map(), 1, columns, count, null, ({ scope, firstDraw, draws }) => {
    elements.forEach((element, e) => {
      const data = scope.variable(element.key).dataSync();
      const size = sizes[e]!;
      for (let i = 0; i < draws * size; i++) {
        result[e]![firstDraw * size + i] = data[data.length === size ? i % size : i]!;
      }
    });
  });
  return result;
}
