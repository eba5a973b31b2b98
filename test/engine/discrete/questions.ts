import type { Question } from '../../../webview/engine/discrete/network';
import type { Element, Graph } from '../../../webview/engine/graph';
import type { Evidence } from '../../../webview/engine/queries/query';
import { model } from '../models';
import { given } from '../plain';

/** What can be asked about a model, from its text. */
export function question(text: string): Question {
  const { numbers, graph } = given(model(text));
  return { given: numbers, graph };
}

/** The elements of some keys: `z`, `z[3]`. */
export function elements(graph: Graph, ...keys: string[]): Element[] {
  return keys.map((key) => {
    const [, name, index] = /^([^[]+)(?:\[(\d+)\])?$/.exec(key)!;
    return graph.element(name!, index === undefined ? null : Number(index));
  });
}

export function evidenceOf(entries: Readonly<Record<string, number>>): Evidence {
  return new Map(Object.entries(entries).map(([key, value]) => [key, Float64Array.of(value)]));
}
