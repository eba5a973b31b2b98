import type { Base } from '../sampling/base';
import { Column } from '../sampling/columns';
import { Sobol } from '../sampling/sobol';
import { replicates } from './quasiMonteCarlo';

/**
 * The next draws of every dimension: `more` of each of the 16 replicates, those of one replicate together.
 * @param done draws of each replicate before
 */
export function sobolColumns(base: Base, seed: number, dimensions: number, done: number, more: number): Column[] {
  const sequences = Array.from({ length: replicates }, (_, r) => new Sobol(dimensions, seed, r));
  return Array.from({ length: dimensions }, (_, j) =>
    base.column(`sobol|${seed}|${j}|${dimensions}|${done}|${more}`, more * replicates, () => {
      const all = new Float64Array(more * replicates);
      sequences.forEach((sequence, r) => {
        sequence.fill(j, done, all.subarray(r * more, (r + 1) * more));
      });
      return Column.fromUniforms(all);
    }),
  );
}
