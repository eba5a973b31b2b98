/** The editor's snippet syntax, in which `$`, `}` and `\` have a meaning. */

/** Text that stands in a snippet as it is. */
export function literal(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** The n-th place where the cursor stops, with text that is there to be typed over. */
export function stop(n: number, text = ''): string {
  return text === '' ? `$${n}` : `\${${n}:${literal(text)}}`;
}
