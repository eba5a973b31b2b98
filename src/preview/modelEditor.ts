import * as vscode from 'vscode';
import { freeColumn } from './freeColumn';

/** An editor that shows the document, without the keyboard; one is opened where it covers no preview if there is none, so that the text is seen to follow. */
export async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  return (
    shownEditor(document) ??
    vscode.window.showTextDocument(document, { viewColumn: textColumn(document.uri), preserveFocus: true })
  );
}

/** The editor of a document that is on the screen. */
export function shownEditor(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

/** The column to open a file in so that it covers no preview. */
export function textColumn(uri: vscode.Uri): vscode.ViewColumn {
  const key = uri.toString();
  return freeColumn(
    vscode.window.tabGroups.all.map(({ viewColumn, isActive, tabs, activeTab }) => ({
      column: viewColumn,
      active: isActive,
      holds: tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
      taken: activeTab?.input instanceof vscode.TabInputWebview || activeTab?.input instanceof vscode.TabInputTerminal,
    })),
  );
}
