import * as vscode from 'vscode';
import { bytesFile } from './bytesFile';
import { type Bounds, failed, judge, type Kind, notThere, type OpenFile, Unreadable } from './openFile';

/**
 * Opens a file that a model names.
 * @param roots the folders that it may lie in
 * @param name as written in the model, for messages
 * @throws Unreadable
 */
export type FileOpener = (
  uri: vscode.Uri,
  roots: readonly vscode.Uri[],
  name: string,
  bounds: Bounds,
) => Promise<OpenFile>;

/**
 * Opens a file by VS Code's own means, which every host and every file system has. They give whole files only, and cannot tell
 * where a link leads: so there is none read, and no file that does not say beforehand how large it is.
 */
export const openWorkspaceFile: FileOpener = async (uri, _roots, name, bounds) => {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    judge(name, kindOf(type), size, bounds);
    return bytesFile(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') throw notThere(name);
    throw failed(name, error instanceof Error ? error.message : String(error));
  }
};

function kindOf(type: vscode.FileType): Kind {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}
