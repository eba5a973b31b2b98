import type { ParameterDomain } from '../../model/families';
import { nonnegative, positive, type Range, reals, unit, unitOpen } from './range';

interface NumericDomain {
  readonly range: Range;
  readonly whole: boolean;
  /** What a value must be, after "must be". */
  readonly words: string;
}

const plain = (range: Range, words: string): NumericDomain => ({ range, whole: false, words });

const unitAboveZero: Range = { low: 0, high: 1, lowOpen: true, highOpen: false };

const table: Record<ParameterDomain, NumericDomain> = {
  real: plain(reals, 'a number'),
  vector: plain(reals, 'a vector'),
  any: plain(reals, 'a value'),
  covariance: plain(reals, 'a covariance: symmetric and positive definite'),
  positive: plain(positive, 'above 0'),
  'positive-vector': plain(positive, 'above 0'),
  nonnegative: plain(nonnegative, 'at least 0'),
  unit: plain(unit, 'between 0 and 1'),
  simplex: plain(unit, 'between 0 and 1'),
  'unit-above-zero': plain(unitAboveZero, 'above 0 and at most 1'),
  'unit-open': plain(unitOpen, 'between 0 and 1, without the ends'),
  count: { range: nonnegative, whole: true, words: 'a whole number of at least 0' },
  integer: { range: reals, whole: true, words: 'a whole number' },
};

/** What every number in a parameter of a distribution must be. */
export function numericDomain(domain: ParameterDomain): NumericDomain {
  return table[domain];
}
