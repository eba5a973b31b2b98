import { atStep, count, decimalsFor, fixed, scientific } from './format';

/** How the numbers of one column are written: all with the same decimals, as many as tell them apart in a picture. */
export interface CellText {
  readonly kind: 'names' | 'whole' | 'decimal' | 'scientific';
  write(value: number): string;
}

/** Parts of the middle range of a column that its numbers tell apart. */
const steps = 500;

/** @param labels names of the values at the index of their code; null for numbers */
export function cellText(values: Float64Array, labels: readonly string[] | null): CellText {
  if (labels !== null) return { kind: 'names', write: (value) => labels[value] ?? String(value) };
  const sorted = values.filter(Number.isFinite).sort();
  if (sorted.every(Number.isInteger) && sorted.every((value) => Math.abs(value) < 1e12)) {
    return { kind: 'whole', write: (value) => (Number.isFinite(value) ? count(value) : atStep(value, 1)) };
  }
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const spread = at(0.95) - at(0.05);
  const step = (spread > 0 ? spread : Math.abs(at(0.5)) || 1) / steps;
  const largest = Math.max(Math.abs(at(0.05)), Math.abs(at(0.95)));
  if (largest >= 1e7 || largest < 1e-3) return { kind: 'scientific', write: (value) => plain(value, 2) };
  const decimals = decimalsFor(step);
  // One value far outside does not make the column wide.
  return {
    kind: 'decimal',
    write: (value) =>
      Math.abs(value) >= 1e9 && Number.isFinite(value) ? scientific(value, 2) : grouped(value, decimals),
  };
}

function plain(value: number, decimals: number): string {
  return value === 0 || !Number.isFinite(value) ? fixed(value, 0) : scientific(value, decimals);
}

function grouped(value: number, decimals: number): string {
  const [whole = '', fraction] = fixed(value, decimals).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
