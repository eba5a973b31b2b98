import { eightNormals } from './normals';
import { nextWords } from './words';

/**
 * Draws from a mixture of Normals: the component by Walker's alias method, one look-up whatever their number, then a normal.
 * @param count a multiple of 8
 * @param threshold u32 for each component: below it the place itself is drawn, from it on its alias
 * @param alias i32 for each component
 * @param mean f32 for each component, as `sd`
 * @param draws f32, written
 * @param chosen i32, the components drawn, from 0; written
 */
export function mixtureSamples(
  state: usize,
  count: i32,
  components: i32,
  threshold: usize,
  alias: usize,
  mean: usize,
  sd: usize,
  draws: usize,
  chosen: usize,
): void {
  const end = (<usize>count) << 2;
  for (let at: usize = 0; at < end; at += 32) {
    choose(state, components, threshold, alias, chosen + at);
    choose(state, components, threshold, alias, chosen + at + 16);
    eightNormals(state, draws + at);
    for (let lane: usize = 0; lane < 32; lane += 4) {
      const k = (<usize>load<i32>(chosen + at + lane)) << 2;
      const place = draws + at + lane;
      store<f32>(place, load<f32>(mean + k) + load<f32>(sd + k) * load<f32>(place));
    }
  }
}

/** Four places from four words: the high half of word · components, or its alias where the low half is at or above its threshold. */
function choose(state: usize, components: i32, threshold: usize, alias: usize, out: usize): void {
  const words = nextWords(state);
  store<i32>(out, place(i32x4.extract_lane(words, 0), components, threshold, alias));
  store<i32>(out, place(i32x4.extract_lane(words, 1), components, threshold, alias), 4);
  store<i32>(out, place(i32x4.extract_lane(words, 2), components, threshold, alias), 8);
  store<i32>(out, place(i32x4.extract_lane(words, 3), components, threshold, alias), 12);
}

function place(word: u32, components: i32, threshold: usize, alias: usize): i32 {
  const product = <u64>word * <u64>components;
  const own = <i32>(product >> 32);
  const at = (<usize>own) << 2;
  return <u32>product < load<u32>(threshold + at) ? own : load<i32>(alias + at);
}
