import { children } from '../../src/model/children';
import { expressionsOf } from '../../src/model/expressionsOf';
import { families } from '../../src/model/families';
import type { Distribution, Expr, FamilyCall } from '../../src/model/model';
import { alternatives } from './alternatives';
import type { Bond } from './bonds';
import { anything, both, domainLimits, type Limits, paramLimits, smallestPositive } from './limits';
import type { Reading } from './reading';

/** What a literal must keep to. */
export interface Demand {
  readonly limits: Limits;
  /** With which others; null for a number by itself. */
  readonly bond: Bond | null;
}

export const noDemand: Demand = { limits: anything, bond: null };

/**
 * By slot, what the domains of params and the parameters of distributions demand of the literals that stand directly for them: as a number or an
 * entry of a vector, behind names, indices and tables. What a number inside of an expression may be, the expression decides; its text only keeps some
 * from changing their sign.
 */
export function demandsOf(reading: Reading): ReadonlyMap<number, Demand> {
  const demands = new Demands(reading);
  const { params, lets, networks, variables } = reading.structure;
  for (const param of params) demands.take(param.value, paramLimits(param, reading), param.domain);
  const distributions = variables.flatMap(({ definitions }) => definitions.map(({ distribution }) => distribution));
  for (const distribution of distributions) demands.distribution(distribution);
  for (const { value } of [...params, ...lets]) demands.signs(value);
  for (const { body } of networks) demands.signs(body);
  for (const expr of distributions.flatMap(expressionsOf)) demands.signs(expr);
  return demands.bySlot;
}

class Demands {
  readonly bySlot = new Map<number, Demand>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  distribution(distribution: Distribution): void {
    switch (distribution.kind) {
      case 'family':
        this.#family(distribution);
        return;
      case 'copies':
        this.distribution(distribution.base);
        return;
      case 'table':
        for (const { value } of distribution.rows) this.distribution(value);
        if (distribution.otherwise !== null) this.distribution(distribution.otherwise);
    }
  }

  #family({ family, args }: FamilyCall): void {
    const { parameters, order } = families[family];
    for (const { name, domain } of parameters) {
      const arg = args[name];
      if (arg !== undefined) this.take(arg, domainLimits(domain), domain);
    }
    const [low, high] = order === undefined ? [] : [args[order.low], args[order.high]];
    if (low !== undefined && high !== undefined) this.#ends(low, high, order?.relation === 'at-most');
  }

  /** The value of an expression is in a domain, and each of its numbers within limits. */
  take(expr: Expr, limits: Limits, domain: string): void {
    for (const slot of this.#entries(expr)) if (slot !== null) this.#limit(slot, limits);
    if (domain === 'simplex' || domain === 'ordered') this.#bindVectors(expr, domain, 1);
    else if (domain === 'covariance') this.#bindVectors(expr, domain, 2);
  }

  /**
   * Literals that the text would say something else with, were their sign another: the minus of `-2 ^ z` belongs to the power, and `-3` for `--2` would
   * be one number instead of two signs.
   */
  signs(expr: Expr): void {
    if (expr.op === 'power' && expr.left.op === 'number') {
      const { slot } = expr.left;
      if ((this.#reading.numbers[slot] ?? 0) >= 0) this.#limit(slot, { ...anything, low: 0 });
    } else if (expr.op === 'negate' && expr.operand.op === 'number') {
      this.#limit(expr.operand.slot, { ...anything, high: -smallestPositive });
    }
    for (const child of children(expr)) this.signs(child);
  }

  /** The slots of the numbers that a value is written with, in the order of the text; null for one that is computed. */
  #entries(expr: Expr): readonly (number | null)[] {
    return alternatives(expr, [], this.#reading).flatMap((each) =>
      each.op === 'vector'
        ? each.items.flatMap((item) => this.#entries(item))
        : [each.op === 'number' ? each.slot : null],
    );
  }

  #limit(slot: number, limits: Limits): void {
    const known = this.bySlot.get(slot) ?? noDemand;
    this.bySlot.set(slot, { ...known, limits: both(known.limits, limits) });
  }

  /** The first bond of a number is its own: a param's domain comes before its uses. */
  #bind(bond: Bond): void {
    for (const slot of bond.slots) {
      const known = this.bySlot.get(slot) ?? noDemand;
      if (known.bond === null) this.bySlot.set(slot, { ...known, bond });
    }
  }

  /** Binds the numbers of each innermost vector by itself, or of each innermost matrix. */
  #bindVectors(expr: Expr, kind: 'simplex' | 'ordered' | 'covariance', rank: number): void {
    for (const each of alternatives(expr, [], this.#reading)) {
      if (each.op !== 'vector') continue;
      if (each.type.shape.length > rank) {
        for (const item of each.items) this.#bindVectors(item, kind, rank);
        continue;
      }
      const slots = each.type.shape.length === rank ? this.#entries(each).filter((slot) => slot !== null) : [];
      const count = each.type.shape.reduce((product, length) => product * length, 1);
      // A number that is computed, or that stands for several, does not give way.
      if (slots.length !== count || new Set(slots).size !== count) continue;
      // The only probability there is stays 1.
      if (count > 1 || kind === 'simplex') this.#bind({ kind, slots });
    }
  }

  /** Every lower end is below every upper one; of as many lower as upper ends each is below its own. */
  #ends(low: Expr, high: Expr, touching: boolean): void {
    const [lows, highs] = [this.#entries(low), this.#entries(high)];
    const single = lows.length === 1 || highs.length === 1;
    if (!single && lows.length !== highs.length) return;
    const pairs = single ? [{ lows, highs }] : lows.map((slot, i) => ({ lows: [slot], highs: [highs[i] ?? null] }));
    for (const pair of pairs) {
      const [below, above] = [pair.lows, pair.highs].map((slots) => slots.filter((slot) => slot !== null));
      if (below === undefined || above === undefined || below.length === 0 || above.length === 0) continue;
      if (below.some((slot) => above.includes(slot))) continue;
      this.#bind({ kind: 'ends', slots: [...below, ...above], lows: below, touching });
    }
  }
}
