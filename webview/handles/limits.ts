import type { ParameterDomain } from '../../src/model/families';
import type { Param } from '../../src/model/model';
import { evaluateIndex } from './evaluateIndex';
import type { Reading } from './reading';

/** The numbers that a literal may hold, both ends included. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** A width that is dragged to nothing stops here. */
export const smallestPositive = 1e-6;

const everything: Limits = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const positive: Limits = { low: smallestPositive, high: Number.POSITIVE_INFINITY };

/** What a parameter of a family allows. */
export function domainLimits(domain: ParameterDomain): Limits {
  switch (domain) {
    case 'positive':
      return positive;
    case 'nonnegative':
      return { low: 0, high: Number.POSITIVE_INFINITY };
    case 'unit':
      return { low: 0, high: 1 };
    case 'unit-above-zero':
      return { low: smallestPositive, high: 1 };
    case 'unit-open':
      return { low: smallestPositive, high: 1 - smallestPositive };
    default:
      return everything;
  }
}

/** What the domain of a param allows its numbers. */
export function paramLimits(param: Param, reading: Reading): Limits {
  switch (param.domain) {
    case 'positive':
      return positive;
    case 'unit':
    case 'simplex':
      return { low: 0, high: 1 };
    case 'interval': {
      const [low, high] = (param.bounds ?? []).map((bound) => evaluateIndex(bound, reading));
      return { low: low ?? everything.low, high: high ?? everything.high };
    }
    default:
      return everything;
  }
}

export function both(a: Limits, b: Limits): Limits {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}
