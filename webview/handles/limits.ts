import type { ParameterDomain } from '../../src/model/families';
import type { Param } from '../../src/model/model';
import { evaluateIndex } from './evaluateIndex';
import type { Reading } from './reading';

/** The numbers that a literal may hold, both ends included. */
export interface Limits {
  readonly low: number;
  readonly high: number;
  /** Whole numbers only. */
  readonly whole?: true;
}

/** What must be above 0 stops at this, small beside everything that is drawn; what must be below 0, at minus that. */
export const smallestPositive = 1e-37;
/** What must be below 1 stops here. */
export const largestBelowOne = 0.9999999;

export const anything: Limits = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const positive: Limits = { low: smallestPositive, high: Number.POSITIVE_INFINITY };

/** What a parameter of a family allows; of a vector, its numbers. */
export function domainLimits(domain: ParameterDomain): Limits {
  switch (domain) {
    case 'positive':
    case 'positive-vector':
      return positive;
    case 'nonnegative':
      return { low: 0, high: Number.POSITIVE_INFINITY };
    case 'unit':
    case 'simplex':
      return { low: 0, high: 1 };
    case 'unit-above-zero':
      return { low: smallestPositive, high: 1 };
    case 'unit-open':
      return { low: smallestPositive, high: largestBelowOne };
    case 'count':
      return { low: 0, high: Number.POSITIVE_INFINITY, whole: true };
    case 'integer':
      return { ...anything, whole: true };
    default:
      return anything;
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
      return { low: low ?? anything.low, high: high ?? anything.high };
    }
    default:
      return anything;
  }
}

export function both(a: Limits, b: Limits): Limits {
  const whole = a.whole === true || b.whole === true;
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high), ...(whole ? { whole } : {}) };
}

/** Where a number stops that is moved in units: one unit before an end that is itself left out, unless it is nearer than that already. */
export function inUnits({ low, high, ...rest }: Limits, unit: number, value: number): Limits {
  const least = low === smallestPositive ? unit : low;
  const most = high === -smallestPositive ? -unit : high === largestBelowOne ? 1 - unit : high;
  return { ...rest, low: Math.max(low, Math.min(least, value)), high: Math.min(high, Math.max(most, value)) };
}
