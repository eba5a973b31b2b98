import type * as vscode from 'vscode';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import type { EditMessage } from '../protocol';
import { asWritten, type Placed, textWith } from './asWritten';
import { literalChange, type Replacement } from './literalChange';
import { editorOf } from './modelEditor';

/**
 * Writes what is dragged in a plot into the text, one edit at a time: while one is on its way, newer ones of the same gesture
 * are joined to what comes next, and other gestures wait for their turn. A gesture is one step to undo.
 */
export class LiteralEditor {
  readonly #analyses: Analyses;
  readonly #refuse: (gesture: number, reason: string) => void;
  #waiting: readonly (Waiting | Task)[] = [];
  #busy = false;
  #gesture: number | null = null;
  /** Whether the present gesture has opened a step to undo. */
  #opened = false;
  #refused: number | null = null;
  /** What the present gesture has written, by slot. */
  readonly #written = new Map<number, number>();
  /** How the present gesture has left the text. */
  #left: Left | null = null;

  /** @param refuse is told of a gesture that could not be written, and why */
  constructor(analyses: Analyses, refuse: (gesture: number, reason: string) => void) {
    this.#analyses = analyses;
    this.#refuse = refuse;
  }

  /** The panel has begun anew, and counts its gestures from the first. */
  restart(): void {
    this.#refused = null;
    this.#begin(null);
  }

  async take(document: vscode.TextDocument, edit: EditMessage): Promise<void> {
    // Every message of a gesture carries all of its numbers: the newest is enough.
    const last = this.#waiting.at(-1);
    const joined = last !== undefined && 'edit' in last && last.edit.gesture === edit.gesture;
    this.#waiting = [...(joined ? this.#waiting.slice(0, -1) : this.#waiting), { document, edit }];
    await this.#work();
  }

  /** Does something with the text once all that was taken is written; what is taken meanwhile waits for it. */
  async inTurn(run: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#waiting = [...this.#waiting, { run: () => run().then(resolve, reject) }];
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
        this.#waiting = this.#waiting.slice(1);
        if ('run' in next) await next.run();
        else if (next.edit.gesture !== this.#refused)
          await this.#write(next).catch((error) => this.#giveUp(next.edit, String(error)));
      }
    } finally {
      this.#busy = false;
    }
  }

  async #write({ document, edit }: Waiting): Promise<void> {
    if (edit.gesture !== this.#gesture) this.#begin(edit.gesture);
    const { version } = document;
    const model = this.#analyses.get(document).model ?? this.#leftIn(document);
    const replacements = literalChange(model, edit, this.#written);
    if (typeof replacements === 'string') return this.#giveUp(edit, replacements);
    if (model === null || replacements.length === 0) return;
    const editor = await editorOf(document);
    if (document.version !== version)
      return this.#giveUp(edit, 'The text was changed while the plot was dragged; nothing was written.');
    const text = document.getText();
    // Only the first edit of a gesture opens a step to undo; the others join it.
    const done = await editor.edit((builder) => replace(builder, document, replacements), {
      undoStopBefore: !this.#opened,
      undoStopAfter: false,
    });
    // An editor that is read-only says that it has edited, and has not.
    if (!done || document.version === version)
      return this.#giveUp(
        edit,
        'The text cannot be edited: the file is read-only, or it was changed at the same moment.',
      );
    this.#opened = true;
    this.#left = { document, text, model, replacements };
    for (const { slot, value } of edit.changes) this.#written.set(slot, value);
  }

  #begin(gesture: number | null): void {
    this.#gesture = gesture;
    this.#opened = false;
    this.#left = null;
    this.#written.clear();
  }

  /** A gesture that has made the text wrong takes it back, as long as nobody else has changed the text since. */
  #leftIn(document: vscode.TextDocument): Placed | null {
    const left = this.#left;
    if (left?.document !== document || textWith(left.text, left.replacements) !== document.getText()) return null;
    return asWritten(left.model, left.replacements);
  }

  #giveUp({ gesture }: EditMessage, reason: string): void {
    this.#refused = gesture;
    this.#refuse(gesture, reason);
  }
}

/** An edit with the document that it is for. */
interface Waiting {
  readonly document: vscode.TextDocument;
  readonly edit: EditMessage;
}

/** What else is done with the text in its turn. */
interface Task {
  run(): Promise<void>;
}

/** A text before the last edit, where its numbers stood, and the edit: what that made of them is worked out where it is needed. */
interface Left {
  readonly document: vscode.TextDocument;
  readonly text: string;
  readonly model: Placed;
  readonly replacements: readonly Replacement[];
}

function replace(builder: vscode.TextEditorEdit, document: vscode.TextDocument, pieces: readonly Replacement[]): void {
  for (const { span, text } of pieces) builder.replace(toRange(document, span), text);
}
