import { analyse } from '../../../src/language/analyse';

/** The blocks of model text in some Markdown. */
export function blocks(markdown: string): string[] {
  return [...markdown.matchAll(/```lvm\n([\s\S]*?)\n```/g)].map((match) => match[1] ?? '');
}

/** The codes of the mistakes in the form of a text; names that it does not define may stand in it. */
export function formMistakes(text: string): string[] {
  return analyse(text).tree.statements.flatMap(({ broken, kind }) =>
    broken || kind === 'Broken' ? [`${kind}: ${text}`] : [],
  );
}
