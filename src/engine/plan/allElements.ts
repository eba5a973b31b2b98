import type { Inquiry } from '../api/query';
import type { Element } from './graph';

/** Every variable, and every element of every chain, in the order of the model. */
export function allElements({ given, graph }: Pick<Inquiry, 'given' | 'graph'>): Element[] {
  return given.program.structure.variables.flatMap(({ name, range }) => {
    if (range === null) return [graph.element(name, null)];
    return Array.from({ length: range[1] - range[0] + 1 }, (_, i) => graph.element(name, range[0] + i));
  });
}
