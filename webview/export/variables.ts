/**
 * A value of a style sheet with its variables put in, and the variables in those.
 * @returns null where a variable is not there and has no fallback
 */
export function withVariables(text: string, variables: ReadonlyMap<string, string>, depth = 0): string | null {
  const at = text.indexOf('var(');
  if (at < 0) return text;
  // A variable that is made of itself has no value.
  if (depth > 20) return null;
  const end = closing(text, at + 3);
  const inside = text.slice(at + 4, end);
  const comma = inside.indexOf(',');
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const value = variables.get(name) ?? (comma < 0 ? null : inside.slice(comma + 1).trim());
  return value === null
    ? null
    : withVariables(`${text.slice(0, at)}${value}${text.slice(end + 1)}`, variables, depth + 1);
}

/** The place of the parenthesis that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}
