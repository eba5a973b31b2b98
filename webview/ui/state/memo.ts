/** @returns the function, which gives its last result again while its arguments are the very same. */
export function memo<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    const kept = last;
    if (kept?.args.length === args.length && args.every((value, i) => Object.is(value, kept.args[i])))
      return kept.result;
    const result = compute(...args);
    last = { args, result };
    return result;
  };
}
