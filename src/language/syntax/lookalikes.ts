import type { SymbolKind } from './token';

/** Characters that come in with text pasted from papers and chats, and the symbol that was meant. */
export const lookalikes: ReadonlyMap<string, SymbolKind> = new Map<string, SymbolKind>([
  ['−', '-'],
  ['–', '-'],
  ['—', '-'],
  ['∼', '~'],
  ['～', '~'],
  ['→', '->'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∗', '*'],
  ['÷', '/'],
  ['∣', '|'],
  ['…', '..'],
  ['，', ','],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
]);
