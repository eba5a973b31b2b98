import { sizeOf } from '../batch';
import type { Element } from '../graph';
import type { Inquiry, SampleRows } from './query';
import { sampleBlocks } from './sampleBlocks';

/**
 * Joint ancestral samples of all variables, block by block. Row i depends on the model, the seed and i alone, not on how many rows there are,
 * where they begin or how they come in blocks.
 * @param count rows
 * @param offset of the first row
 * @throws Unanswerable where the model has invalid parameters
 */
export function* sampleAll(inquiry: Inquiry, count: number, offset = 0): Generator<SampleRows, void> {
  const elements = allElements(inquiry);
  const sizes = elements.map(({ variable }) => sizeOf(variable.type.shape));
  const names = elements.flatMap((element, e) => namesOf(element, sizes[e]!));
  let first = offset;
  for (const { draws, start, rows } of sampleBlocks(inquiry, elements, count, offset)) {
    const columns = draws.flatMap((values, e) => {
      const size = sizes[e]!;
      return Array.from({ length: size }, (_, j) =>
        Float64Array.from({ length: rows }, (__, i) => values[(start + i) * size + j]!),
      );
    });
    yield { first, count: rows, names, columns };
    first += rows;
  }
}

/** Every variable, and every element of every chain, in the order of the model. */
export function allElements({ given, graph }: Pick<Inquiry, 'given' | 'graph'>): Element[] {
  return given.program.structure.variables.flatMap(({ name, range }) => {
    if (range === null) return [graph.element(name, null)];
    return Array.from({ length: range[1] - range[0] + 1 }, (_, i) => graph.element(name, range[0] + i));
  });
}

function namesOf(element: Element, size: number): string[] {
  const { shape } = element.variable.type;
  if (shape.length === 0) return [element.key];
  return Array.from({ length: size }, (_, j) => `${element.key}${position(j, shape)}`);
}

/** Where a number stands in its value, counted from 1: `[2]`, `[2][1]`. */
function position(j: number, shape: readonly number[]): string {
  let rest = j;
  let text = '';
  for (const length of [...shape].reverse()) {
    text = `[${(rest % length) + 1}]${text}`;
    rest = Math.floor(rest / length);
  }
  return text;
}
