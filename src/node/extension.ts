import type * as vscode from 'vscode';
import { activate as activateWith } from '../extension';
import { type FileOpener, openWorkspaceFile } from '../files/workspaceFile';
import { openGuarded } from './guardedFile';

/** Files of this machine are opened here, where links can be followed and parts be read; others as in a web worker. */
const openHere: FileOpener = (uri, roots, name, bounds) =>
  uri.scheme === 'file'
    ? openGuarded(
        uri.fsPath,
        roots.map((root) => root.fsPath),
        name,
        bounds,
      )
    : openWorkspaceFile(uri, roots, name, bounds);

/** The entry of the extension in Node; in a web worker it is src/extension.ts. */
export function activate(context: vscode.ExtensionContext): ReturnType<typeof activateWith> {
  return activateWith(context, openHere);
}
