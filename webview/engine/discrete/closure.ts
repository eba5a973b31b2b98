import type { Element, Graph } from '../graph';
import type { Evidence } from '../queries/query';

/**
 * The elements that a question is about: targets, observed ones, and everything that they depend on, parents before children.
 * @throws Unanswerable where evidence names an element that the model does not have, or where they are too many
 */
export function closure(graph: Graph, targets: readonly Element[], evidence: Evidence): Element[] {
  const roots = new Set(targets);
  for (const key of evidence.keys()) roots.add(graph.byKey(key));
  const all = new Map(graph.ancestors(...roots).map((element) => [element.key, element]));
  for (const root of roots) all.set(root.key, root);
  return sorted(all);
}

function sorted(elements: ReadonlyMap<string, Element>): Element[] {
  const order: Element[] = [];
  const seen = new Set<string>();
  for (const root of elements.values()) {
    const stack = [{ element: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (seen.has(top.element.key)) {
        stack.pop();
        continue;
      }
      const parent = top.element.parents[top.next++];
      if (parent === undefined) {
        seen.add(top.element.key);
        order.push(top.element);
        stack.pop();
      } else if (!seen.has(parent)) {
        stack.push({ element: elements.get(parent)!, next: 0 });
      }
    }
  }
  return order;
}
