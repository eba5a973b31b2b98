import * as vscode from 'vscode';
import { semanticTokens, tokenModifiers, tokenTypes } from '../features/semanticTokens';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerSemanticTokens(analyses: Analyses): vscode.Disposable {
  const legend = new vscode.SemanticTokensLegend([...tokenTypes], [...tokenModifiers]);
  const provider: vscode.DocumentSemanticTokensProvider = {
    provideDocumentSemanticTokens(document) {
      const builder = new vscode.SemanticTokensBuilder(legend);
      for (const { span, type, modifiers } of semanticTokens(analyses.get(document))) {
        builder.push(toRange(document, span), type, modifiers);
      }
      return builder.build();
    },
  };
  return vscode.languages.registerDocumentSemanticTokensProvider(selector, provider, legend);
}
