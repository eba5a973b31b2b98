import * as vscode from 'vscode';
import { type CompletionItem, type CompletionKind, completion, namesFile } from '../features/completion';
import type { Analyses } from './analyses';
import { toMarkdown, toRange, toTextEdit } from './convert';
import { nearbyFiles } from './nearbyFiles';
import { selector } from './selector';

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
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, _token, context) {
      const analysis = analyses.get(document);
      const offset = document.offsetAt(position);
      const files = namesFile(analysis, offset) ? await nearbyFiles(document.uri) : [];
      const trigger = context.triggerCharacter ?? null;
      const surroundings = { files, data: analyses.tables(document) };
      return completion(analysis, offset, surroundings, trigger).map((item) => toItem(document, item));
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers);
}

function toItem(document: vscode.TextDocument, from: CompletionItem): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: from.label, description: from.detail }, kinds[from.kind]);
  item.documentation = toMarkdown(from.documentation);
  item.insertText = from.snippet ? new vscode.SnippetString(from.insert) : from.insert;
  item.range = toRange(document, from.replace);
  item.sortText = from.sort;
  item.additionalTextEdits = from.edits.map((edit) => toTextEdit(document, edit));
  if (from.show) item.command = { ...commands[from.show] };
  return item;
}
