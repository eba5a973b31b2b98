import * as vscode from 'vscode';
import { documentSymbols, type OutlineKind } from '../features/documentSymbols';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

const kinds: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  model: vscode.SymbolKind.Module,
  param: vscode.SymbolKind.Constant,
  let: vscode.SymbolKind.Number,
  network: vscode.SymbolKind.Function,
  latent: vscode.SymbolKind.Variable,
  observed: vscode.SymbolKind.Field,
  data: vscode.SymbolKind.File,
  weights: vscode.SymbolKind.File,
  fit: vscode.SymbolKind.Event,
  view: vscode.SymbolKind.Interface,
};

export function registerSymbols(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    selector,
    {
      provideDocumentSymbols(document) {
        return documentSymbols(analyses.get(document)).map(
          ({ name, detail, kind, span, selection }) =>
            new vscode.DocumentSymbol(name, detail, kinds[kind], toRange(document, span), toRange(document, selection)),
        );
      },
    },
    { label: 'Latent variable model' },
  );
}
