import { Unanswerable } from '../api/unanswerable';
import type { Numbers } from '../evaluate/numbers';
import { type Conditional, conditionalsFor } from '../factors/tables/conditionals';
import { cumulative } from '../factors/tables/cumulative';
import type { Element } from '../plan/graph';
import type { Column } from './columns';

/** Joint states of the parents, at most: of more, few would be drawn. */
const rowLimit = 4096;

/** Draws of one variable by the places of their states. */
interface Drawn {
  readonly table: Conditional;
  readonly places: Int32Array;
}

/**
 * Ancestral draws of discrete variables by looking into their conditional tables, which the elements of a chain share: many times faster than
 * evaluating the distribution at every draw, and the same draws.
 */
export class TableDraws {
  private readonly drawn = new Map<string, Drawn>();

  constructor(private readonly given: Numbers) {}

  /**
   * Draws an element given the draws of its parents.
   * @returns false where its distribution must be evaluated: it, or a parent, has no table
   */
  draw(element: Element, count: number, column: () => Column): boolean {
    if (!element.discrete || element.deterministic || element.variable.type.shape.length > 0) return false;
    const parents: Drawn[] = [];
    let rows = 1;
    for (const key of element.parents) {
      const parent = this.drawn.get(key);
      if (parent === undefined) return false;
      parents.push(parent);
      rows *= parent.table.states.count;
    }
    const table = rows > rowLimit ? null : this.table(element, parents);
    // Draws of what a table leaves out must stay possible.
    if (table === null || table.states.truncated) return false;
    const places = placesOf(table, parents, column().uniform, count);
    this.drawn.set(element.key, { table, places });
    return true;
  }

  /** The values that an element was drawn with; null where it was not drawn here. */
  values(key: string): Float64Array | null {
    const drawn = this.drawn.get(key);
    if (drawn === undefined) return null;
    const { places, table } = drawn;
    const values = new Float64Array(places.length);
    for (let i = 0; i < values.length; i++) values[i] = table.states.values[places[i]!]!;
    return values;
  }

  /** A row that is invalid is none of this table's business as long as it is not drawn. */
  private table(element: Element, parents: readonly Drawn[]): Conditional | null {
    try {
      return conditionalsFor(this.given).table(
        element,
        parents.map(({ table }) => table.states),
      );
    } catch (error) {
      if (error instanceof Unanswerable) return null;
      throw error;
    }
  }
}

function placesOf(table: Conditional, parents: readonly Drawn[], uniform: Float64Array, count: number): Int32Array {
  const places = new Int32Array(count);
  // First the row of the table, then the place in it.
  for (const parent of parents) {
    const states = parent.table.states.count;
    const drawn = parent.places;
    for (let i = 0; i < count; i++) places[i] = places[i]! * states + drawn[i]!;
  }
  cumulative(table).draw(places, uniform);
  return places;
}
