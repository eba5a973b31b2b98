import { sizeOf } from '../batch';
import type { Element } from '../graph';
import { spreadOfAtoms, statesOfAtoms } from './atoms';
import type { SpreadBelief, StateBelief } from './belief';
import { joined } from './joined';
import type { NodeBlock } from './nodes';

/** Gathers what is wanted of an element at the nodes of a part, block by block. */
export interface Collector {
  add(block: NodeBlock): void;
  /** @param weights of all nodes so far in the order in which they came, summing to 1; all 0 where the evidence is impossible */
  belief(weights: Float64Array): StateBelief | SpreadBelief;
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
