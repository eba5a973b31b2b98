import { logAdd, logSumExp } from '../math/logSum';
import type { NodeBlock } from './nodes';
import { replicates } from './quasiMonteCarlo';
import { logMean } from './replicated';

/** The weight of every draw, its joint states together. */
export class DrawWeights {
  private readonly levels: { readonly perReplicate: number; readonly logs: Float64Array }[] = [];

  /** The next draws come in levels, each so many for every replicate. */
  begin(perReplicate: number): void {
    const logs = new Float64Array(perReplicate * replicates).fill(Number.NEGATIVE_INFINITY);
    this.levels.push({ perReplicate, logs });
  }

  add({ firstDraw, draws, logWeights }: NodeBlock): void {
    const { logs } = this.levels.at(-1)!;
    for (let n = 0; n < logWeights.length; n++) {
      const at = firstDraw + (n % draws);
      logs[at] = logAdd(logs[at]!, logWeights[n]!);
    }
  }

  /** log of the mean weight, with its error from the replicates. */
  mean(perReplicate: number) {
    const logs = Array.from({ length: replicates }, (_, r) =>
      logSumExp(
        this.levels.map((level) =>
          logSumExp(level.logs.subarray(r * level.perReplicate, (r + 1) * level.perReplicate)),
        ),
      ),
    );
    return logMean(logs.map((log) => log - Math.log(perReplicate)));
  }

  /** (Σ w)² / Σ w². */
  effectiveSampleSize(): number {
    const top = this.levels.reduce(
      (most, { logs }) => logs.reduce((a, b) => Math.max(a, b), most),
      Number.NEGATIVE_INFINITY,
    );
    if (top === Number.NEGATIVE_INFINITY) return 0;
    let [sum, squares] = [0, 0];
    for (const { logs } of this.levels) {
      for (const log of logs) {
        const weight = Math.exp(log - top);
        sum += weight;
        squares += weight * weight;
      }
    }
    return (sum * sum) / squares;
  }
}
