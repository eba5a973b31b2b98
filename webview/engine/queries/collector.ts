import { sizeOf } from '../batch';
import type { Element } from '../graph';
import { spreadOfAtoms, statesOfAtoms } from './atoms';
import type { SpreadBelief, StateBelief } from './belief';
import type { LogMoments } from './integrand';
import { joined } from './joined';
import type { NodeBlock } from './nodes';

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
