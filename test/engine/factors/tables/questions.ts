import type { Evidence } from '../../../../src/engine/api/query';
import type { Numbers } from '../../../../src/engine/evaluate/numbers';
import type { Element, Graph } from '../../../../src/engine/plan/graph';
import { model } from '../../models';
import { given } from '../../plain';

export interface Question {
  readonly given: Numbers;
  readonly graph: Graph;
}

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

/** Everything that a question is about: targets, evidence, and what they depend on. */
export function closureOf({ graph }: Question, targets: readonly Element[], evidence: Evidence): Element[] {
  return graph.closure([...targets, ...Array.from(evidence.keys(), (key) => graph.byKey(key))]);
}
