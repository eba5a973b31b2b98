import { type Known, knownAt } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { planNodes } from '../../../src/engine/plan/planPart';
import { inquire } from './inquire';

/** The part of a query that has unknown elements, planned by nodes. */
export function plannedByNodes(
  text: string,
  values: Readonly<Record<string, number | readonly number[]>>,
  wanted: readonly string[] = [],
  draws?: number,
) {
  const inquiry = inquire(text, draws);
  const { given, graph } = inquiry;
  const known = new Map(
    Object.entries(values).map(([key, value]): [string, Known] => {
      const element = graph.byKey(key);
      const numbers = Float64Array.from([value].flat());
      return [key, knownAt(element, numbers, numbers.length / Math.max(1, ...element.variable.type.shape))];
    }),
  );
  const elements = [...Object.keys(values), ...wanted].map((key) => graph.byKey(key));
  const closure = closureOf(graph, elements);
  const part = partsOf(closure, known, null).find(({ free }) => free.length > 0)!;
  const plan = planNodes(given, part, known, new Set(wanted.map((key) => graph.byKey(key))));
  return { inquiry, given, graph, known, closure, part, plan };
}
