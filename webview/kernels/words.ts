/** Bytes of the state of four generators. */
export const stateBytes: usize = 64;

/** A 32-bit word in which every bit of the argument changes about half of the result's (MurmurHash3's finisher). */
function mix(word: u32): u32 {
  let h = word;
  h ^= h >> 16;
  h *= 0x85ebca6b;
  h ^= h >> 13;
  h *= 0xc2b2ae35;
  return h ^ (h >> 16);
}

/** Fills the state of four independent generators, one in each lane, from a seed. */
export function seedWords(state: usize, seed: u32): void {
  let counter = mix(seed ^ 0x6c766d);
  for (let i: usize = 0; i < stateBytes; i += 4) {
    counter += 0x9e3779b9;
    // The last word of a lane is odd, so that no lane's state is all zeros.
    store<u32>(state + i, mix(counter) | (i < 48 ? 0 : 1));
  }
}

/** The next word of each of the four generators (xoshiro128**, Blackman and Vigna; period 2¹²⁸ − 1). */
export function nextWords(state: usize): v128 {
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let d = v128.load(state, 48);
  const five = i32x4.add(b, i32x4.shl(b, 2));
  const turned = v128.or(i32x4.shl(five, 7), i32x4.shr_u(five, 25));
  const result = i32x4.add(turned, i32x4.shl(turned, 3));
  const shifted = i32x4.shl(b, 9);
  c = v128.xor(c, a);
  d = v128.xor(d, b);
  b = v128.xor(b, c);
  a = v128.xor(a, d);
  c = v128.xor(c, shifted);
  d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21));
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, d, 48);
  return result;
}
