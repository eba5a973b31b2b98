import type { Evidence } from '../../api/query';
import type { States } from '../../evaluate/laws/discreteStates';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import { marginals } from '../elimination/elimination';
import { type DiscreteNetwork, discreteNetwork, type Refused } from './network';

/** Posterior probability of the outermost values that are kept: with more, what lies beyond is looked at too. */
const outerMass = 1e-12;
/** Doublings of one support at most. */
const reachLimit = 16;

/** A network, and whether its supports are kept as far as the evidence wants them. */
export interface SettledNetwork extends DiscreteNetwork {
  readonly settled: boolean;
}

/**
 * The network of some elements, with infinite supports kept as far as the evidence wants them: what is too unlikely to be kept before
 * may be all that is left after it.
 * @param elements parents before children
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function settledNetwork(
  given: Numbers,
  elements: readonly Element[],
  evidence: Evidence,
): SettledNetwork | Refused {
  const reach = new Map<string, number>();
  const seen = elements.some(({ key }) => evidence.has(key));
  let network = discreteNetwork(given, elements, evidence, reach);
  while (network.kind === 'network' && network.truncated.length > 0 && seen) {
    const all = wantingMore(network);
    const wanting = all.filter((key) => (reach.get(key) ?? 0) < reachLimit);
    if (wanting.length === 0) return { ...network, settled: all.length === 0 };
    for (const key of wanting) reach.set(key, (reach.get(key) ?? 0) + 1);
    const wider = discreteNetwork(given, elements, evidence, reach);
    // Where more values are too many, those that there are must do; where there are no more, these are all.
    if (wider.kind !== 'network') return { ...network, settled: false };
    if (wanting.every((key) => wider.states.get(key)!.count === countIn(network, key)))
      return { ...network, settled: true };
    network = wider;
  }
  return network.kind === 'network' ? { ...network, settled: true } : network;
}

function countIn(network: DiscreteNetwork | Refused, key: string): number {
  return network.kind === 'network' ? network.states.get(key)!.count : 0;
}

/** The variables that are cut off where they may still be probable. */
function wantingMore({ factors, states, truncated }: DiscreteNetwork): readonly string[] {
  const result = marginals(factors, truncated);
  if (result.kind === 'too-large') return [];
  if (result.logTotal === Number.NEGATIVE_INFINITY) return truncated;
  return truncated.filter((key, i) => massAtEnds(states.get(key)!, result.of[i]!) > outerMass);
}

/** The probability that a coordinate is at one of its outermost values, 0 apart: nothing is below it. */
function massAtEnds({ count, values }: States, probabilities: Float64Array): number {
  const size = values.length / count;
  let mass = 0;
  for (let j = 0; j < size; j++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let s = 0; s < count; s++) {
      low = Math.min(low, values[s * size + j]!);
      high = Math.max(high, values[s * size + j]!);
    }
    for (let s = 0; s < count; s++) {
      const value = values[s * size + j]!;
      if (value === high || (value === low && value !== 0)) mass += probabilities[s]!;
    }
  }
  return mass;
}
