import type { Projected } from '../factors/gaussian/projection';
import { normal } from '../families/normal';
import type { LogMoments } from '../integrate/integrand';
import { lineQuantiles, smearedLineQuantiles } from '../integrate/lineQuantiles';
import type { NodeBlock } from '../integrate/nodes';
import { joined } from '../math/joined';
import { normalQuantile } from '../math/normalQuantile';
import type { Element } from '../plan/graph';
import { hash, uniforms } from '../sampling/random';
import { sizeOf } from '../values/shape';
import { addMoments, weightedQuantiles } from './atoms';
import type { SpreadBelief } from './belief';
import type { Collector } from './collector';
import { componentDensity } from './componentDensity';
import { normalMixtureQuantiles } from './mixture';
import { smoothedDensity } from './smoothedDensity';

/** How quantiles come from nodes: between those of a line, as a mixture of Normals, or by a draw from each of these. */
export type Quantiles = 'line' | 'mixture' | 'draws';

/**
 * Gathers one of the elements that a plan has projected: given the numbers of a node it is Normal, about a mean that goes straight with these and
 * with a covariance of its joint state.
 */
export class ProjectedCollector implements Collector {
  private readonly size: number;
  private readonly means: Float64Array[] = [];
  /** The joint state of every node, and its place among all nodes: joint state · nodes + node. */
  private readonly states: Float64Array[] = [];
  private readonly places: Float64Array[] = [];

  /** @param nodes for each joint state; 0 where they come from draws, of which more may follow */
  constructor(
    private readonly element: Element,
    private readonly projected: Projected,
    private readonly nodes: number,
    private readonly quantiles: Quantiles,
    private readonly seed: number,
  ) {
    this.size = sizeOf(element.variable.type.shape);
  }

  add({ projectedMeans, firstState, firstDraw, states, draws }: NodeBlock): void {
    this.means.push(projectedMeans!.data);
    const state = Float64Array.from({ length: states * draws }, (_, n) => firstState + Math.floor(n / draws));
    this.states.push(state);
    this.places.push(state.map((each, n) => each * this.nodes + firstDraw + (n % draws)));
  }

  belief(weights: Float64Array): SpreadBelief {
    const { size } = this;
    const values = joined(this.means);
    const states = joined(this.states);
    const mean = new Float64Array(size);
    const covariance = new Float64Array(size * size);
    addMoments({ size, values, weights }, mean, covariance);
    const shares = new Float64Array(this.projected.states.length);
    states.forEach((state, n) => {
      shares[state]! += weights[n]!;
    });
    this.projected.states.forEach((state, d) => {
      if (state === null || shares[d] === 0) return;
      for (let j = 0; j < size * size; j++) covariance[j]! += shares[d]! * state.wanted!.covariance[j]!;
    });
    const isPossible = weights.some((weight) => weight > 0);
    /** Coordinates of a symmetric vector are alike. */
    const known = new Map<string, Float64Array>();
    const quantiles = Array.from({ length: size }, (_, j) => {
      const sd = this.projected.states.map((state) => (state === null ? 1 : this.sdOf(state.wanted!.covariance, j)));
      const own = weights.map((_, n) => values[n * size + j]!);
      if (!isPossible || this.quantiles === 'draws') return this.drawnQuantiles(own, states, sd, weights, j);
      const name = this.lawOf(j);
      let found = known.get(name);
      if (found === undefined) {
        found = this.exactQuantiles(own, states, sd, weights);
        known.set(name, found);
      }
      return found;
    });
    return {
      kind: 'spread',
      mean,
      covariance,
      quantiles,
      logDensity: (j, x) => {
        const sd = Array.from(states, (d) => this.sdOf(this.projected.states[d]?.wanted?.covariance ?? covariance, j));
        const own = weights.map((_, n) => values[n * size + j]!);
        if (sd.some((each) => each === 0)) return smoothedDensity(own, weights, x);
        const components = Array.from(own, (center, n) => ({ family: normal, parameters: [center, sd[n]!] }));
        return { logs: componentDensity(components, weights, x), errors: null, smoothed: false };
      },
    };
  }

  /** Equal for coordinates that are distributed alike at every node. */
  private lawOf(j: number): string {
    return this.projected.states
      .map((state) => {
        if (state === null) return '';
        const { constant, root, covariance } = state.wanted!;
        const along = root.subarray(j * state.rank, (j + 1) * state.rank);
        return [constant[j], ...along, covariance[j * this.size + j]].join();
      })
      .join('|');
  }

  private sdOf(covariance: Float64Array, j: number): number {
    return Math.sqrt(Math.max(0, covariance[j * this.size + j]!));
  }

  private exactQuantiles(
    means: Float64Array,
    states: Float64Array,
    sd: readonly number[],
    weights: Float64Array,
  ): Float64Array {
    if (sd.every((each) => each === 0) && this.quantiles === 'mixture') return weightedQuantiles(means, weights);
    if (this.quantiles === 'mixture') {
      return normalMixtureQuantiles(
        weights,
        means,
        Float64Array.from(states, (d) => sd[d]!),
      );
    }
    const places = joined(this.places);
    const [ownMeans, ownWeights] = [new Float64Array(weights.length), new Float64Array(weights.length)];
    places.forEach((place, n) => {
      ownMeans[place] = means[n]!;
      ownWeights[place] = weights[n]!;
    });
    if (sd.every((each) => each === 0)) return lineQuantiles(ownMeans, ownWeights);
    // What is certain in some states only has so little spread there that it does not show.
    const least = 1e-9 * Math.max(...sd);
    return smearedLineQuantiles(
      ownMeans,
      Float64Array.from(sd, (each) => Math.max(each, least)),
      ownWeights,
    );
  }

  private drawnQuantiles(
    means: Float64Array,
    states: Float64Array,
    sd: readonly number[],
    weights: Float64Array,
    j: number,
  ): Float64Array {
    const own = uniforms(hash(`projected|${this.seed}|${this.element.place}|${j}`), means.length);
    return weightedQuantiles(
      means.map((mean, n) => mean + sd[states[n]!]! * normalQuantile(own[n]!)),
      weights,
    );
  }
}

/** Of each node log Σ |mean| and log Σ E z² over the element's coordinates. */
export function projectedMoments(element: Element, { states }: Projected): LogMoments {
  const size = sizeOf(element.variable.type.shape);
  const variance = states.map((state) => {
    let sum = 0;
    for (let j = 0; j < size && state !== null; j++) sum += state.wanted!.covariance[j * size + j]!;
    return sum;
  });
  return ({ projectedMeans, firstState, states: count, draws }) => {
    const nodes = count * draws;
    const [first, second] = [new Float64Array(nodes), new Float64Array(nodes)];
    for (let n = 0; n < nodes; n++) {
      let [sum, squares] = [0, variance[firstState + Math.floor(n / draws)]!];
      for (let j = 0; j < size; j++) {
        const mean = projectedMeans!.data[n * size + j]!;
        sum += Math.abs(mean);
        squares += mean * mean;
      }
      first[n] = Math.log(sum);
      second[n] = Math.log(squares);
    }
    return [first, second];
  };
}
