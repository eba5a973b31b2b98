import type { Bars, Preview } from '../../src/engine/api/preview';
import type { Structure } from '../../src/model/model';
import { componentOfSlots } from './componentOfSlots';
import { sharesOf } from './shares';

/** What of the pictures some literals of the text set, they alone. */
export interface Written {
  /** Among the components of the observed variable, by its place. */
  readonly component: number | null;
  /** Of the discrete prior, the value. */
  readonly state: number | null;
}

const nothingWritten: Written = { component: null, state: null };

/**
 * The component, and the value of the discrete prior that goes with it, that literals of the text stand for: parameters of one
 * component's conditional, or its weight.
 */
export function writtenWith(
  slots: readonly number[],
  observed: Preview['observed'],
  prior: Preview['prior'],
  structure: Structure,
  numbers: readonly number[],
): Written {
  if (slots.length === 0) return nothingWritten;
  const bars = prior?.kind === 'bars' ? prior : null;
  const weight = bars === null ? null : stateOfSlots(slots, bars, structure, numbers);
  if (observed.kind === 'plane' || observed.components.kind !== 'categories') return { component: null, state: weight };
  const { items, of } = observed.components;
  const together = of === bars?.choice.label;
  if (weight !== null) {
    const found = together ? items.findIndex(({ values }) => values[0] === weight) : -1;
    return { component: found < 0 ? null : found, state: weight };
  }
  const component = componentOfSlots(slots, observed.choice, observed.components, { structure, numbers });
  return { component, state: together && component !== null ? (items[component]?.values[0] ?? null) : null };
}

/** The value of a discrete prior whose probability the literals set; null where that is none, or several. */
function stateOfSlots(
  slots: readonly number[],
  { choice, values }: Bars,
  structure: Structure,
  numbers: readonly number[],
): number | null {
  const shares = sharesOf(choice, { structure, numbers }, values.length);
  if (shares === null) return null;
  // A probability is that of `true`, the second of the two.
  if (shares.kind === 'probability') return slots.includes(shares.literal.slot) ? (values[1] ?? null) : null;
  const states = shares.literals.flatMap(({ slot }, k) => (slots.includes(slot) ? [k] : []));
  return states.length === 1 ? (values[states[0]!] ?? null) : null;
}
