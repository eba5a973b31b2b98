import * as vscode from 'vscode';
import { highlight } from '../features/highlight';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

const kinds = { read: vscode.DocumentHighlightKind.Read, write: vscode.DocumentHighlightKind.Write } as const;

export function registerHighlight(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(selector, {
    provideDocumentHighlights(document, position) {
      return highlight(analyses.get(document), document.offsetAt(position)).map(
        ({ span, kind }) => new vscode.DocumentHighlight(toRange(document, span), kinds[kind]),
      );
    },
  });
}
