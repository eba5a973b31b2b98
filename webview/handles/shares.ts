import type { Choice } from '../../src/engine/api/preview';
import { loopsAt } from '../../src/model/loops';
import type { Change } from './change';
import { definitionOf, familyOf } from './conditional';
import { literalOf, literalValue, type Origin } from './literal';
import type { Reading } from './reading';

type Literal = Extract<Origin, { kind: 'literal' }>;

/** The literals behind the bars of a discrete prior. */
export type Shares =
  | { readonly kind: 'simplex'; readonly literals: readonly Literal[] }
  /** One number, the probability of `true`; the bars are those of `false` and `true`. */
  | { readonly kind: 'probability'; readonly literal: Literal };

/** The literals that set the probabilities of a variable without parents; null where they are not literals, each its own. */
export function sharesOf(choice: Choice, reading: Omit<Reading, 'states' | 'loops'>, count: number): Shares | null {
  const found = sharesOrReason(choice, reading, count);
  return typeof found === 'string' ? null : found;
}

/** @returns a sentence for the reader where the probabilities are no literals that can be set; null where they are none of the text's at all */
export function sharesOrReason(
  choice: Choice,
  reading: Omit<Reading, 'states' | 'loops'>,
  count: number,
): Shares | string | null {
  const definition = definitionOf(reading.structure, choice.variable, choice.index);
  if (definition === null || definition.parents.length > 0) return null;
  const loops = loopsAt(definition, choice.index);
  const own: Reading = { ...reading, states: new Map(), loops };
  const found = familyOf(definition.distribution, choice.coordinate === null ? [] : [choice.coordinate - 1], own);
  if (found?.call.family === 'Bernoulli') {
    const literal = literalOf(found.call.args.p!, found.path, own);
    if (literal.kind === 'literal') return { kind: 'probability', literal };
    return `The p of ${choice.label} is ${literal.by}: no number in the text sets it alone.`;
  }
  if (found?.call.family !== 'Categorical') return null;
  const { probabilities } = found.call.args;
  const origins = Array.from({ length: count }, (_, k) => literalOf(probabilities!, [...found.path, k], own));
  const computed = origins.find((origin) => origin.kind === 'computed');
  if (computed?.kind === 'computed')
    return `A probability of ${choice.label} is ${computed.by}: no number in the text sets it alone.`;
  const literals = origins.filter((origin) => origin.kind === 'literal');
  const distinct = new Set(literals.map(({ slot }) => slot));
  if (distinct.size === count) return { kind: 'simplex', literals };
  return `Several probabilities of ${choice.label} are one number in the text: they cannot be set apart.`;
}

/** The share that the literals give to one state, of what they give to all. */
export function shareOf(shares: Shares, numbers: readonly number[], index: number): number {
  if (shares.kind === 'probability') {
    const p = literalValue(shares.literal, numbers);
    return index === 1 ? p : 1 - p;
  }
  const parts = shares.literals.map((literal) => Math.max(0, literalValue(literal, numbers)));
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum > 0 ? (parts[index] ?? 0) / sum : Number.NaN;
}

/**
 * The literals where the bar of one state is dragged to a share: the others keep their proportions and give or take what is
 * left. All together are 1, to the last digit that is written.
 *
 * @param index of the bar, from 0
 * @param share wanted; stopped at 0 and 1
 * @param decimals digits after the point
 * @param locked slots that keep their numbers; none to write where no other may give or take
 */
export function reweighted(
  shares: Shares,
  numbers: readonly number[],
  index: number,
  share: number,
  decimals: number,
  locked: ReadonlySet<number> = new Set(),
): Change[] {
  const kept = shares.kind === 'simplex' ? shares.literals.filter(({ slot }) => locked.has(slot)) : [];
  // A number that stays keeps all of its digits.
  const digits = kept.map((literal) => decimalsIn(literalValue(literal, numbers)));
  const unit = 10 ** Math.max(decimals, ...digits);
  const taken = kept.reduce((sum, literal) => sum + Math.round(literalValue(literal, numbers) * unit), 0);
  // Whole numbers of the last digit add up without rounding.
  const wanted = Math.min(unit - taken, Math.round(Math.min(1, Math.max(0, share)) * unit));
  if (shares.kind === 'probability') {
    const { slot, sign } = shares.literal;
    return [{ slot, value: sign * ((index === 1 ? wanted : unit - wanted) / unit) }];
  }
  const present = shares.literals.map((literal) => Math.max(0, literalValue(literal, numbers)));
  const own = shares.literals[index]?.slot ?? -1;
  const free = shares.literals.filter(({ slot }) => slot !== own && !locked.has(slot)).length;
  if (locked.has(own) || free === 0) return [];
  const stays = (i: number): boolean => i === index || locked.has(shares.literals[i]?.slot ?? -1);
  const others = present.reduce((sum, value, i) => (stays(i) ? sum : sum + value), 0);
  const left = unit - taken - wanted;
  const parts = present.map((value, i) => {
    if (i === index) return wanted;
    if (stays(i)) return Math.round(value * unit);
    return Math.floor(left * (others > 0 ? value / others : 1 / free));
  });
  // What rounding down left over goes to the largest remainders, one unit each.
  let rest = unit - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = present
    .map((value, i) => ({
      i,
      exact: stays(i) ? 0 : left * (others > 0 ? value / others : 1 / free),
    }))
    .filter(({ i }) => !stays(i))
    .sort((a, b) => b.exact - Math.floor(b.exact) - (a.exact - Math.floor(a.exact)));
  for (const { i } of byRemainder) {
    if (rest <= 0) break;
    parts[i]! += 1;
    rest--;
  }
  return shares.literals.flatMap(({ slot, sign }, i) =>
    locked.has(slot) ? [] : [{ slot, value: (sign * parts[i]!) / unit }],
  );
}

/** Digits after the point that are written at most, so that something is left of the smallest share. */
const mostDecimals = 9;

/** With as many digits that every other share which is something keeps something, as long as anything is left: from nothing it would not come back. */
export function reweightedFinely(
  shares: Extract<Shares, { kind: 'simplex' }>,
  numbers: readonly number[],
  index: number,
  share: number,
  decimals: number,
  locked: ReadonlySet<number> = new Set(),
): Change[] {
  const changes = reweighted(shares, numbers, index, share, decimals, locked);
  const others = changes.filter(({ slot }) => slot !== shares.literals[index]?.slot);
  const lost = others.some(({ slot, value }) => value === 0 && numbers[slot] !== 0);
  return lost && others.some(({ value }) => value !== 0) && decimals < mostDecimals
    ? reweightedFinely(shares, numbers, index, share, decimals + 1, locked)
    : changes;
}

/** Digits after the point that a number is written with, of those that count. */
export function decimalsIn(value: number): number {
  let decimals = 0;
  while (decimals < 9 && Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-9) decimals++;
  return decimals;
}
