import * as vscode from 'vscode';
import { toRange } from '../host/convert';
import type { Span } from '../language/syntax/span';

/** Marks the literals that a grip of the plot stands for, in every editor that shows the document. */
export class LiteralMarks implements vscode.Disposable {
  readonly #style = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
    borderRadius: '2px',
  });

  show(document: vscode.TextDocument, spans: readonly Span[]): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) {
        editor.setDecorations(
          this.#style,
          spans.map((span) => toRange(document, span)),
        );
      }
    }
  }

  dispose(): void {
    this.#style.dispose();
  }
}
