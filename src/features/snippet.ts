/** The editor's snippet syntax, in which `$`, `}` and `\` have a meaning. */

/** Text that stands in a snippet as it is. */
export function literal(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** The n-th place where the cursor stops, with text that is there to be typed over. */
export function stop(n: number, text = ''): string {
  return text === '' ? `$${n}` : `\${${n}:${literal(text)}}`;
}

/** The n-th place, with a list to choose from; the first is what stands there. None of them may hold a comma or a bar. */
export function choice(n: number, options: readonly string[]): string {
  return `\${${n}|${options.map(literal).join(',')}|}`;
}
