import { checkLaw } from '../evaluate/laws/checkLaw';
import { baseDimensions } from '../evaluate/laws/coordinates';
import { draw } from '../evaluate/laws/draw';
import { lawOf } from '../evaluate/laws/law';
import type { Numbers } from '../evaluate/numbers';
import { scopeOf } from '../factors/tables/elementLaw';
import { lenientShare } from '../integrate/atNodes';
import type { Element, Graph } from '../plan/graph';
import type { Batch } from '../values/batch';
import type { Base } from './base';
import { TableDraws } from './tableDraws';

/** Samples that are drawn at once. */
export const sampleBlock = 16_384;

/**
 * Ancestral samples: every variable is drawn given its parents' draws. Draw i of a variable comes from the same standard numbers as long as
 * the seed and the variable's place in the structure are the same, so an edit of a parameter moves the samples and does not shuffle them.
 * @param wanted whose samples to return
 * @param block which of the blocks of samples: 0 for the first
 * @param count of the draws of a block
 * @param rows how many of them to draw, the first ones
 * @returns for each wanted element rows × size of one draw
 */
export function sample(
  given: Numbers,
  graph: Graph,
  base: Base,
  wanted: readonly Element[],
  seed: number,
  block: number,
  count: number,
  rows = count,
): Float64Array[] {
  const order = graph.closure(wanted);
  const values = new Map<string, Batch>();
  const scope = scopeOf(given, values);
  const tables = new TableDraws(given);
  for (const element of order) {
    const column = (j: number) => base.samples(seed, element.place, j, block, count);
    if (tables.draw(element, rows, () => column(0))) continue;
    for (const key of element.parents) {
      const data = values.has(key) ? null : tables.values(key);
      // Tables are of scalars.
      if (data !== null) values.set(key, { nodes: rows, size: 1, data });
    }
    const law = lawOf(element.distribution, scope, element.loops);
    checkLaw(law, element.key, given.faults, { weights: null, mass: null, share: lenientShare });
    const columns = Array.from({ length: baseDimensions(element.distribution) }, (_, j) => column(j));
    const data = draw(law, rows, columns);
    values.set(element.key, { nodes: rows, size: data.length / rows, data });
  }
  return wanted.map(({ key }) => values.get(key)?.data ?? tables.values(key)!);
}
