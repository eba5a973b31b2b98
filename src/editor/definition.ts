import * as vscode from 'vscode';
import { definition } from '../features/definition';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerDefinition(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    provideDefinition(document, position): vscode.DefinitionLink[] {
      const found = definition(analyses.get(document), document.offsetAt(position));
      if (!found) return [];
      return found.targets.map(({ name, statement }) => ({
        originSelectionRange: toRange(document, found.origin),
        targetUri: document.uri,
        targetRange: toRange(document, statement),
        targetSelectionRange: toRange(document, name),
      }));
    },
  });
}
