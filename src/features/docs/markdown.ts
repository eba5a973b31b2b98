/** Markdown as the editor shows it in hovers and beside completions. */

/** A block of model text, highlighted as such. The fence is longer than any run of backquotes inside, which a comment may hold. */
export function lvmBlock(code: string): string {
  const runs = code.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}lvm\n${code}\n${fence}`;
}

/** Text in code style on the line; a backquote in it is fenced with two. */
export function code(text: string): string {
  return text.includes('`') ? '`` ' + text + ' ``' : '`' + text + '`';
}

/** Paragraphs, the empty ones left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A bullet list. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
