import * as vscode from 'vscode';
import { isModel } from '../host/selector';
import { fileName } from './fileName';

/** @returns the document of a model that is open; undefined where it is not, or is no model */
export function findDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key && isModel(document));
}

/** Opens the document of a model. @returns it, or a sentence saying why there is none */
export async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | string> {
  const name = fileName(uri.path);
  // Opening an unsaved document that is gone would make an empty one of that name.
  if (uri.scheme === 'untitled') return `${name} was closed. Open a model, and its preview is shown here.`;
  try {
    await vscode.workspace.fs.stat(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    return isModel(document) ? document : `${name} is not a .lvm model any more.`;
  } catch {
    return `${name} is not there any more: it was moved, renamed or deleted. Open a model, and its preview is shown here.`;
  }
}
