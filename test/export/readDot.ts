/** What a text in the language of Graphviz says, as far as it is used here. */
export interface DotGraph {
  readonly title: string;
  readonly nodes: ReadonlyMap<string, Record<string, string | null>>;
  readonly arrows: readonly Record<string, string>[];
  readonly clusters: readonly { readonly label: string; readonly inside: string | null }[];
}

type Token = string | { readonly quoted: string };

/** Reads by the grammar of the language: identifiers, quoted strings, attribute lists, subgraphs. @throws where it is not kept to */
export function readDot(text: string): DotGraph {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const expectToken = (wanted: string): void => {
    if (tokens[at] !== wanted) throw new Error(`Expected ${wanted}, found ${JSON.stringify(tokens[at])}.`);
    at++;
  };
  const name = (): string => {
    const token = tokens[at++];
    if (token === undefined || (typeof token === 'string' && !/^[\w.]+$/.test(token))) {
      throw new Error(`Expected a name, found ${JSON.stringify(token)}.`);
    }
    return typeof token === 'string' ? token : token.quoted;
  };
  const attributes = (): Record<string, string> => {
    const found: Record<string, string> = {};
    if (peek() !== '[') return found;
    expectToken('[');
    while (peek() !== ']') {
      const key = name();
      expectToken('=');
      found[key] = name();
      if (peek() === ',') expectToken(',');
    }
    expectToken(']');
    return found;
  };
  const nodes = new Map<string, Record<string, string | null>>();
  const arrows: Record<string, string>[] = [];
  const clusters: { label: string; inside: string | null }[] = [];
  const body = (cluster: { label: string } | null): void => {
    expectToken('{');
    while (peek() !== '}') {
      if (peek() === 'subgraph') {
        at++;
        if (!name().startsWith('cluster_')) throw new Error('Only clusters have an outline.');
        const own = { label: '', inside: cluster?.label ?? null };
        clusters.push(own);
        body(own);
        continue;
      }
      const first = name();
      if (peek() === '=') {
        at++;
        const value = name();
        if (first === 'label' && cluster !== null) cluster.label = value;
      } else if (peek() === '->') {
        at++;
        const to = name();
        arrows.push({ ...attributes(), from: first, to });
      } else {
        const own = attributes();
        if (first !== 'node' && first !== 'edge') nodes.set(first, { ...own, cluster: cluster?.label ?? null });
      }
      expectToken(';');
    }
    expectToken('}');
  };
  expectToken('digraph');
  const title = name();
  body(null);
  if (at !== tokens.length) throw new Error('There is more behind the graph.');
  for (const { from, to } of arrows) {
    if (!nodes.has(from ?? '') || !nodes.has(to ?? '')) throw new Error(`An arrow leads nowhere: ${from} to ${to}.`);
  }
  return { title, nodes, arrows, clusters };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|"((?:[^"\\]|\\.)*)"|(->|[{}[\]=;,])|([\w.]+)|(.)/gsu;
  for (const [, quoted, sign, word, other] of text.matchAll(pattern)) {
    if (other !== undefined) throw new Error(`Not of the language: ${other}`);
    if (quoted !== undefined) {
      tokens.push({
        quoted: quoted.replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character)),
      });
    } else if (sign !== undefined || word !== undefined) tokens.push(sign ?? word ?? '');
  }
  return tokens;
}
