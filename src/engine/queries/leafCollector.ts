import { Unanswerable } from '../api/unanswerable';
import { checkLaw } from '../evaluate/laws/checkLaw';
import { baseDimensions } from '../evaluate/laws/coordinates';
import { draw } from '../evaluate/laws/draw';
import { type Law, lawOf, massesAt, nodesOf, statesOf } from '../evaluate/laws/law';
import { addCovarianceAt, type Component, componentAt, meanAt } from '../evaluate/laws/moments';
import { leniencyOf } from '../integrate/atNodes';
import type { LogMoments } from '../integrate/integrand';
import type { NodeBlock } from '../integrate/nodes';
import { joined } from '../math/joined';
import type { Element } from '../plan/graph';
import { Column } from '../sampling/columns';
import { hash, uniforms } from '../sampling/random';
import { sizeOf } from '../values/shape';
import { addMoments, weightedQuantiles } from './atoms';
import type { SpreadBelief, StateBelief } from './belief';
import type { Collector } from './collector';
import { componentDensity } from './componentDensity';
import { mixtureQuantiles } from './mixture';
import { smoothedDensity } from './smoothedDensity';

/**
 * Gathers an element below the part, on which no evidence depends: it needs no values at the nodes, being a mixture of its
 * conditionals there.
 * @param exact whether the nodes are few enough for exact quantiles; otherwise there is a draw at each
 */
export function leafCollector(element: Element, dimensions: number, exact: boolean, seed: number): Collector {
  return element.discrete ? new LeafStates(element, dimensions) : new LeafSpread(element, dimensions, exact, seed);
}

/** Nodes up to which quantiles of a mixture of conditionals are exact. */
export const exactLimit = 8192;

/** Sums of terms with logarithmic weights, taken in one block after another. */
class RunningWeights {
  private top = Number.NEGATIVE_INFINITY;

  /**
   * @param rescale multiplies what was summed so far
   * @returns the weights of the block's nodes in the scale of the sums from now on
   */
  next(logWeights: Float64Array, rescale: (factor: number) => void): Float64Array {
    const highest = logWeights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (highest > this.top) {
      rescale(this.top === Number.NEGATIVE_INFINITY ? 0 : Math.exp(this.top - highest));
      this.top = highest;
    }
    if (this.top === Number.NEGATIVE_INFINITY) return new Float64Array(logWeights.length);
    return logWeights.map((log) => Math.exp(log - this.top));
  }
}

class LeafStates implements Collector {
  private readonly weights = new RunningWeights();
  private readonly masses = new Map<string, { readonly value: readonly number[]; mass: number }>();

  constructor(
    private readonly element: Element,
    private readonly dimensions: number,
  ) {}

  add(block: NodeBlock): void {
    const { element, masses } = this;
    const law = checkedLaw(element, this.dimensions, block);
    const states = statesOf(law);
    if (states === null)
      throw new Unanswerable(`${element.key} takes too many values to give each of them its probability.`);
    const weights = this.weights.next(block.logWeights, (factor) => {
      for (const each of masses.values()) each.mass *= factor;
    });
    const size = sizeOf(element.variable.type.shape);
    const sums = new Float64Array(states.count);
    const own = nodesOf(law);
    const whole = own === 1 ? weights.reduce((a, b) => a + b, 0) : 0;
    for (let n = 0; n < own; n++) {
      const weight = own === 1 ? whole : weights[n]!;
      if (!(weight > 0)) continue;
      massesAt(law, n, states.values).forEach((mass, s) => {
        if (mass > 0) sums[s]! += weight * mass;
      });
    }
    sums.forEach((mass, s) => {
      const value = Array.from(states.values.subarray(s * size, (s + 1) * size));
      const key = value.join();
      const entry = masses.get(key);
      if (entry === undefined) masses.set(key, { value, mass });
      else entry.mass += mass;
    });
  }

  belief(): StateBelief {
    const states = [...this.masses.values()].sort((a, b) => compare(a.value, b.value));
    const total = states.reduce((sum, { mass }) => sum + mass, 0);
    return {
      kind: 'states',
      values: Float64Array.from(states.flatMap(({ value }) => value)),
      probabilities: Float64Array.from(states, ({ mass }) => (total > 0 ? mass / total : 0)),
    };
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return a[j]! - b[j]!;
  return 0;
}

class LeafSpread implements Collector {
  private readonly size: number;
  private readonly weights = new RunningWeights();
  private readonly means: Float64Array[] = [];
  /** Σ of weight × covariance within the nodes. */
  private readonly within: Float64Array;
  private mass = 0;
  /** For each coordinate the distribution at every node, where quantiles are exact. */
  private readonly components: Component[][];
  private readonly draws: Float64Array[] = [];

  constructor(
    private readonly element: Element,
    private readonly dimensions: number,
    private readonly exact: boolean,
    private readonly seed: number,
  ) {
    this.size = sizeOf(element.variable.type.shape);
    this.within = new Float64Array(this.size ** 2);
    this.components = Array.from({ length: this.size }, () => []);
  }

  add(block: NodeBlock): void {
    const { size, within } = this;
    const law = checkedLaw(this.element, this.dimensions, block);
    const weights = this.weights.next(block.logWeights, (factor) => {
      for (let i = 0; i < within.length; i++) within[i]! *= factor;
      this.mass *= factor;
    });
    const nodes = weights.length;
    const means = new Float64Array(nodes * size);
    for (let n = 0; n < nodes; n++) {
      meanAt(law, n, means.subarray(n * size, (n + 1) * size));
      this.mass += weights[n]!;
      if (weights[n]! > 0) addCovarianceAt(law, n, weights[n]!, within);
      if (this.exact) for (let j = 0; j < size; j++) this.components[j]!.push(componentAt(law, n, j));
    }
    this.means.push(means);
    if (!this.exact) this.draws.push(this.drawn(law, nodes));
  }

  private drawn(law: Law, nodes: number): Float64Array {
    const block = this.draws.length;
    const columns = Array.from({ length: baseDimensions(this.element.distribution) }, (_, j) =>
      Column.fromUniforms(uniforms(hash(`leaf|${this.seed}|${this.element.place}|${j}|${block}`), nodes)),
    );
    return draw(law, nodes, columns);
  }

  belief(weights: Float64Array): SpreadBelief {
    const { size } = this;
    const mean = new Float64Array(size);
    const covariance = this.within.map((sum) => sum / this.mass);
    addMoments({ size, values: joined(this.means), weights }, mean, covariance);
    const draws = joined(this.draws);
    const quantiles = Array.from({ length: size }, (_, j) => {
      const own = this.components[j]!;
      if (!this.exact)
        return weightedQuantiles(
          Float64Array.from(weights, (_, i) => draws[i * size + j]!),
          weights,
        );
      return mixtureQuantiles({
        weights,
        cdf: (i, x) => own[i]!.family.cdf(x, own[i]!.parameters),
        quantile: (i, u) => own[i]!.family.quantile(u, own[i]!.parameters),
      });
    });
    return {
      kind: 'spread',
      mean,
      covariance,
      quantiles,
      // 95 of 100 shares of independent draws lie within 1.96 standard errors, each at most ½ / √n.
      ...(this.exact ? {} : { quantileError: 0.98 * Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)) }),
      logDensity: (j, x) =>
        this.exact
          ? { logs: componentDensity(this.components[j]!, weights, x), errors: null, smoothed: false }
          : smoothedDensity(
              weights.map((_, i) => draws[i * size + j]!),
              weights,
              x,
            ),
    };
  }
}

/** The absolute moments of an element below all nodes, by its conditionals there. */
export function leafMoments(element: Element, dimensions: number): LogMoments {
  const size = sizeOf(element.variable.type.shape);
  return (block) => {
    const law = checkedLaw(element, dimensions, block);
    const count = block.logWeights.length;
    const [first, second] = [new Float64Array(count), new Float64Array(count)];
    const [mean, covariance] = [new Float64Array(size), new Float64Array(size * size)];
    for (let n = 0; n < count; n++) {
      meanAt(law, n, mean);
      covariance.fill(0);
      addCovarianceAt(law, n, 1, covariance);
      let [sum, squares] = [0, 0];
      for (let j = 0; j < size; j++) {
        sum += Math.abs(mean[j]!);
        squares += mean[j]! ** 2 + covariance[j * size + j]!;
      }
      first[n] = Math.log(sum);
      second[n] = Math.log(squares);
    }
    return [first, second];
  };
}

/** @throws Unanswerable where a parameter is outside of its domain at more than a few nodes */
function checkedLaw(element: Element, dimensions: number, { scope, logWeights }: NodeBlock): Law {
  const law = lawOf(element.distribution, scope, element.loops);
  const block = { firstState: 0, states: 1, columns: [], draws: 1, logWeights: null, mass: null };
  checkLaw(law, element.key, scope.given.faults, leniencyOf({ dimensions }, block, logWeights));
  return law;
}
