/** For each variable its value in every joint state, the last variable changing fastest. */
export function spreadStates(
  states: readonly { readonly count: number; readonly values: Float64Array }[],
): Float64Array[] {
  const count = states.reduce((product, each) => product * each.count, 1);
  let inner = count;
  return states.map((each) => {
    inner /= each.count;
    const size = each.values.length / each.count;
    const result = new Float64Array(count * size);
    for (let i = 0; i < count; i++) {
      const from = (Math.floor(i / inner) % each.count) * size;
      for (let j = 0; j < size; j++) result[i * size + j] = each.values[from + j]!;
    }
    return result;
  });
}
