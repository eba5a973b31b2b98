import { Evaluation, type Numbers } from '../evaluate/evaluation';
import { checkLaw } from '../evaluate/laws/checkLaw';
import { baseDimensions, lawOf } from '../evaluate/laws/law';
import { draw } from '../evaluate/laws/lawDraw';
import { nodeValues } from '../factors/tables/jointTable';
import { lenientShare } from '../integrate/atNodes';
import type { Element, Graph } from '../plan/graph';
import { scoped } from '../tensor/scoped';
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
  const isWanted = new Set(wanted);
  const drawn = new Map<string, Float64Array>();
  scoped(() => {
    const scope = new Evaluation(given);
    const tables = new TableDraws(given);
    const assigned = new Set<string>();
    for (const element of order) {
      const column = (j: number) => base.samples(seed, element.place, j, block, count);
      if (!tables.draw(element, rows, () => column(0))) {
        for (const key of element.parents) {
          const values = assigned.has(key) ? null : tables.values(key);
          // Tables are of scalars.
          if (values !== null) scope.assign(key, nodeValues(values, rows, []));
          assigned.add(key);
        }
        const law = lawOf(element.distribution, scope, element.local);
        checkLaw(law, element.key, given.faults, { weights: null, mass: null, share: lenientShare });
        const columns = Array.from({ length: baseDimensions(element.distribution) }, (_, j) => column(j));
        const values = draw(law, rows, columns);
        scope.assign(element.key, nodeValues(values, rows, element.variable.type.shape));
        if (isWanted.has(element)) drawn.set(element.key, values);
      } else if (isWanted.has(element)) {
        drawn.set(element.key, tables.values(element.key)!);
      }
    }
  });
  return wanted.map((element) => drawn.get(element.key)!);
}
