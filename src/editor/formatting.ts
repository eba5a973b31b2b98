import * as vscode from 'vscode';
import { formatting } from '../features/formatting';
import type { Analyses } from '../host/analyses';
import { toTextEdit } from '../host/convert';
import { selector } from '../host/selector';

export function registerFormatting(analyses: Analyses): vscode.Disposable {
  const edits = (document: vscode.TextDocument): vscode.TextEdit[] => {
    const newline = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    return formatting(analyses.get(document), newline).map((edit) => toTextEdit(document, edit));
  };
  const provider: vscode.DocumentFormattingEditProvider & vscode.DocumentRangeFormattingEditProvider = {
    provideDocumentFormattingEdits: edits,
    // A range is set as it would stand in the whole document, so that it lines up with its neighbours.
    provideDocumentRangeFormattingEdits: (document, range) =>
      edits(document).filter((edit) => range.contains(edit.range)),
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(selector, provider),
    vscode.languages.registerDocumentRangeFormattingEditProvider(selector, provider),
  );
}
