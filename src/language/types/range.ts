/**
 * Where the numbers of a value can lie: an interval over all its elements, whatever the random variables, the learnable
 * parameters (within their domains) and the weights are. An end is open where it is never reached; infinite ends are open.
 */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

const inf = Number.POSITIVE_INFINITY;

export const reals: Range = { low: -inf, high: inf, lowOpen: true, highOpen: true };
export const positive: Range = { low: 0, high: inf, lowOpen: true, highOpen: true };
export const nonnegative: Range = { low: 0, high: inf, lowOpen: false, highOpen: true };
export const unit: Range = { low: 0, high: 1, lowOpen: false, highOpen: false };
export const unitOpen: Range = { low: 0, high: 1, lowOpen: true, highOpen: true };
export const circle: Range = { low: -Math.PI, high: Math.PI, lowOpen: false, highOpen: false };

export function closed(low: number, high: number): Range {
  return { low, high, lowOpen: low === -inf, highOpen: high === inf };
}

/** Without its ends, unless nothing would be left. */
export function opened(range: Range): Range {
  return range.low < range.high ? { ...range, lowOpen: true, highOpen: true } : range;
}

/** Whether every number of `inner` lies in `outer`. */
export function isWithin(inner: Range, outer: Range): boolean {
  const low = inner.low > outer.low || (inner.low === outer.low && (inner.lowOpen || !outer.lowOpen));
  const high = inner.high < outer.high || (inner.high === outer.high && (inner.highOpen || !outer.highOpen));
  return low && high;
}

export function contains(range: Range, value: number): boolean {
  return (
    (value > range.low || (value === range.low && !range.lowOpen)) &&
    (value < range.high || (value === range.high && !range.highOpen))
  );
}

/** The smallest range that holds both. */
export function union(a: Range, b: Range): Range {
  if (a === b) return a;
  return {
    low: Math.min(a.low, b.low),
    lowOpen: a.low === b.low ? a.lowOpen && b.lowOpen : a.low < b.low ? a.lowOpen : b.lowOpen,
    high: Math.max(a.high, b.high),
    highOpen: a.high === b.high ? a.highOpen && b.highOpen : a.high > b.high ? a.highOpen : b.highOpen,
  };
}

/** The range of some numbers; everything where one is not finite. */
export function rangeOf(values: readonly number[]): Range {
  let low = inf;
  let high = -inf;
  for (const value of values) {
    if (!Number.isFinite(value)) return reals;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? reals : { low, high, lowOpen: false, highOpen: false };
}

export function negate(a: Range): Range {
  return { low: 0 - a.high, high: 0 - a.low, lowOpen: a.highOpen, highOpen: a.lowOpen };
}

export function add(a: Range, b: Range): Range {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

export function multiply(a: Range, b: Range): Range {
  let range = corner(a.low, a.lowOpen, b.low, b.lowOpen);
  range = union(range, corner(a.low, a.lowOpen, b.high, b.highOpen));
  range = union(range, corner(a.high, a.highOpen, b.low, b.lowOpen));
  return union(range, corner(a.high, a.highOpen, b.high, b.highOpen));
}

/** The product of two ends. */
function corner(x: number, xOpen: boolean, y: number, yOpen: boolean): Range {
  const value = x === 0 || y === 0 ? 0 : x * y;
  const open = (xOpen || yOpen) && !(x === 0 && !xOpen) && !(y === 0 && !yOpen);
  return { low: value, high: value, lowOpen: open, highOpen: open };
}

export function divide(a: Range, b: Range): Range {
  if (contains(b, 0) || (b.low < 0 && b.high > 0)) return reals;
  return multiply(a, {
    low: b.high === 0 ? -inf : 1 / b.high,
    lowOpen: b.highOpen,
    high: b.low === 0 ? inf : 1 / b.low,
    highOpen: b.lowOpen,
  });
}

/** `a ^ b`, with the exponent where it is one known number. */
export function power(a: Range, b: Range): Range {
  const exponent = b.low === b.high ? b.low : null;
  if (exponent === 0) return closed(1, 1);
  if (exponent !== null && exponent > 0) {
    if (a.low >= 0) return monotone(a, (x) => x ** exponent);
    if (Number.isInteger(exponent)) {
      if (exponent % 2 === 1) return monotone(a, (x) => x ** exponent);
      return monotone(absolute(a), (x) => x ** exponent);
    }
    return reals;
  }
  if (isWithin(a, positive)) return positive;
  if (isWithin(a, nonnegative)) return nonnegative;
  if (exponent !== null && Number.isInteger(exponent) && exponent % 2 === 0) return positive;
  return reals;
}

export function absolute(a: Range): Range {
  if (a.low >= 0) return a;
  if (a.high <= 0) return negate(a);
  const opposite = negate(a);
  const both = union(a, opposite);
  return { low: 0, lowOpen: false, high: both.high, highOpen: both.highOpen };
}

/** The image under an increasing function that is continuous on the range. */
export function monotone(a: Range, f: (x: number) => number): Range {
  return { low: f(a.low), high: f(a.high), lowOpen: a.lowOpen, highOpen: a.highOpen };
}
