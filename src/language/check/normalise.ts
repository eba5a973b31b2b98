import { sum } from '../types/numericForm';

/**
 * Numbers divided by their sum, written with about six digits each. The rounding is made up for in the largest one, so
 * that what is written sums to 1 exactly in decimals.
 */
export function normalise(numbers: readonly number[]): readonly string[] {
  const total = sum(numbers);
  const digits = Math.min(6 + Math.ceil(Math.log10(Math.max(numbers.length / 10, 1))), 15);
  const unit = 10 ** digits;
  const scaled = numbers.map((number) => Math.round((number / total) * unit));
  const largest = scaled.indexOf(scaled.reduce((a, b) => Math.max(a, b), 0));
  scaled[largest]! += unit - sum(scaled);
  return scaled.map((number) => trim((number / unit).toFixed(digits)));
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
