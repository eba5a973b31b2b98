import * as vscode from 'vscode';
import { formatting } from '../features/formatting';
import type { Analyses } from './analyses';
import { toTextEdit } from './convert';
import { selector } from './selector';

export function registerFormatting(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDocumentFormattingEditProvider(selector, {
    provideDocumentFormattingEdits(document) {
      const newline = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
      return formatting(analyses.get(document), newline).map((edit) => toTextEdit(document, edit));
    },
  });
}
