import * as vscode from 'vscode';
import type { WebviewMessage } from '../protocol';
import { exportTarget } from './exportTarget';
import { fileName } from './fileName';
import { textColumn } from './modelEditor';

type Export = Extract<WebviewMessage, { type: 'export' }>;

/** How long the status bar says that something is on the clipboard, in milliseconds. */
const patience = 4000;

/**
 * Writes what a panel exports to a file that the user chooses, or puts it on the clipboard, and says so.
 * @param model the model that it is of: the dialog begins in its folder
 */
export async function saveExport({ name, to, content }: Export, model: vscode.Uri): Promise<void> {
  const target = exportTarget(name);
  if (target === null)
    throw new Error('No file that is exported may have this name. Give the model a shorter or simpler one.');
  if (to === 'file') {
    await toFile(target.name, { [target.kind]: [target.ending] }, content, model);
  } else if (typeof content === 'string') {
    await vscode.env.clipboard.writeText(content);
    vscode.window.setStatusBarMessage(`$(check) ${target.kind} copied to the clipboard`, patience);
  } else {
    throw new Error('Only text can be copied this way. Save it to a file instead.');
  }
}

async function toFile(
  name: string,
  filters: Record<string, string[]>,
  content: string | Uint8Array,
  model: vscode.Uri,
): Promise<void> {
  const defaultUri = beside(model, name);
  const uri = await vscode.window.showSaveDialog({
    ...(defaultUri === null ? {} : { defaultUri }),
    filters,
    title: `Export ${name}`,
    saveLabel: 'Export',
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `${fileName(uri.path)} could not be written: ${reason} Choose another folder, or copy it to the clipboard instead.`,
    );
    return;
  }
  void offerToOpen(uri);
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const [open, reveal] = ['Open', 'Reveal in Explorer'];
  const inside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const actions = inside ? [open, reveal] : [open];
  const chosen = await vscode.window.showInformationMessage(`Exported ${fileName(uri.path)}.`, ...actions);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri, textColumn(uri));
  if (chosen === reveal) await vscode.commands.executeCommand('revealInExplorer', uri);
}

/** A file beside the model, or of an unsaved model in the first folder of the workspace; null where there is neither. */
function beside(model: vscode.Uri, name: string): vscode.Uri | null {
  if (model.scheme !== 'untitled') return vscode.Uri.joinPath(model, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder === undefined ? null : vscode.Uri.joinPath(folder.uri, name);
}
