/** Numbers as a reader of a textbook would write them: a true minus sign, no trailing noise. Independent of the locale. */

const minus = '−';
const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/**
 * @param decimals places after the point
 * @returns the number with exactly that many decimals: `−1.50`; a value that rounds to zero has no sign.
 */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return special(value);
  const text = value.toFixed(Math.min(Math.max(decimals, 0), 20));
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  return negative && /[1-9]/.test(digits) ? minus + digits : digits;
}

/**
 * @param digits significant digits, 1 or more
 * @returns the number at that precision: `0.122`, `1,250`, `3.1×10⁻⁷`.
 */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return special(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  const exponent = Math.floor(Math.log10(Number(size.toPrecision(digits))));
  if (exponent < -4 || exponent > 6) return scientific(value, digits - 1);
  return grouped(fixed(Number(value.toPrecision(digits)), Math.max(0, digits - 1 - exponent)));
}

/** @returns the number as short as that precision allows, for the ends of a range: `−5`, `5.6`. */
export function short(value: number, digits = 3): string {
  const text = significant(value, digits);
  return text.includes('×') || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
}

/** @returns whole numbers in full, with their thousands set apart, and others short: what was drawn, in a sentence. */
export function wholeOrShort(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? count(value) : short(value);
}

/** @returns the two ends of a range, with as many decimals as its width makes sensible and no noughts at their end. */
export function rangeText(low: number, high: number): string {
  const end = (value: number): string => {
    const text = atStep(value, (high - low) / 200);
    return text.includes('×') || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
  };
  return `[${end(low)}, ${end(high)}]`;
}

/** @returns `1.2×10⁻⁵` with that many decimals in the first factor; a first factor of exactly 1 is left out where there are none. */
export function scientific(value: number, decimals: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(Math.max(0, decimals)).split('e');
  const power = `10${[...String(Number(exponent))].map((digit) => superscripts[digit] ?? digit).join('')}`;
  const factor = mantissa.replace('-', minus);
  if (factor === '1') return power;
  return factor === `${minus}1` ? minus + power : `${factor}×${power}`;
}

/** @returns a whole number with its thousands set apart: `2,000`. */
export function count(value: number): string {
  return grouped(fixed(Math.round(value), 0));
}

/** @returns a share of 1 in per cent: `99.8 %`; what is less than the whole is never called `100 %`, but `more than 99.9 %`. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return special(share);
  const text = fixed(share * 100, 1);
  if (text === '100.0' && share < 1) return 'more than 99.9 %';
  return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`;
}

/** @returns an error as a share of 1 in per cent: `± 0.8 %`, or `below 0.1 %` where it is. */
export function errorPercent(share: number): string {
  return share < 0.001 ? 'below 0.1 %' : `± ${significant(share * 100, 2)} %`;
}

/** @returns a duration with two or three significant digits: `0.08 ms`, `4.2 ms`, `120 ms`, `2.5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${fixed(milliseconds / 1000, 1)} s`;
  if (milliseconds >= 10) return `${fixed(milliseconds, 0)} ms`;
  return `${fixed(milliseconds, milliseconds >= 1 ? 1 : 2)} ms`;
}

/** @returns how many decimals tell apart two values that lie `step` apart. */
export function decimalsFor(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0;
  return Math.min(12, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** @returns the value with as many decimals as a step along the axis needs, or in scientific form far from 1. */
export function atStep(value: number, step: number): string {
  const size = Math.max(Math.abs(value), step);
  if (size >= 1e7 || (size < 1e-4 && size > 0)) return scientific(value, 2);
  return grouped(fixed(value, decimalsFor(step)));
}

function special(value: number): string {
  if (Number.isNaN(value)) return 'undefined';
  return value > 0 ? '∞' : `${minus}∞`;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
