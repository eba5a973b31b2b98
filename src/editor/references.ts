import * as vscode from 'vscode';
import { references } from '../features/references';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerReferences(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(selector, {
    provideReferences(document, position, { includeDeclaration }) {
      return references(analyses.get(document), document.offsetAt(position), includeDeclaration).map(
        (span) => new vscode.Location(document.uri, toRange(document, span)),
      );
    },
  });
}
