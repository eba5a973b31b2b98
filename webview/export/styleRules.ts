/** One selector of a style sheet with what is declared for it. */
export interface StyleRule {
  readonly selector: string;
  /** Ids, classes and elements, each worth a hundred of the next. */
  readonly weight: number;
  readonly declarations: ReadonlyMap<string, string>;
}

/**
 * Reads a style sheet without its conditional parts: what holds at any size of a page.
 * @returns its rules, one for each selector, in the order in which a later one wins over an earlier one
 */
export function styleRules(text: string): StyleRule[] {
  const plain = withoutBlocks(text.replace(/\/\*[\s\S]*?\*\//g, ''));
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const declarations = declarationsOf(body);
    return splitOutside(selectors, ',').map((selector) => ({ selector, weight: weightOf(selector), declarations }));
  });
  return rules.sort((a, b) => a.weight - b.weight);
}

/** Drops `@media { … }` and the like, with all that is inside, and `@import …;`. */
function withoutBlocks(text: string): string {
  let kept = '';
  for (let i = 0; i < text.length; ) {
    const at = text.indexOf('@', i);
    if (at < 0) return kept + text.slice(i);
    kept += text.slice(i, at);
    let depth = 0;
    for (i = at; i < text.length; i++) {
      const character = text[i];
      if (character === '{') depth++;
      if (character === '}') depth--;
      if (depth === 0 && (character === '}' || character === ';')) break;
    }
    i++;
  }
  return kept;
}

function declarationsOf(body: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const part of splitOutside(body, ';')) {
    const colon = part.indexOf(':');
    if (colon > 0) declarations.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim());
  }
  return declarations;
}

/** The parts of a text between separators that stand outside of brackets and quotation marks, trimmed; none of them empty. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('(['.includes(character)) depth++;
    else if (')]'.includes(character)) depth--;
    else if (depth === 0 && character === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function weightOf(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0;
  // `:is(.a, .b)` weighs as one of what is in it.
  const single = selector.replace(/:is\(([^,)]*)[^)]*\)/g, '$1');
  const classes = single.match(/\.[\w-]+|\[[^\]]*\]|:(?!not\(|:)[\w-]+/g)?.length ?? 0;
  const elements = single.match(/(?:^|[\s>+~])[a-z][\w-]*/gi)?.length ?? 0;
  return ids * 10_000 + classes * 100 + elements;
}
