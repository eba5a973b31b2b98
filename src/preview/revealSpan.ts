import * as vscode from 'vscode';
import { toRange } from '../editor/convert';
import type { Span } from '../language/span';

/**
 * Selects the span in an editor that shows the document, or in a new one beside the preview.
 *
 * @param preserveFocus only where the text is on the screen, without taking the keyboard from where it is
 */
export async function revealSpan(document: vscode.TextDocument, span: Span, preserveFocus: boolean): Promise<void> {
  const selection = toRange(document, span);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (preserveFocus) {
    if (shown === undefined) return;
    shown.selection = new vscode.Selection(selection.start, selection.end);
    shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const viewColumn = shown?.viewColumn ?? tabColumn(document.uri) ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column where the document has a tab, behind another one. */
export function tabColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString()),
  )?.viewColumn;
}
