/** What the module of kernels offers; all arguments are places in its memory, and numbers. */
export { activate } from './activations';
export { chain } from './chain';
export { dense } from './dense';
export { logOfSums } from './logOfSums';
export { mixtureSamples } from './mixtureSamples';
export { normalSums } from './normalSums';
export { normals } from './normals';
export { planeSums } from './planeSums';
export { seedWords } from './words';

/** The first free place: the caller lays its arrays out from here on. */
export function freeMemory(): usize {
  return __heap_base;
}
