import * as vscode from 'vscode';
import { prepareRename, rename } from '../features/rename';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerRename(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerRenameProvider(selector, {
    prepareRename(document, position) {
      const target = prepareRename(analyses.get(document), document.offsetAt(position));
      // The editor shows the message of what is thrown, and offers no other way to refuse.
      if (target.kind === 'refused') throw new Error(target.reason);
      return { range: toRange(document, target.span), placeholder: target.name };
    },
    provideRenameEdits(document, position, newName) {
      const result = rename(analyses.get(document), document.offsetAt(position), newName);
      if (result.kind === 'refused') throw new Error(result.reason);
      const edit = new vscode.WorkspaceEdit();
      for (const { span, text } of result.edits) edit.replace(document.uri, toRange(document, span), text);
      return edit;
    },
  });
}
