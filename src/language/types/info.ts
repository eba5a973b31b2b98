import type { ValueType } from '../../model/type';
import type { Constant } from './constant';
import { closed, opened, type Range, reals, unit } from './range';

/** A property of whole rows or matrices that no interval can state. */
export type Form = 'simplex' | 'covariance';

/** What is known of an expression that stands for a number, a vector, a category … */
export interface ValueInfo {
  readonly sort: 'value';
  readonly type: ValueType;
  readonly range: Range;
  /** What it is at the present values of the parameters; null where it is random, made by weights, or not worked out. */
  readonly constant: Constant | null;
  /** `simplex`: every row along the last axis sums to 1. */
  readonly form: Form | null;
}

/** What is known of an expression that stands for a distribution: of its draws. */
export interface DistributionInfo {
  readonly sort: 'distribution';
  readonly type: ValueType;
  readonly range: Range;
  readonly form: Form | null;
  /** A `Dirac`: goes with any other kind of draws, such as the spike of a spike and slab. */
  readonly point: boolean;
  /** Whether single values have mass: a `Dirac` is in it. */
  readonly hasPoint: boolean;
}

export type Info = ValueInfo | DistributionInfo;

export function value(
  type: ValueType,
  range: Range,
  constant: Constant | null = null,
  form: Form | null = null,
): ValueInfo {
  return { sort: 'value', type, range, constant, form };
}

/** What a value of a type can be when nothing else is known of it. */
export function rangeOfType(type: ValueType): Range {
  if (type.kind === 'boolean') return unit;
  if (type.kind === 'category') return closed(1, type.count ?? 1);
  return reals;
}

/** A draw as a value. */
export function drawOf(distribution: DistributionInfo): ValueInfo {
  const { type, range, form, hasPoint } = distribution;
  // A draw with a density meets the ends of its support with probability 0, so that a half-normal can be an sd.
  return value(type, type.kind === 'real' && !hasPoint ? opened(range) : range, null, form);
}
