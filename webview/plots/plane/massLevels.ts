import type { Plane } from '../../../src/engine/api/preview';

/** The density above which a share of the mass lies: the region of that probability that is smallest. */
export interface MassLevel {
  /** Of the mass on the grid, between 0 and 1. */
  readonly share: number;
  readonly density: number;
}

/** Shares that contours enclose. */
export const contourShares: readonly number[] = [0.5, 0.8, 0.95];

/** Cells that are equal to within this, relatively, lie on a plateau. */
const flat = 1e-4;
/** A plateau that holds this much of the mass has no contour in it, for each part of it is as good as another. */
const mostOfPlateau = 0.04;

/**
 * Densities of the highest-density regions that hold the given shares of the mass on an evenly spaced grid (R. J. Hyndman,
 * "Computing and graphing highest density regions", 1996). A share whose region the density does not determine, because it ends within
 * a plateau, is left out.
 *
 * @param shares between 0 and 1
 * @returns in the order of the shares
 */
export function massLevels({ density }: Pick<Plane, 'density'>, shares: readonly number[]): MassLevel[] {
  const sorted = density.filter((value) => value > 0 && Number.isFinite(value)).sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const levels: MassLevel[] = [];
  for (const share of shares) {
    const level = levelOf(sorted, share * total);
    if (level > 0 && massNear(sorted, level) < mostOfPlateau * total) levels.push({ share, density: level });
  }
  return levels;
}

/** @param sorted the lowest first @returns where the values above it add up to `mass`, between two values; 0 where all do not */
function levelOf(sorted: Float64Array, mass: number): number {
  let above = 0;
  for (let i = sorted.length - 1; i >= 0; i--) {
    const value = sorted[i]!;
    if (above + value < mass) {
      above += value;
      continue;
    }
    const next = sorted[i - 1] ?? 0;
    // A cell that is half inside has the level in its middle.
    const part = (mass - above) / value;
    const before = sorted[i + 1] ?? value;
    return part < 0.5 ? before + (value - before) * (0.5 + part) : value + (next - value) * (part - 0.5);
  }
  return 0;
}

function massNear(sorted: Float64Array, level: number): number {
  let mass = 0;
  for (const value of sorted) if (Math.abs(value - level) <= flat * level) mass += value;
  return mass;
}
