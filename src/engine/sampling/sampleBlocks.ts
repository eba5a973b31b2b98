import type { Inquiry } from '../api/query';
import type { Element } from '../plan/graph';
import { sizeOf } from '../values/shape';
import { Base } from './base';
import { sample, sampleBlock } from './sampler';

/** Numbers that are drawn at once: what is held does not grow with the number of rows. */
const blockNumbers = 2 ** 20;
const fewestRows = 64;

/** Some of the rows that were drawn together. */
export interface SampleBlock {
  /** For each element its draws, one after the other; the wanted ones are `rows` from row `start` on. */
  readonly draws: readonly Float64Array[];
  readonly start: number;
  readonly rows: number;
}

/** Rows that are drawn at once. It depends on the elements alone, so that longer runs begin with the rows of shorter ones. */
export function rowsAtOnce(elements: readonly Element[]): number {
  const width = elements.reduce((sum, { variable }) => sum + sizeOf(variable.type.shape), 0);
  return Math.min(sampleBlock, Math.max(fewestRows, Math.floor(blockNumbers / Math.max(1, width))));
}

/**
 * Joint ancestral samples of some elements, block by block. Row i is a function of the model, the elements, the seed and i, however many rows
 * there are and wherever they begin.
 * @param offset of the first row
 * @throws Unanswerable where the model has invalid parameters
 */
export function* sampleBlocks(
  inquiry: Inquiry,
  elements: readonly Element[],
  count: number,
  offset = 0,
): Generator<SampleBlock, void> {
  const { given, graph, seed } = inquiry;
  const atOnce = rowsAtOnce(elements);
  for (let row = offset; row < offset + count; ) {
    const block = Math.floor(row / atOnce);
    const start = row - block * atOnce;
    const rows = Math.min(atOnce - start, offset + count - row);
    // What a draw is made from depends on the length of its block, of which no more is drawn than is wanted.
    yield { draws: sample(given, graph, new Base(), elements, seed, block, atOnce, start + rows), start, rows };
    row += rows;
  }
}
