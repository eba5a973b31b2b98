import type * as vscode from 'vscode';

export const languageId = 'lvm';

/** What the language features register for: models wherever they come from, unsaved ones too. */
export const selector: vscode.DocumentSelector = { language: languageId };

/** Whether a document is a model that a user may be working on; the older versions that a diff shows are not. */
export function isModel(document: vscode.TextDocument): boolean {
  return document.languageId === languageId && !['git', 'vscode-local-history'].includes(document.uri.scheme);
}
