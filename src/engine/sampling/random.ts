/**
 * Uniform numbers that are a function of a seed and a position: the same in every run, and unchanged by what else is drawn.
 * Each stream is a xoshiro128** generator; two words make one number of 52 bits.
 */

/** A 32-bit hash of a text (FNV-1a, finished by a mixer). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return mix(h);
}

/** A bijection of 32-bit words in which every bit of the argument changes about half of the result's (MurmurHash3's finisher). */
export function mix(word: number): number {
  let h = word | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}

/** `count` independent uniforms, strictly between 0 and 1. */
export function uniforms(seed: number, count: number): Float64Array {
  const next = words(seed);
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    // 26 + 26 bits and a half: never 0, never 1.
    result[i] = ((next() >>> 6) * 67108864 + (next() >>> 6) + 0.5) / 4503599627370496;
  }
  return result;
}

/** `count` independent standard normals, by pairs (Box and Muller). */
export function normals(seed: number, count: number): Float64Array {
  const u = uniforms(seed, count + (count % 2));
  const result = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(u[i]!));
    const angle = 2 * Math.PI * u[i + 1]!;
    result[i] = radius * Math.cos(angle);
    if (i + 1 < count) result[i + 1] = radius * Math.sin(angle);
  }
  return result;
}

/** A generator of 32-bit words with a period of 2^128 − 1 (xoshiro128**, Blackman and Vigna), its state filled from the seed. */
export function words(seed: number): () => number {
  let state = seed | 0;
  const fill = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill() | 1];
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}
