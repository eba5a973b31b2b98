import type { Fix } from './diagnostic';
import type { Span } from './span';

/** In backticks, cut to what fits a message. */
export function quoted(text: string): string {
  return text.length > 30 ? `\`${text.slice(0, 29)}…\`` : `\`${text}\``;
}

export function insertion(at: number, text: string): Fix {
  return { title: `Add \`${text.trim()}\``, edits: [{ span: { start: at, end: at }, text }] };
}

export function replacement({ start, end }: Span, text: string): Fix {
  return { title: `Write \`${text}\``, edits: [{ span: { start, end }, text }] };
}

export function removal({ start, end }: Span, written: string): Fix {
  return { title: `Remove ${quoted(written)}`, edits: [{ span: { start, end }, text: '' }] };
}
