import { Base } from '../../webview/engine/base';
import type { Element } from '../../webview/engine/graph';
import type { Inquiry } from '../../webview/engine/queries/query';
import { sample, sampleBlock } from '../../webview/engine/sampler';
import { sizeOfType } from './values';

/** Numbers that are drawn at once: what is held does not grow with the number of rows. */
const blockNumbers = 2 ** 20;
const fewestRows = 64;

/** Rows that are drawn at once. It depends on the model alone, so that longer runs begin with the rows of shorter ones. */
export function rowsAtOnce(elements: readonly Element[]): number {
  const width = elements.reduce((sum, element) => sum + sizeOfType(element.variable.type), 0);
  return Math.min(sampleBlock, Math.max(fewestRows, Math.floor(blockNumbers / Math.max(1, width))));
}

/** Some draws: `rows` of each element. */
export interface Block {
  readonly draws: readonly Float64Array[];
  readonly rows: number;
}

/**
 * Joint ancestral samples of the elements, block by block. Row i is a function of the model, the seed and i, however many rows
 * there are.
 */
export function* blocksOf(inquiry: Inquiry, elements: readonly Element[], count: number): Generator<Block, void> {
  const { given, graph, seed } = inquiry;
  const atOnce = rowsAtOnce(elements);
  for (let block = 0; block * atOnce < count; block++) {
    // The last block is drawn whole too: its numbers depend on its length.
    const draws = sample(given, graph, new Base(), elements, seed, block, atOnce);
    yield { draws, rows: Math.min(atOnce, count - block * atOnce) };
  }
}
