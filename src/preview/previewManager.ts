import * as vscode from 'vscode';
import type { LvmApi, Paint, PreviewInfo } from '../api';
import { isModel } from '../host/selector';
import { GroupLock } from './groupLock';
import { readPanelState } from './panelState';
import { PreviewPanel, type PreviewServices } from './previewPanel';

export const viewType = 'lvm.preview';

/**
 * All previews. One that is not pinned follows the active editor among the models; a pinned one stays with its model.
 */
export class PreviewManager implements vscode.Disposable, vscode.WebviewPanelSerializer, LvmApi {
  readonly #services: PreviewServices;
  readonly #panels = new Set<PreviewPanel>();
  readonly #lock = new GroupLock();
  readonly #painted = new vscode.EventEmitter<Paint>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidPaint = this.#painted.event;

  constructor(services: PreviewServices) {
    this.#services = services;
    const { analyses } = services;
    this.#subscriptions = [
      this.#lock,
      this.#painted,
      analyses.onDidChange(({ document, changedAt }) => {
        for (const panel of this.#of(document.uri)) panel.documentChanged(document, changedAt);
      }),
      analyses.onDidClose((document) => {
        for (const panel of this.#panels) panel.documentClosed(document);
        // A preview reads the text again, to go on with it.
        if (this.#of(document.uri).length === 0) analyses.forgetOpening(document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isModel(document)) for (const panel of this.#panels) panel.documentSaved(document);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (selection === undefined || !isModel(textEditor.document)) return;
        for (const panel of this.#of(textEditor.document.uri)) panel.caretMoved(textEditor.document, selection);
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files)
          for (const panel of this.#panels) {
            panel.renamed(oldUri, newUri);
            const renamed = renamedUri(panel.uri, oldUri, newUri);
            if (renamed) void panel.show(renamed);
          }
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(viewType)) for (const panel of this.#panels) panel.sendSettings();
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
    ];
    this.#updateContext();
  }

  /**
   * Shows the preview of a model: one that is open already, or else the following one, or else a new one. Beside the text it joins
   * those that are there.
   */
  open(uri: vscode.Uri, column: vscode.ViewColumn, preserveFocus: boolean): void {
    const following = [...this.#panels].find((panel) => !panel.pinned);
    const existing = this.#of(uri)[0] ?? following;
    if (existing) {
      if (existing.uri.toString() !== uri.toString()) void existing.show(uri);
      existing.reveal(preserveFocus);
      return;
    }
    // Kept while hidden: a page that starts anew has its picture a second later, one that was kept has it at once.
    const options = { retainContextWhenHidden: true };
    const viewColumn = column === vscode.ViewColumn.Beside ? (this.#besideColumn() ?? column) : column;
    const panel = vscode.window.createWebviewPanel(viewType, 'Preview', { viewColumn, preserveFocus }, options);
    this.#adopt(panel, uri, false);
  }

  /** Where a preview is already beside the active group: its group is locked, and VS Code would open another one. */
  #besideColumn(): vscode.ViewColumn | undefined {
    const active = vscode.window.tabGroups.activeTabGroup.viewColumn;
    return [...this.#panels].findLast(({ column }) => column !== undefined && column !== active)?.column;
  }

  /** The preview that a command without a target means: the focused one, that of the active editor, the only visible one. */
  current(): PreviewPanel | undefined {
    const panels = [...this.#panels];
    const active = vscode.window.activeTextEditor?.document.uri;
    return (
      panels.find((panel) => panel.active) ??
      (active && this.#of(active)[0]) ??
      panels.find((panel) => panel.visible) ??
      panels[0]
    );
  }

  togglePin(): void {
    const panel = this.current();
    if (panel) this.#pin(panel, !panel.pinned);
  }

  previews(): readonly PreviewInfo[] {
    return [...this.#panels].map((panel) => panel.info);
  }

  /** Brings a preview back after a reload of the window. */
  async deserializeWebviewPanel(webview: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = readPanelState(kept);
    const active = vscode.window.activeTextEditor?.document;
    const followed = !state?.pinned && active && isModel(active) ? active.uri : null;
    const uri = followed ?? (state ? parseUri(state.uri) : null);
    if (uri) this.#adopt(webview, uri, state?.pinned ?? false);
    else {
      this.#services.log.warn('A preview was closed, because it had not kept which model it showed.');
      webview.dispose();
    }
  }

  dispose(): void {
    for (const panel of [...this.#panels]) panel.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(webview: vscode.WebviewPanel, uri: vscode.Uri, pinned: boolean): void {
    const panel = new PreviewPanel(webview, this.#services, uri, pinned);
    this.#panels.add(panel);
    this.#lock.opened();
    panel.onDidPaint((paint) => this.#painted.fire(paint));
    panel.onDidAskToPin((asked) => this.#pin(panel, asked));
    panel.onDidChangeViewState(() => this.#updateContext());
    panel.onDidDispose(() => {
      panel.close();
      this.#panels.delete(panel);
      this.#updateContext();
    });
    this.#updateContext();
  }

  #pin(panel: PreviewPanel, pinned: boolean): void {
    panel.pinned = pinned;
    if (pinned) return;
    // Two previews that follow the same editor in one column would show the same.
    for (const other of [...this.#panels])
      if (other !== panel && !other.pinned && other.column === panel.column) other.dispose();
    this.#follow(vscode.window.activeTextEditor, panel);
  }

  #follow(editor: vscode.TextEditor | undefined, only?: PreviewPanel): void {
    if (!editor || !isModel(editor.document) || [...this.#panels].some((panel) => panel.borrowing)) return;
    const { uri } = editor.document;
    for (const panel of only ? [only] : this.#panels)
      if (!panel.pinned && panel.uri.toString() !== uri.toString()) void panel.show(uri);
  }

  #of(uri: vscode.Uri): PreviewPanel[] {
    const key = uri.toString();
    return [...this.#panels].filter((panel) => panel.uri.toString() === key);
  }

  #updateContext(): void {
    const set = (key: string, value: boolean) => void vscode.commands.executeCommand('setContext', key, value);
    set('lvm.previewOpen', this.#panels.size > 0);
    set(
      'lvm.previewFocused',
      [...this.#panels].some((panel) => panel.active),
    );
  }
}

/** Where a file is after it, or a folder above it, was renamed; null where it was not. */
function renamedUri(uri: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri | null {
  if (uri.toString() === from.toString()) return to;
  if (uri.scheme !== from.scheme || uri.authority !== from.authority || !uri.path.startsWith(from.path + '/'))
    return null;
  return to.with({ path: to.path + uri.path.slice(from.path.length) });
}

function parseUri(text: string): vscode.Uri | null {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return null;
  }
}
