import { hash, uniforms, words } from './random';
import { degrees, initialNumbers, polynomials } from './sobolDirections';

/** Bits of a point. */
const bits = 32;

/**
 * A Sobol sequence, randomised by a random linear map of the bits of every coordinate (lower triangular with ones on the diagonal:
 * Matoušek's linear scrambling, which keeps the sequence's equidistribution) and a random shift of the bits. Dimensions beyond
 * the table of direction numbers are independent random numbers.
 */
export class Sobol {
  constructor(
    readonly dimensions: number,
    private readonly seed: number,
    private readonly replicate: number,
  ) {}

  /** Writes the points first, first + 1, … of one dimension, strictly between 0 and 1. */
  fill(dimension: number, first: number, into: Float64Array): void {
    const key = hash(`sobol/${this.seed}/${this.replicate}/${dimension}`);
    if (dimension >= polynomials.length) {
      into.set(uniforms(hash(`${key}/${first}`), into.length));
      return;
    }
    const next = words(key);
    const directions = scramble(directionsOf(dimension), next);
    const shift = next();
    const low = uniforms(hash(`${key}/low/${first}`), into.length);
    let point = shift;
    for (let bit = 0; bit < bits; bit++) if ((grayCode(first) >>> bit) & 1) point ^= directions[bit]!;
    for (let i = 0; i < into.length; i++) {
      // What lies below the 32 bits is random, so that no point is ever 0 and none is seen twice.
      into[i] = ((point >>> 0) + low[i]!) / 2 ** bits;
      point ^= directions[trailingZeros(first + i + 1)]!;
    }
  }
}

function grayCode(i: number): number {
  return i ^ (i >>> 1);
}

function trailingZeros(i: number): number {
  return 31 - Math.clz32(i & -i);
}

/** The direction numbers of a dimension, the first bit of a point the highest of a word (Bratley and Fox's recurrence). */
export function directionsOf(dimension: number): Uint32Array {
  const directions = new Uint32Array(bits);
  const degree = degrees[dimension]!;
  const initial = initialNumbers[dimension]!;
  const polynomial = polynomials[dimension]!;
  for (let i = 0; i < bits; i++) {
    if (i < degree || degree === 0) {
      directions[i] = ((degree === 0 ? 1 : initial[i]!) << (bits - 1 - i)) >>> 0;
      continue;
    }
    let value = directions[i - degree]! ^ (directions[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((polynomial >>> (degree - k)) & 1) value ^= directions[i - k]!;
    }
    directions[i] = value >>> 0;
  }
  return directions;
}

/** Multiplies every direction number by one random lower triangular matrix of bits. */
function scramble(directions: Uint32Array, next: () => number): Uint32Array {
  const rows = new Uint32Array(bits);
  for (let i = 0; i < bits; i++) {
    // Row i makes bit i (from the top) of the result from the bits at and above it.
    const above = i === 0 ? 0 : (next() & (0xffffffff << (bits - i))) >>> 0;
    rows[i] = (above | (1 << (bits - 1 - i))) >>> 0;
  }
  return directions.map((direction) => {
    let result = 0;
    for (let i = 0; i < bits; i++) result = (result << 1) | parity(direction & rows[i]!);
    return result >>> 0;
  });
}

function parity(word: number): number {
  let p = word ^ (word >>> 16);
  p ^= p >>> 8;
  p ^= p >>> 4;
  return (0x6996 >>> (p & 15)) & 1;
}
