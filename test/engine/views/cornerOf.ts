import type { CornerMarginal, CornerPair, CornerPicture } from '../../../src/engine/api/aside';
import type { Choice } from '../../../src/engine/api/preview';
import { answers } from '../ask';
import { ask } from '../models';

/** Coordinates `of` a variable, from 1; null for a scalar. */
export function coordinate(variable: string, of: number | null = null, index: number | null = null): Choice {
  return { variable, index, coordinate: of, label: `${variable}${index === null ? '' : `[${index}]`}${of ?? ''}` };
}

/** Every answer to the question for a corner plot, the last one final. */
export function cornersOf(text: string, choices: readonly Choice[]) {
  const request = ask(text, { points: 97, samples: 100, draws: 1024, asides: [{ kind: 'corner', choices }] });
  return answers(request).map((answer) => {
    if (answer.kind !== 'preview') throw new Error(answer.reason);
    return answer.asides[0] ?? null;
  });
}

/** The final one, which must be a corner plot. */
export function cornerOf(text: string, choices: readonly Choice[]): CornerPicture {
  const last = cornersOf(text, choices).at(-1);
  if (last?.kind !== 'corner') throw new Error(last?.kind === 'none' ? last.reason : 'no corner plot');
  return last;
}

export function pairOf({ pairs }: CornerPicture, up: number, across: number): CornerPair {
  const pair = pairs.find((each) => each.up === up && each.across === across);
  if (pair === undefined) throw new Error('no such pair');
  return pair;
}

function width(values: Float64Array, bars: boolean): number {
  return bars ? 1 : values[1]! - values[0]!;
}

/** The sum over all cells. */
export function massOf({ x, y, density }: CornerPair, { marginals: m }: CornerPicture, up: number, across: number) {
  const cell = width(x, m[across]!.kind === 'bars') * width(y, m[up]!.kind === 'bars');
  return density.reduce((sum, value) => sum + value, 0) * cell;
}

/** The pair summed over what runs up: the density of what runs across, at the middles of its cells. */
export function acrossOf({ x, y, density }: CornerPair, upKind: CornerMarginal['kind']): Float64Array {
  return Float64Array.from(x, (_, column) => {
    let sum = 0;
    for (let row = 0; row < y.length; row++) sum += density[row * x.length + column]!;
    return sum * width(y, upKind === 'bars');
  });
}

/** A marginal between its points. */
export function marginalAt({ x, density }: CornerMarginal, at: number): number {
  const k = x.findIndex((value) => value >= at);
  if (k <= 0) return density[Math.max(k, 0)]!;
  const t = (at - x[k - 1]!) / (x[k]! - x[k - 1]!);
  return density[k - 1]! * (1 - t) + density[k]! * t;
}
