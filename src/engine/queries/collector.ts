import type { LogMoments } from '../integrate/integrand';
import type { NodeBlock } from '../integrate/nodes';
import { joined } from '../math/joined';
import type { Element } from '../plan/graph';
import { sizeOf } from '../values/shape';
import { spreadOfAtoms, statesOfAtoms } from './atoms';
import type { SpreadBelief, StateBelief } from './belief';

/** Gathers what is wanted of an element at the nodes of a part, block by block. */
export interface Collector {
  add(block: NodeBlock): void;
  /** @param weights of all nodes so far in the order in which they came, summing to 1; all 0 where the evidence is impossible */
  belief(weights: Float64Array): StateBelief | SpreadBelief;
}

/** The absolute moments of an element that has a value at every node. */
export function valueMoments({ key }: Element): LogMoments {
  return ({ values, states, draws }) => {
    const { nodes, size, data } = values.get(key)!;
    const count = states * draws;
    const [first, second] = [new Float64Array(count), new Float64Array(count)];
    for (let n = 0; n < count; n++) {
      const at = nodes === 1 ? 0 : n * size;
      let [sum, squares] = [0, 0];
      for (let j = 0; j < size; j++) {
        sum += Math.abs(data[at + j]!);
        squares += data[at + j]! ** 2;
      }
      first[n] = Math.log(sum);
      // The square of a large number is none.
      second[n] = squares < Number.POSITIVE_INFINITY ? Math.log(squares) : 2 * Math.log(sum);
    }
    return [first, second];
  };
}

/** Gathers an element that has a value at every node. */
export class ValueCollector implements Collector {
  private readonly parts: Float64Array[] = [];

  constructor(private readonly element: Element) {}

  add({ values, states, draws }: NodeBlock): void {
    const { nodes, size, data } = values.get(this.element.key)!;
    const length = states * draws * size;
    this.parts.push(nodes === 1 ? Float64Array.from({ length }, (_, i) => data[i % size]!) : data);
  }

  belief(weights: Float64Array): StateBelief | SpreadBelief {
    const atoms = { size: sizeOf(this.element.variable.type.shape), values: joined(this.parts), weights };
    return this.element.discrete ? statesOfAtoms(atoms) : spreadOfAtoms(atoms);
  }
}

/** Quantiles of one coordinate from its values and their weights at all nodes in their order, and how far their probabilities may be off. */
export type Quantiles = (
  values: Float64Array,
  weights: Float64Array,
) => { readonly quantiles: Float64Array; readonly error: number };

/** The same on the nodes of a cubature, panel by panel, where quantiles need no straight lines between nodes. */
export class SmoothCollector implements Collector {
  private readonly values: Float64Array;
  /** Where each node that came belongs: joint state · nodes of the cubature + node. */
  private readonly place: Int32Array;
  private came = 0;

  constructor(
    private readonly element: Element,
    states: number,
    private readonly nodes: number,
    private readonly quantilesOf: Quantiles,
  ) {
    this.values = new Float64Array(states * nodes * sizeOf(element.variable.type.shape));
    this.place = new Int32Array(states * nodes);
  }

  add({ values, firstState, states, firstDraw, draws }: NodeBlock): void {
    const value = values.get(this.element.key)!;
    for (let d = 0; d < states; d++) {
      for (let c = 0; c < draws; c++) {
        const place = (firstState + d) * this.nodes + firstDraw + c;
        const from = value.nodes === 1 ? 0 : (d * draws + c) * value.size;
        this.values.set(value.data.subarray(from, from + value.size), place * value.size);
        this.place[this.came++] = place;
      }
    }
  }

  belief(weights: Float64Array): SpreadBelief {
    const size = sizeOf(this.element.variable.type.shape);
    const inOrder = new Float64Array(weights.length);
    weights.forEach((weight, i) => {
      inOrder[this.place[i]!] = weight;
    });
    const atoms = { size, values: this.values, weights: inOrder };
    if (!weights.some((weight) => weight > 0)) return spreadOfAtoms(atoms);
    const found = Array.from({ length: size }, (_, j) =>
      this.quantilesOf(
        inOrder.map((_, i) => this.values[i * size + j]!),
        inOrder,
      ),
    );
    return {
      ...spreadOfAtoms(
        atoms,
        found.map(({ quantiles }) => quantiles),
      ),
      quantileError: found.reduce((most, { error }) => Math.max(most, error), 0),
    };
  }
}
