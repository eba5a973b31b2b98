/** Reads a grammar in the notation of ISO/IEC 14977, and recognises texts by it. Slow and plain on purpose: it checks the parser. */

export type Node =
  | { readonly kind: 'terminal'; readonly text: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'special'; readonly text: string }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'optional' | 'repeat'; readonly item: Node }
  | { readonly kind: 'except'; readonly item: Node; readonly but: Node };

export type Grammar = ReadonlyMap<string, Node>;

/** The rules of a grammar. Throws where it is not well formed, or names a rule that it does not have. */
export function readGrammar(text: string): Grammar {
  const pieces = text.replace(/\(\*[\s\S]*?\*\)/g, ' ').match(/"[^"]*"|'[^']*'|\?[^?]*\?|[\w]+|\S/g) ?? [];
  let at = 0;
  const take = (expected?: string) => {
    const piece = pieces[at++];
    if (piece === undefined || (expected !== undefined && piece !== expected)) {
      throw new Error(`expected ${expected ?? 'more'}, found ${piece ?? 'the end'}`);
    }
    return piece;
  };
  const accept = (piece: string) => pieces[at] === piece && at++ >= 0;
  const choice = (): Node => {
    const items = [sequence()];
    while (accept('|')) items.push(sequence());
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  };
  const sequence = (): Node => {
    const items = [exception()];
    while (accept(',')) items.push(exception());
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  };
  const exception = (): Node => {
    const item = primary();
    return accept('-') ? { kind: 'except', item, but: primary() } : item;
  };
  const within = (close: string): Node => {
    const node = choice();
    take(close);
    return node;
  };
  const primary = (): Node => {
    const piece = take();
    if (piece === '(') return within(')');
    if (piece === '[') return { kind: 'optional', item: within(']') };
    if (piece === '{') return { kind: 'repeat', item: within('}') };
    if (/^["']/.test(piece)) return { kind: 'terminal', text: piece.slice(1, -1) };
    if (piece.startsWith('?')) return { kind: 'special', text: piece.slice(1, -1).trim() };
    if (/^\w+$/.test(piece)) return { kind: 'rule', name: piece };
    throw new Error(`unexpected ${piece}`);
  };
  const rules = new Map<string, Node>();
  while (at < pieces.length) {
    const name = take();
    take('=');
    if (rules.has(name)) throw new Error(`${name} is defined twice`);
    rules.set(name, choice());
    take(';');
  }
  for (const node of rules.values()) {
    for (const name of named(node)) if (!rules.has(name)) throw new Error(`${name} is not defined`);
  }
  return rules;
}

/** The names of the rules that a node mentions. */
export function named(node: Node): string[] {
  switch (node.kind) {
    case 'rule':
      return [node.name];
    case 'sequence':
    case 'choice':
      return node.items.flatMap(named);
    case 'optional':
    case 'repeat':
      return named(node.item);
    case 'except':
      return [...named(node.item), ...named(node.but)];
    default:
      return [];
  }
}

/** What a grammar is matched against: characters or tokens. Each method says where a match that starts at `at` ends, or null. */
interface Input {
  terminal(text: string, at: number): number | null;
  special(text: string, at: number): number | null;
  /** undefined for a rule that the grammar itself defines. */
  rule(name: string, at: number): number | null | undefined;
}

/** All places where a match can end. Rules must not be left-recursive. */
class Matcher {
  private readonly known = new Map<string, ReadonlySet<number>>();

  constructor(
    private readonly grammar: Grammar,
    private readonly input: Input,
  ) {}

  ends(node: Node, at: number): ReadonlySet<number> {
    switch (node.kind) {
      case 'terminal':
        return one(this.input.terminal(node.text, at));
      case 'special':
        return one(this.input.special(node.text, at));
      case 'rule':
        return this.rule(node.name, at);
      case 'choice':
        return new Set(node.items.flatMap((item) => [...this.ends(item, at)]));
      case 'optional':
        return new Set([at, ...this.ends(node.item, at)]);
      case 'sequence': {
        let ends: ReadonlySet<number> = new Set([at]);
        for (const item of node.items) ends = new Set([...ends].flatMap((end) => [...this.ends(item, end)]));
        return ends;
      }
      case 'repeat': {
        const ends = new Set([at]);
        for (const end of ends) for (const next of this.ends(node.item, end)) ends.add(next);
        return ends;
      }
      case 'except': {
        const excluded = this.ends(node.but, at);
        return new Set([...this.ends(node.item, at)].filter((end) => !excluded.has(end)));
      }
    }
  }

  private rule(name: string, at: number): ReadonlySet<number> {
    const given = this.input.rule(name, at);
    if (given !== undefined) return one(given);
    const key = `${name} ${at}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const ends = this.ends(this.grammar.get(name)!, at);
    this.known.set(key, ends);
    return ends;
  }
}

function one(end: number | null): ReadonlySet<number> {
  return new Set(end === null ? [] : [end]);
}

const specials: Record<string, RegExp> = {
  'a character of the Unicode category L': /\p{L}/uy,
  'a character of the Unicode category M': /\p{M}/uy,
  'a character of the Unicode category N': /\p{N}/uy,
  'a character that is neither a double quote nor the end of a line': /[^"\n\r]/uy,
  'a character that is not the end of a line': /[^\n\r]/uy,
  'a white space character, or the end of a line': /[\s\uFEFF]/uy,
  'any characters, as few as possible': /[\s\S]*?(?=\*\/)/uy,
};

export interface GrammarToken {
  /** The rule behind `token` that it matches: `name`, `keyword`, … */
  readonly rule: string;
  readonly text: string;
}

/** The tokens of a text by the rules `token` and `space`; null where some of it is no token. */
export function tokenise(grammar: Grammar, text: string): GrammarToken[] | null {
  const matcher = new Matcher(grammar, {
    terminal: (wanted, at) => (text.startsWith(wanted, at) ? at + wanted.length : null),
    special: (words, at) => {
      const pattern = specials[words];
      if (pattern === undefined) throw new Error(`no meaning for ? ${words} ?`);
      pattern.lastIndex = at;
      return pattern.test(text) ? pattern.lastIndex : null;
    },
    rule: () => undefined,
  });
  const space: Node = { kind: 'rule', name: 'space' };
  const kinds = named(grammar.get('token')!);
  const tokens: GrammarToken[] = [];
  for (let at = 0; ; ) {
    for (let end = longest(matcher.ends(space, at)); end > at; end = longest(matcher.ends(space, at))) at = end;
    if (at === text.length) return tokens;
    let best = { rule: '', end: at };
    for (const rule of kinds) {
      const end = longest(matcher.ends({ kind: 'rule', name: rule }, at));
      if (end > best.end) best = { rule, end };
    }
    if (best.end === at) return null;
    tokens.push({ rule: best.rule, text: text.slice(at, best.end) });
    at = best.end;
  }
}

function longest(ends: ReadonlySet<number>): number {
  return Math.max(-1, ...ends);
}

/** Whether a text is a `file` of the grammar. */
export function recognises(grammar: Grammar, text: string): boolean {
  const tokens = tokenise(grammar, text);
  return tokens !== null && recognisesTokens(grammar, tokens);
}

export function recognisesTokens(grammar: Grammar, tokens: readonly GrammarToken[]): boolean {
  const classes = new Set(named(grammar.get('token')!));
  const matcher = new Matcher(grammar, {
    terminal: (wanted, at) => {
      const token = tokens[at];
      const reserved = token?.rule === 'keyword' || token?.rule === 'symbol';
      return reserved && token.text === wanted ? at + 1 : null;
    },
    special: () => null,
    rule: (name, at) => (classes.has(name) ? (tokens[at]?.rule === name ? at + 1 : null) : undefined),
  });
  return matcher.ends({ kind: 'rule', name: 'file' }, 0).has(tokens.length);
}
