import { type Grammar, type GrammarToken, type Node, named, tokenise } from './ebnf';

const samples: Record<string, string> = {
  'a character of the Unicode category L': 'abkxyzNσµдé漢',
  'a character of the Unicode category M': '\u0301\u20D7',
  'a character of the Unicode category N': '0129²٣',
  'a character that is neither a double quote nor the end of a line': "ab .,/\\*'~é🙂",
};

/** The tokens of a sentence derived from a rule. `pick(n)` chooses one of n ways; where it returns null, the shortest is taken. */
export function derive(grammar: Grammar, start: string, pick: (ways: number) => number | null): GrammarToken[] {
  const cost = costs(grammar);
  const classes = new Set(named(grammar.get('token')!));
  const tokens: GrammarToken[] = [];
  const walk = (node: Node, emit: (text: string) => void): void => {
    switch (node.kind) {
      case 'terminal':
        emit(node.text);
        break;
      case 'special': {
        const characters = [...samples[node.text]!];
        emit(characters[pick(characters.length) ?? 0]!);
        break;
      }
      case 'sequence':
        for (const item of node.items) walk(item, emit);
        break;
      case 'optional':
        if (pick(2) === 1) walk(node.item, emit);
        break;
      case 'repeat':
        while ((pick(3) ?? 0) > 0) walk(node.item, emit);
        break;
      case 'choice': {
        const cheapest = node.items.reduce((best, item) => (cost(item) < cost(best) ? item : best));
        const way = pick(node.items.length);
        walk(way === null ? cheapest : node.items[way]!, emit);
        break;
      }
      case 'except':
        walk(node.item, emit);
        break;
      case 'rule':
        if (classes.has(node.name)) tokens.push(lexeme(node.name));
        else walk(grammar.get(node.name)!, emit);
    }
  };
  const lexeme = (rule: string): GrammarToken => {
    let text = '';
    walk(grammar.get(rule)!, (piece) => {
      text += piece;
    });
    // The one exception of the grammar: a word that is a keyword is no name.
    const clash = rule === 'name' && tokenise(grammar, text)?.[0]?.rule === 'keyword';
    return { rule, text: clash ? `${text}_` : text };
  };
  walk({ kind: 'rule', name: start }, (text) => {
    tokens.push({ rule: /^[a-z]/.test(text) ? 'keyword' : 'symbol', text });
  });
  return tokens;
}

/** The least number of terminals that a node can become. */
function costs(grammar: Grammar): (node: Node) => number {
  const known = new Map<string, number>();
  const cost = (node: Node): number => {
    switch (node.kind) {
      case 'rule':
        return known.get(node.name) ?? Number.POSITIVE_INFINITY;
      case 'sequence':
        return node.items.reduce((sum, item) => sum + cost(item), 0);
      case 'choice':
        return Math.min(...node.items.map(cost));
      case 'optional':
      case 'repeat':
        return 0;
      case 'except':
        return cost(node.item);
      default:
        return 1;
    }
  };
  for (let round = 0; round < grammar.size; round++) for (const [name, node] of grammar) known.set(name, cost(node));
  return cost;
}
