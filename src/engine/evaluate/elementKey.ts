/** The key of a variable, or of one element of a chain: `z`, `z[3]`. */
export function elementKey(name: string, index: number | null): string {
  return index === null ? name : `${name}[${index}]`;
}
