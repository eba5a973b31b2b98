/** What the module of kernels offers; all arguments are places in its memory, and numbers. */
export { dense } from './dense';
export { planeSums } from './planeSums';

/** The first free place: the caller lays its arrays out from here on. */
export function freeMemory(): usize {
  return __heap_base;
}
