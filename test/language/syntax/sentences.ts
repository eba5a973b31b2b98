import { type Grammar, type GrammarToken, type Node, named, tokenise } from './ebnf';

const samples: Record<string, string> = {
  'a character of the Unicode category L': 'abkxyzNσµдé漢',
  'a character of the Unicode category M': '\u0301\u20D7',
  'a character of the Unicode category N': '0129²٣',
  'a character that is neither a double quote nor the end of a line': "ab .,/\\*'~é🙂",
};

/** Rules this deep inside one another take the shortest way: an expression in brackets is about ten rules deeper than its surroundings. */
const deepest = 32;

/**
 * The tokens of a sentence derived from a rule. `pick(n)` chooses one of n ways; where it returns null, the shortest is taken.
 */
export function derive(grammar: Grammar, start: string, pick: (ways: number) => number | null): GrammarToken[] {
  const cost = costs(grammar);
  const classes = new Set(named(grammar.get('token')!));
  const tokens: GrammarToken[] = [];
  const walk = (node: Node, depth: number, emit: (text: string) => void): void => {
    const choose = (ways: number) => (depth > deepest ? null : pick(ways));
    switch (node.kind) {
      case 'terminal':
        emit(node.text);
        break;
      case 'special': {
        const characters = [...samples[node.text]!];
        emit(characters[choose(characters.length) ?? 0]!);
        break;
      }
      case 'sequence':
        for (const item of node.items) walk(item, depth, emit);
        break;
      case 'optional':
        if (choose(2) === 1) walk(node.item, depth, emit);
        break;
      case 'repeat':
        // A file goes on for as long as there are choices, other lists are short.
        while (depth === 1 ? choose(10) : choose(4) === 3) walk(node.item, depth, emit);
        break;
      case 'choice': {
        const cheapest = node.items.reduce((best, item) => (cost(item) < cost(best) ? item : best));
        const way = choose(node.items.length);
        walk(way === null ? cheapest : node.items[way]!, depth, emit);
        break;
      }
      case 'except':
        walk(node.item, depth, emit);
        break;
      case 'rule':
        if (classes.has(node.name)) tokens.push(lexeme(node.name));
        else walk(grammar.get(node.name)!, depth + 1, emit);
    }
  };
  const lexeme = (rule: string): GrammarToken => {
    let text = '';
    walk(grammar.get(rule)!, 2, (piece) => {
      text += piece;
    });
    // The one exception of the grammar: a word that is a keyword is no name.
    const clash = rule === 'name' && tokenise(grammar, text)?.[0]?.rule === 'keyword';
    return { rule, text: clash ? `${text}_` : text };
  };
  walk({ kind: 'rule', name: start }, 0, (text) => {
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
