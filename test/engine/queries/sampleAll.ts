import type { Inquiry } from '../../../src/engine/api/query';
import { allElements } from '../../../src/engine/plan/allElements';
import type { Element } from '../../../src/engine/plan/graph';
import { sampleBlocks } from '../../../src/engine/sampling/sampleBlocks';
import { sizeOf } from '../../../src/engine/values/shape';

interface SampleRows {
  /** The number of the first row. */
  readonly first: number;
  readonly count: number;
  /** Of each number of a row, as `z`, `z[3]` or `z[3][1]`. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

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
