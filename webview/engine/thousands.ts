/**
 * A whole number in English digits, grouped by commas: 12,345. The same as `toLocaleString('en')`, whose first call in a new
 * worker takes longer than a small preview.
 */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
