import * as vscode from 'vscode';
import {
  type CompletionItem,
  type CompletionKind,
  completion,
  itemDocumentation,
  namesFile,
} from '../features/completion';
import type { Analyses } from '../host/analyses';
import { toMarkdown, toRange, toTextEdit } from '../host/convert';
import { selector } from '../host/selector';
import type { Analysis } from '../language/analysis';
import { nearbyFiles } from './nearbyFiles';

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  keyword: vscode.CompletionItemKind.Keyword,
  distribution: vscode.CompletionItemKind.Class,
  function: vscode.CompletionItemKind.Function,
  layer: vscode.CompletionItemKind.Module,
  activation: vscode.CompletionItemKind.EnumMember,
  domain: vscode.CompletionItemKind.TypeParameter,
  param: vscode.CompletionItemKind.Constant,
  let: vscode.CompletionItemKind.Value,
  network: vscode.CompletionItemKind.Method,
  latent: vscode.CompletionItemKind.Variable,
  observed: vscode.CompletionItemKind.Field,
  index: vscode.CompletionItemKind.Variable,
  argument: vscode.CompletionItemKind.Property,
  label: vscode.CompletionItemKind.EnumMember,
  column: vscode.CompletionItemKind.Field,
  file: vscode.CompletionItemKind.File,
  method: vscode.CompletionItemKind.Function,
  option: vscode.CompletionItemKind.Property,
};

/** What the editor shows after an item is accepted. */
const commands = {
  completion: { command: 'editor.action.triggerSuggest', title: 'Suggest' },
  signature: { command: 'editor.action.triggerParameterHints', title: 'Show parameters' },
} as const;

/** The characters after which the list comes up by itself, beside letters. */
const triggers = ['~', '|', '[', '{', ',', ':', '>', '"', '/', ' '];

export function registerCompletion(analyses: Analyses): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<Item> = {
    async provideCompletionItems(document, position, _token, context) {
      const analysis = analyses.get(document);
      const offset = document.offsetAt(position);
      const files = namesFile(analysis, offset) ? await nearbyFiles(document.uri) : [];
      const trigger = context.triggerCharacter ?? null;
      const surroundings = { files, data: analyses.tables(document) };
      return completion(analysis, offset, surroundings, trigger).map((item) => new Item(document, analysis, item));
    },
    resolveCompletionItem(item) {
      item.documentation = toMarkdown(itemDocumentation(item.analysis, item.from));
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers);
}

/** An item of the list, with what its documentation is written from when the user looks at it. */
class Item extends vscode.CompletionItem {
  constructor(
    document: vscode.TextDocument,
    readonly analysis: Analysis,
    readonly from: CompletionItem,
  ) {
    super({ label: from.label, description: from.detail }, kinds[from.kind]);
    this.insertText = from.snippet ? new vscode.SnippetString(from.insert) : from.insert;
    this.range = toRange(document, from.replace);
    this.sortText = from.sort;
    this.additionalTextEdits = from.edits.map((edit) => toTextEdit(document, edit));
    if (from.show) this.command = { ...commands[from.show] };
  }
}
