import type { NodeBlock } from './nodes';

/** A fall from a node to those beside it that leaves the peak between them unknown. */
const steepFall = 3;
/** A peak this far below the sum does not matter. */
const negligiblePeak = -20;

/** How high the integrand may be between the nodes of a line, at every point: where it falls steeply beside a node. */
export class HiddenPeaks {
  private readonly possible: Float64Array;

  constructor(
    points: number,
    private readonly spacing: number,
  ) {
    this.possible = new Float64Array(points).fill(Number.NEGATIVE_INFINITY);
  }

  add({ states, draws, logWeights, logTerms }: NodeBlock): void {
    if (logTerms === null) return;
    const { possible } = this;
    const nodes = states * draws;
    for (let p = 0; p < possible.length; p++) {
      for (let d = 0; d < states; d++) {
        let before = Number.NEGATIVE_INFINITY;
        let here = logTerms[p * nodes + d * draws]! + logWeights[d * draws]!;
        for (let c = 1; c <= draws; c++) {
          const n = d * draws + c;
          const after = c < draws ? logTerms[p * nodes + n]! + logWeights[n]! : Number.NEGATIVE_INFINITY;
          if (here > before && here >= after) {
            const low = Math.min(before, after);
            const fall = here - (low === Number.NEGATIVE_INFINITY ? Math.max(before, after) : low);
            if (fall > steepFall) possible[p] = Math.max(possible[p]!, here + 0.5 * fall);
          }
          before = here;
          here = after;
        }
      }
    }
  }

  /** @param log of the sum at a point, without the plan's scale */
  mayHide(point: number, log: number): boolean {
    return this.possible[point]! + Math.log(this.spacing) > log + negligiblePeak;
  }
}
