import * as vscode from 'vscode';
import type { LvmApi, Paint } from '../../../src/api';
import { ok } from './assert';

/** The extension, whoever its publisher is. */
export function extension(): vscode.Extension<LvmApi> {
  const found = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'lvm');
  ok(found, 'The extension lvm is not installed in this VS Code.');
  return found as vscode.Extension<LvmApi>;
}

/** The extension's API, the extension activated. */
export async function api(): Promise<LvmApi> {
  return extension().activate();
}

/** Shows a new, unsaved model in an editor of its own. */
export async function edit(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'lvm', content });
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** Replaces the first place where `found` stands in the text. */
export async function replace(editor: vscode.TextEditor, found: string, by: string): Promise<void> {
  const { document } = editor;
  const offset = document.getText().indexOf(found);
  ok(offset >= 0, `The text does not hold ${found}.`);
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + found.length));
  ok(await editor.edit((builder) => builder.replace(range, by)), 'The editor refused the edit.');
}

/** Closes every editor and preview, dropping unsaved text. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Does something and waits for an event that follows from it.
 *
 * @param limit milliseconds
 */
export async function after<T>(
  event: vscode.Event<T>,
  wanted: (value: T) => boolean,
  action: () => unknown,
  what: string,
  limit = 60_000,
): Promise<T> {
  const seen: T[] = [];
  let subscription: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const happened = new Promise<T>((resolve, reject) => {
      subscription = event((value) => {
        seen.push(value);
        if (wanted(value)) resolve(value);
      });
      timer = setTimeout(
        () => reject(new Error(`${what} did not happen within ${limit} ms. Seen instead: ${JSON.stringify(seen)}`)),
        limit,
      );
    });
    await Promise.all([happened, action()]);
    return await happened;
  } finally {
    clearTimeout(timer);
    subscription?.dispose();
  }
}

/** Does something and waits for a preview to paint what fits. */
export async function paintAfter(
  lvm: LvmApi,
  wanted: (paint: Paint) => boolean,
  action: () => unknown,
  what: string,
): Promise<Paint> {
  return after(lvm.onDidPaint, wanted, action, what);
}

/** Waits until the diagnostics of a document, or of what is at its place, fit. */
export async function diagnosticsOf(
  document: Pick<vscode.TextDocument, 'uri'>,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const now = () => vscode.languages.getDiagnostics(document.uri);
  if (!wanted(now())) {
    await after(
      vscode.languages.onDidChangeDiagnostics,
      () => wanted(now()),
      () => {},
      'The expected diagnostics',
      10_000,
    );
  }
  return now();
}
