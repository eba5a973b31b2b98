/** Markdown as the editor shows it in hovers and beside completions. */

/** A block of model text, highlighted as such. */
export function lvmBlock(code: string): string {
  return '```lvm\n' + code + '\n```';
}

/** Text in code style on the line; a backquote in it is fenced with two. */
export function code(text: string): string {
  return text.includes('`') ? '`` ' + text + ' ``' : '`' + text + '`';
}

/** Text of the user's own, such as a title or a file name, with everything that Markdown would read as markup escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Paragraphs, the empty ones left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A bullet list. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
