import type { Choice, Components } from '../../src/engine/api/preview';
import { children } from '../../src/model/children';
import { loopsAt } from '../../src/model/loops';
import type { Expr } from '../../src/model/model';
import { chosenRow } from './chosenRow';
import { definitionOf, familyOf } from './conditional';
import { evaluateIndex } from './evaluateIndex';
import { statesOf } from './grips';
import type { Reading } from './reading';

/**
 * The component that some literals of the text belong to: the only one whose conditional is written with any of them.
 *
 * @param slots of the literals
 * @returns its place among the components; null where none or several have them
 */
export function componentOfSlots(
  slots: readonly number[],
  choice: Choice,
  { items, of }: Pick<Components, 'items' | 'of'>,
  reading: Omit<Reading, 'states' | 'loops'>,
): number | null {
  if (slots.length === 0) return null;
  const having = items.flatMap(({ values }, component) => {
    const own = conditionalSlots(choice, statesOf(of, values), reading);
    return slots.some((slot) => own.has(slot)) ? [component] : [];
  });
  return having.length === 1 ? having[0]! : null;
}

/** The literals that the conditional of a variable is written with where the variables that choose its component have given values. */
function conditionalSlots(
  choice: Choice,
  states: ReadonlyMap<string, number>,
  reading: Omit<Reading, 'states' | 'loops'>,
): ReadonlySet<number> {
  const definition = definitionOf(reading.structure, choice.variable, choice.index);
  if (definition === null) return new Set();
  const loops = loopsAt(definition, choice.index);
  const own: Reading = { ...reading, states, loops };
  const path = choice.coordinate === null ? [] : [choice.coordinate - 1];
  const found = familyOf(definition.distribution, path, own);
  return new Set(found === null ? [] : Object.values(found.call.args).flatMap((arg) => slotsIn(arg, found.path, own)));
}

/** The literals in the value of an expression, as far as the states decide which; a network's belong to no component. */
function slotsIn(expr: Expr, path: readonly number[], reading: Reading): readonly number[] {
  const { structure } = reading;
  switch (expr.op) {
    case 'number':
      return [expr.slot];
    case 'param':
    case 'let': {
      const named = (expr.op === 'param' ? structure.params : structure.lets).find(({ name }) => name === expr.name);
      return named === undefined ? [] : slotsIn(named.value, path, reading);
    }
    case 'vector': {
      const [first, ...rest] = path;
      if (first === undefined) return expr.items.flatMap((item) => slotsIn(item, [], reading));
      const item = expr.items[first];
      return item === undefined ? [] : slotsIn(item, rest, reading);
    }
    case 'index': {
      const index = evaluateIndex(expr.index, reading);
      return index === null ? [] : slotsIn(expr.base, [index - 1, ...path], reading);
    }
    case 'table': {
      const row = chosenRow(expr, reading);
      return row === null ? [] : slotsIn(row, path, reading);
    }
    case 'network':
    case 'dense':
      return [];
    case 'call':
      // What a function does with the places of its arguments is its own.
      return expr.args.flatMap((arg) => slotsIn(arg, [], reading));
    default:
      return children(expr).flatMap((child) => slotsIn(child, path, reading));
  }
}
