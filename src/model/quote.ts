/** No longer piece of what others have written stands in a sentence. */
const longest = 60;

/** Characters that would break a line, move a terminal's cursor or turn the direction of writing. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What others have written (a name in a file, a cell, a key of JSON, a piece of a model) as it can stand in a sentence: on one
 * line, and cut with an ellipsis where it is long.
 * @param most characters
 */
export function shortened(text: string, most = longest): string {
  const start = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .replace(unprintable, '\ufffd');
  if (start.length <= most && text.length <= 4 * most) return start;
  const cut = start.slice(0, most - 1);
  // Half of a character that takes two units is none.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The same in double quotes. */
export function quote(text: string): string {
  return `"${shortened(text)}"`;
}
