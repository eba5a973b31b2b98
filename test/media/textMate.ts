import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = join(__dirname, '../..');
export const grammarPath = join(root, 'media/lvm.tmLanguage.json');

let loaded: Promise<IGrammar> | null = null;

/** The highlighting grammar in the engine that VS Code uses. */
export function loadGrammar(): Promise<IGrammar> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) =>
      scope === 'source.lvm' ? parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath) : null,
  });
  const grammar = await registry.loadGrammar('source.lvm');
  if (grammar === null) throw new Error('no grammar');
  return grammar;
}

export interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From the outermost in, without `source.lvm`. */
  readonly scopes: readonly string[];
}

/** The pieces of a text with their scopes; offsets count from the start of the text. */
export function scopesOf(grammar: IGrammar, text: string): Scoped[] {
  const pieces: Scoped[] = [];
  let stack = INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const end = Math.min(endIndex, line.length);
      const [start, stop] = [offset + startIndex, offset + end];
      if (stop > start) pieces.push({ start, end: stop, text: line.slice(startIndex, end), scopes: scopes.slice(1) });
    }
    stack = ruleStack;
    offset += line.length + 1;
  }
  return pieces;
}
