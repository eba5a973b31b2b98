import * as vscode from 'vscode';
import type { Analyses } from '../editor/analyses';
import { toRange } from '../editor/convert';
import type { EditMessage } from '../protocol';
import { literalChange, type Replacement } from './literalChange';
import { tabColumn } from './revealSpan';

/**
 * Writes what is dragged in a plot into the text, one edit at a time: while one is on its way, newer ones of the same gesture
 * are joined to what comes next. A gesture is one step to undo.
 */
export class LiteralEditor {
  readonly #analyses: Analyses;
  readonly #refuse: (gesture: number, reason: string) => void;
  #waiting: EditMessage | null = null;
  #busy = false;
  #gesture: number | null = null;
  #refused: number | null = null;
  /** What the present gesture has written, by slot. */
  readonly #written = new Map<number, number>();

  /** @param refuse is told of a gesture that could not be written, and why */
  constructor(analyses: Analyses, refuse: (gesture: number, reason: string) => void) {
    this.#analyses = analyses;
    this.#refuse = refuse;
  }

  async take(document: vscode.TextDocument, edit: EditMessage): Promise<void> {
    // Every message of a gesture carries all of its numbers: the newest is enough.
    this.#waiting = edit;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#waiting !== null) {
        const next: EditMessage = this.#waiting;
        this.#waiting = null;
        if (next.gesture !== this.#refused) await this.#write(document, next);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #write(document: vscode.TextDocument, edit: EditMessage): Promise<void> {
    const first = edit.gesture !== this.#gesture;
    if (first) {
      this.#gesture = edit.gesture;
      this.#written.clear();
    }
    const replacements = literalChange(this.#analyses.get(document).model, edit, this.#written);
    if (typeof replacements === 'string') return this.#giveUp(edit, replacements);
    if (replacements.length === 0) return;
    const editor = await editorOf(document);
    const { version } = document;
    // Only the first edit of a gesture opens a step to undo; the others join it.
    const done = await editor.edit((builder) => replace(builder, document, replacements), {
      undoStopBefore: first,
      undoStopAfter: false,
    });
    // An editor that is read-only says that it has edited, and has not.
    if (!done || document.version === version)
      return this.#giveUp(
        edit,
        'The text cannot be edited: the file is read-only, or it was changed at the same moment.',
      );
    for (const { slot, value } of edit.changes) this.#written.set(slot, value);
  }

  #giveUp({ gesture }: EditMessage, reason: string): void {
    this.#refused = gesture;
    this.#refuse(gesture, reason);
  }
}

function replace(builder: vscode.TextEditorEdit, document: vscode.TextDocument, pieces: readonly Replacement[]): void {
  for (const { span, text } of pieces) builder.replace(toRange(document, span), text);
}

/** An editor that shows the document; one is opened beside the preview where there is none, so that the text is seen to follow. */
async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (shown !== undefined) return shown;
  const viewColumn = tabColumn(document.uri) ?? vscode.ViewColumn.One;
  return vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true });
}
