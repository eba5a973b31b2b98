import * as vscode from 'vscode';
import { toRange } from '../host/convert';
import type { Span } from '../language/syntax/span';
import { shownEditor, textColumn } from './modelEditor';

/**
 * Selects the span in an editor that shows the document, or in a new one beside the preview.
 *
 * @param preserveFocus only where the text is on the screen, without taking the keyboard from where it is
 */
export async function revealSpan(document: vscode.TextDocument, span: Span, preserveFocus: boolean): Promise<void> {
  const selection = toRange(document, span);
  const shown = shownEditor(document);
  if (preserveFocus) {
    if (shown === undefined) return;
    shown.selection = new vscode.Selection(selection.start, selection.end);
    shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const viewColumn = shown?.viewColumn ?? textColumn(document.uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
