import * as vscode from 'vscode';
import { isModel } from '../host/selector';
import type { PreviewManager } from '../preview/previewManager';
import { panelCommands, textCommands } from '../protocol';
import { newFromGallery } from './gallery';

/** The commands of the palette, menus and keys. */
export function registerCommands(
  context: vscode.ExtensionContext,
  previews: PreviewManager,
  log: vscode.LogOutputChannel,
): void {
  const open = (target: unknown, column: vscode.ViewColumn, preserveFocus: boolean) => {
    const uri = modelUri(target);
    if (uri) previews.open(uri, column, preserveFocus);
    else void vscode.window.showInformationMessage('Open a .lvm model first; its preview is shown beside it.');
  };
  const showPage = (name: string) =>
    vscode.commands.executeCommand(
      'markdown.showPreview',
      vscode.Uri.joinPath(context.extensionUri, 'media', 'docs', name),
    );
  const commands: Record<string, (target?: unknown) => unknown> = {
    'lvm.openPreview': (target) => open(target, vscode.ViewColumn.Active, false),
    'lvm.openPreviewToSide': (target) => open(target, vscode.ViewColumn.Beside, true),
    'lvm.newFromGallery': async () => {
      const document = await newFromGallery();
      const beside = vscode.workspace.getConfiguration('lvm.gallery').get<boolean>('openPreview', true);
      if (document && beside) previews.open(document.uri, vscode.ViewColumn.Beside, true);
    },
    'lvm.resample': () => previews.current()?.resample(),
    'lvm.togglePin': () => previews.togglePin(),
    'lvm.showOutput': () => log.show(),
    'lvm.openLanguageReference': () => showPage('language.md'),
    'lvm.openPanelGuide': () => showPage('panel.md'),
  };
  for (const command of textCommands) commands[`lvm.${command}`] = () => previews.current()?.inText(command);
  for (const command of panelCommands) commands[`lvm.preview.${command}`] = () => previews.current()?.command(command);
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
}

/** The model that a menu hands over, or that of the active editor. */
function modelUri(target: unknown): vscode.Uri | null {
  if (target instanceof vscode.Uri) return target;
  const active = vscode.window.activeTextEditor?.document;
  return active && isModel(active) ? active.uri : null;
}
