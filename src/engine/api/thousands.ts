/** From here on a number is read by its power of ten: more digits than a double knows would be a show of accuracy. */
const readable = 1e15;

/**
 * A whole number in English digits, grouped by commas: 12,345; a very large one by its power of ten: 1.6×10⁶⁰. The former is the same as
 * `toLocaleString('en')`, whose first call in a new worker takes longer than a small preview.
 */
export function thousands(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (value >= readable) return powerOfTen(Math.log10(value));
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to some power to two digits: `10¹⁰⁰`, `1.6×10⁶⁰`. */
export function powerOfTen(power: number): string {
  let exponent = Math.floor(power);
  let digits = (10 ** (power - exponent)).toPrecision(2);
  if (Number(digits) >= 10) {
    exponent++;
    digits = '1.0';
  }
  const raised = `10${Array.from(String(exponent), (digit) => superscripts[Number(digit)]).join('')}`;
  return Number(digits) === 1 ? raised : `${Number(digits)}×${raised}`;
}
