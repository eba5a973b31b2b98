import type { Element, Graph } from '../engine/plan/graph';
import { closest } from '../language/syntax/didYouMean';
import type { Model, Variable } from '../model/model';
import { shortened } from '../model/quote';
import { meant } from './arguments';
import { badUsage } from './failure';
import { listed } from './values';

/** A variable as it was named: whole, or one element of a chain. */
export interface Named {
  /** As written. */
  readonly written: string;
  readonly variable: Variable;
  /** The elements it stands for: one, or all of a chain that is named whole. */
  readonly elements: readonly Element[];
  /** A chain named without an index. */
  readonly whole: boolean;
}

/**
 * Finds the variables of a list: `x`, `x[3]`, `x, y[2]`. The name of a chain stands for all of its elements.
 * @param where what named them, for messages: `--of`
 * @throws Failure where there is no such variable or element, or where one is named twice
 */
export function findNames(list: string, model: Model, graph: Graph, where: string): Named[] {
  const found = list.split(',').map((written) => findName(written.trim(), model, graph, where));
  const seen = new Set<Element>();
  for (const { elements } of found)
    for (const element of elements) {
      if (seen.has(element)) throw badUsage(`${where} names ${element.key} twice.`);
      seen.add(element);
    }
  return found;
}

/** @throws Failure where there is no such variable or element */
export function findName(written: string, model: Model, graph: Graph, where: string): Named {
  const shown = shortened(written);
  const parts = /^([^\s[\]]+)\s*(?:\[\s*(-?\d+)\s*\])?$/u.exec(written);
  if (parts === null) {
    const what = written === '' ? 'names no variable' : `has ${shown}, which is no name of a variable`;
    throw badUsage(`${where} ${what}; write a name such as x, or x[3] for an element of a chain.`);
  }
  const [, name, digits] = parts;
  const variable = model.structure.variables.find((each) => each.name === name);
  if (variable === undefined) throw badUsage(unknown(name!, model, where));
  if (digits === undefined)
    return { written, variable, elements: elementsOf(variable, graph), whole: variable.range !== null };
  const index = Number(digits);
  const { range } = variable;
  if (range === null) throw badUsage(`${where} has ${shown}, and ${variable.name} is no chain. ${numbersOf(variable)}`);
  if (index < range[0] || index > range[1])
    throw badUsage(`${where} has ${shown}, and ${variable.name} goes from ${range[0]} to ${range[1]}.`);
  return { written, variable, elements: [graph.element(variable.name, index)], whole: false };
}

/** All elements of a chain in their order, or the only one of a single variable. */
export function elementsOf({ name, range }: Variable, graph: Graph): Element[] {
  if (range === null) return [graph.element(name, null)];
  const [first, last] = range;
  return Array.from({ length: last - first + 1 }, (_, i) => graph.element(name, first + i));
}

/** The variables in the order of the text. */
export function inOrderOfText({ structure, statementSpans }: Model): Variable[] {
  const start = ({ name }: Variable) => statementSpans.get(name)?.[0]?.start ?? 0;
  return [...structure.variables].sort((a, b) => start(a) - start(b));
}

function numbersOf({ name, type }: Variable): string {
  return type.shape.length === 0 ? `It is a single variable: write ${name}.` : `It is asked as a whole: write ${name}.`;
}

function unknown(name: string, model: Model, where: string): string {
  const { params, lets, networks } = model.structure;
  const is = (list: readonly { readonly name: string }[]) => list.some((each) => each.name === name);
  const kind = is(params) ? 'a param' : is(lets) ? 'a let' : is(networks) ? 'a network' : null;
  const names = inOrderOfText(model).map((variable) => variable.name);
  const shown = listed(names);
  if (kind !== null)
    return `${where} has ${shortened(name)}, which is ${kind} and no random variable. Variables: ${shown}.`;
  return `${where} has ${shortened(name)}, and the model has no variable of that name.${meant(closest(name, names))} Variables: ${shown}.`;
}
