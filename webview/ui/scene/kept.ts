/** @returns a function that remembers the last value that there was for a key, to be shown while the next one is on its way. */
export function lastKept<T>(): (key: string, value: T | null) => T | null {
  let last: { readonly key: string; readonly value: T } | null = null;
  return (key, value) => {
    if (value !== null) last = { key, value };
    return last?.key === key ? last.value : null;
  };
}
