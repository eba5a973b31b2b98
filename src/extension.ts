import * as vscode from 'vscode';
import type { LvmApi } from './api';
import { registerCommands } from './editor/commands';
import { registerDiagnostics } from './editor/diagnostics';
import { registerFeatures } from './editor/features';
import { registerQuickFixes } from './editor/quickFixes';
import { type FileOpener, openWorkspaceFile } from './files/workspaceFile';
import { Analyses } from './host/analyses';
import { Openings } from './host/openings';
import { PreviewManager } from './preview/previewManager';
import { readSettings } from './preview/settings';

/**
 * The entry of the extension in a web worker; in Node it is src/node/extension.ts.
 * @param opener how the files that models name are opened; VS Code gives none
 */
export function activate(context: vscode.ExtensionContext, opener: FileOpener = openWorkspaceFile): LvmApi {
  const started = Date.now();
  const log = vscode.window.createOutputChannel('LVM', { log: true });
  const tabs = new Set(vscode.window.tabGroups.all.flatMap((group) => group.tabs.flatMap(uriOf)));
  const openings = new Openings(context.workspaceState, (uri) => tabs.has(uri));
  const analyses = new Analyses(opener, openings, log);
  // The previews hear of a change before the diagnostics do: what is drawn is what is waited for.
  const previews = new PreviewManager({
    extensionUri: context.extensionUri,
    analyses,
    log,
    settings: () => {
      const configuration = vscode.workspace.getConfiguration('lvm.preview');
      return readSettings((name) => configuration.get(name));
    },
  });
  context.subscriptions.push(log, openings, analyses, previews);
  registerDiagnostics(context, analyses);
  registerQuickFixes(context, analyses);
  registerFeatures(context, analyses);
  registerCommands(context, previews, log);
  analyses.start();
  log.info(`Ready after ${Date.now() - started} ms.`);
  return { previews: () => previews.previews(), onDidPaint: previews.onDidPaint };
}

function uriOf({ input }: vscode.Tab): string[] {
  return input instanceof vscode.TabInputText ? [input.uri.toString()] : [];
}
