import type { NodeBlock } from './nodes';
import { maybeZero } from './windows';

/**
 * Points at which no node has any probability: whether there may be some between them, or beyond, by how far what is known lies outside of the
 * supports of its distributions.
 */
export class HiddenHits {
  /** For every point its distances at the nodes of each joint state; null where some node has probability. */
  private readonly distances: (Float64Array | null)[];
  /** Whether something lies just as far outside at all nodes seen: then it does anywhere. */
  private readonly constants: (Float64Array | null)[];
  private readonly draws: number;

  /** @param places of the nodes of a line; null where they lie in a plane */
  constructor(
    points: number,
    private readonly states: number,
    private readonly places: Float64Array | null,
  ) {
    this.draws = places?.length ?? 0;
    this.distances = Array.from({ length: points }, () => new Float64Array(states * this.draws));
    this.constants = new Array<Float64Array | null>(points).fill(null);
  }

  add(block: NodeBlock): void {
    const { logWeights, logTerms, firstState, firstDraw, draws } = block;
    const nodes = logWeights.length;
    this.distances.forEach((distance, p) => {
      if (distance === null) return;
      for (let n = 0; n < nodes; n++) {
        if (logWeights[n]! + (logTerms?.[p * nodes + n] ?? 0) === Number.NEGATIVE_INFINITY) continue;
        this.distances[p] = null;
        return;
      }
      const outside = block.outside(p);
      const before = this.constants[p] ?? Float64Array.from(outside, (own) => own[0]!);
      this.constants[p] = before.map((each, k) => (outside[k]!.every((own) => own === each) ? each : 0));
      if (this.places === null) return;
      for (const own of outside) {
        own.forEach((each, n) => {
          distance[(firstState + Math.floor(n / draws)) * this.draws + firstDraw + (n % draws)]! += Math.abs(each);
        });
      }
    });
  }

  /** Only of points at which nothing was found. */
  mayBe(point: number): boolean {
    const distance = this.distances[point];
    if (distance == null || this.constants[point]?.some((each) => each !== 0)) return false;
    const { places, draws } = this;
    if (places === null) return true;
    return Array.from({ length: this.states }, (_, d) => distance.subarray(d * draws, (d + 1) * draws)).some(
      (own) => maybeZero(places, own, furthest).length > 0,
    );
  }
}

/** How far beyond the nodes of a line there is still a number to be had. */
const furthest = 30;
