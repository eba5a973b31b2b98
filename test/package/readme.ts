/** A link or a picture, with its title and target. */
export const link = /(!?)\[([^[\]]*)\]\(([^)\s]+)\)/g;

/** Whether a target is a file beside the text, rather than an address or a place in the text. */
export function isRelative(target: string): boolean {
  return !/^\w+:/.test(target) && !target.startsWith('#');
}

const isPicture = (target: string) => /\.(png|svg|gif|jpe?g)$/.test(target);

/**
 * The text for where nothing lies beside it: VS Code's page of an extension shows no picture of the package and follows no link into it.
 * Paragraphs about pictures go; of links to files the titles stay.
 */
export function withoutFiles(markdown: string): string {
  return markdown
    .split('\n\n')
    .filter((paragraph) => ![...paragraph.matchAll(link)].some(([, , , to]) => isRelative(to!) && isPicture(to!)))
    .map((paragraph) => paragraph.replace(link, (all, _, title, to) => (isRelative(to) ? title : all)))
    .join('\n\n');
}
