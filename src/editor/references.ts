import * as vscode from 'vscode';
import { references } from '../features/references';
import type { Analyses } from './analyses';
import { toRange } from './convert';
import { selector } from './selector';

export function registerReferences(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(selector, {
    provideReferences(document, position, { includeDeclaration }) {
      return references(analyses.get(document), document.offsetAt(position), includeDeclaration).map(
        (span) => new vscode.Location(document.uri, toRange(document, span)),
      );
    },
  });
}
