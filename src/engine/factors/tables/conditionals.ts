import type { Distribution } from '../../../model/model';
import { Scope } from '../../evaluate/expression';
import { checkLaw } from '../../evaluate/laws/checkLaw';
import type { States } from '../../evaluate/laws/discreteStates';
import { type Law, lawOf, logLikelihood, logMassesAt, massesAt, nodesOf, statesOf } from '../../evaluate/laws/law';
import type { Numbers } from '../../evaluate/numbers';
import { orNothing } from '../../math/logSum';
import type { Element } from '../../plan/graph';
import type { Batch } from '../../values/batch';
import { signatureOf } from './signature';
import { spreadStates } from './stateValues';

/** p(variable | its parents) over the states of both. */
export interface Conditional {
  readonly states: States;
  /** Joint states of the parents × states, row-major; each row sums to 1. */
  readonly values: Float64Array;
  /** Their logarithms, where some of them are 0 only because a double cannot hold them. */
  readonly logValues?: Float64Array;
}

/** Numbers in one table, at most. */
export const conditionalLimit = 2 ** 22;
/** Below it a double begins to lose digits. */
export const leastLog = -700;
/** What the sum of a row may lack for rounding, or for values that were left out. */
const roundingError = 1e-5;

/** All tables that one set of numbers gives, each made once: the elements of a chain share theirs. */
export class Conditionals {
  private readonly tables = new WeakMap<Distribution, Map<string, Conditional | null>>();
  private readonly laws = new WeakMap<Distribution, Map<string, Law>>();
  private readonly params = new Map<string, Batch>();
  private readonly interned = new Map<string, { readonly states: States; readonly id: number }>();
  private readonly ids = new WeakMap<States, number>();

  constructor(private readonly given: Numbers) {}

  /** The one value that an observed variable has. */
  observed(value: Float64Array): States {
    return this.intern({ count: 1, values: value, truncated: false });
  }

  /**
   * The conditional table of a discrete variable.
   * @param parents the states of its parents in their order
   * @param reach see `statesOf`
   * @returns null where there are too many states of it, or together with its parents
   * @throws Unanswerable where a parameter is outside of its domain
   */
  table(element: Element, parents: readonly States[], reach = 0): Conditional | null {
    const byKey = ofDistribution(this.tables, element.distribution);
    const key = `${reach}|${this.keyOf(element, parents)}`;
    let table = byKey.get(key);
    if (table === undefined) {
      table = this.newTable(element, parents, reach);
      byKey.set(key, table);
    }
    return table;
  }

  /**
   * log p of observed values given the parents' states, for elements that share a conditional.
   * @returns for each element joint states of the parents, row-major
   */
  logLikelihoods(
    elements: readonly Element[],
    parents: readonly (readonly States[])[],
    values: readonly Float64Array[],
  ): Float64Array[] {
    return elements.map((element, i) =>
      logLikelihood(this.law(element, parents[i]!), values[i]!, countOf(parents[i]!)).map(orNothing),
    );
  }

  private newTable(element: Element, parents: readonly States[], reach: number): Conditional | null {
    const nodes = countOf(parents);
    if (nodes > conditionalLimit) return null;
    const law = this.law(element, parents);
    const states = statesOf(law, reach);
    if (states === null || states.count * nodes > conditionalLimit) return null;
    const own = nodesOf(law);
    const values = new Float64Array(nodes * states.count);
    const rowAt = reach === 0 ? massesAt : logMassesAt;
    for (let n = 0; n < own; n++) values.set(rowAt(law, n, states.values), n * states.count);
    for (let n = own; n < nodes; n++) values.copyWithin(n * states.count, 0, states.count);
    return reach === 0 ? this.conditional(states, values) : this.farConditional(states, values);
  }

  /** From logarithms, which are kept where they say more than the numbers. */
  private farConditional(states: States, logs: Float64Array): Conditional {
    const made = this.conditional(states, logs.map(Math.exp));
    const lost = logs.some((log) => log < leastLog && log > Number.NEGATIVE_INFINITY);
    return lost ? { ...made, logValues: logs } : made;
  }

  private conditional(states: States, values: Float64Array): Conditional {
    const { count } = states;
    for (let start = 0; start < values.length; start += count) {
      let total = 0;
      for (let s = 0; s < count; s++) total += values[start + s]!;
      // Rounding is taken back: along a chain it would add up.
      if (Math.abs(total - 1) < roundingError) for (let s = 0; s < count; s++) values[start + s]! /= total;
    }
    return { states: this.intern(states), values };
  }

  /** @throws Unanswerable where a parameter is outside of its domain */
  private law(element: Element, parents: readonly States[]): Law {
    const byKey = ofDistribution(this.laws, element.distribution);
    const key = this.keyOf(element, parents);
    let law = byKey.get(key);
    if (law === undefined) {
      law = this.newLaw(element, parents);
      byKey.set(key, law);
    }
    return law;
  }

  private newLaw(element: Element, parents: readonly States[]): Law {
    const nodes = countOf(parents);
    const values = spreadStates(parents);
    const variables = new Map(
      element.parents.map((key, i) => [key, { nodes, size: values[i]!.length / nodes, data: values[i]! }]),
    );
    const scope = new Scope(this.given, this.params, variables);
    const law = lawOf(element.distribution, scope, element.loops);
    checkLaw(law, element.key, this.given.faults);
    return law;
  }

  private keyOf(element: Element, parents: readonly States[]): string {
    let ids = '';
    for (const states of parents) ids += `${this.ids.get(states) ?? this.ids.get(this.intern(states))!},`;
    return `${ids}|${signatureOf(element, this.given.program, this.given.numbers)}`;
  }

  /** The first states of the same values: tables are shared by them. */
  private intern(states: States): States {
    const key = `${states.count} ${states.truncated} ${states.values.join()}`;
    let known = this.interned.get(key);
    if (known === undefined) {
      known = { states, id: this.interned.size };
      this.interned.set(key, known);
    }
    this.ids.set(known.states, known.id);
    this.ids.set(states, known.id);
    return known.states;
  }
}

const conditionalsOf = new WeakMap<Numbers, Conditionals>();

/** The tables of one set of numbers. */
export function conditionalsFor(given: Numbers): Conditionals {
  let conditionals = conditionalsOf.get(given);
  if (conditionals === undefined) {
    conditionals = new Conditionals(given);
    conditionalsOf.set(given, conditionals);
  }
  return conditionals;
}

function ofDistribution<T>(cache: WeakMap<Distribution, Map<string, T>>, distribution: Distribution): Map<string, T> {
  let own = cache.get(distribution);
  if (own === undefined) {
    own = new Map();
    cache.set(distribution, own);
  }
  return own;
}

function countOf(states: readonly States[]): number {
  return states.reduce((product, { count }) => product * count, 1);
}
