import * as vscode from 'vscode';
import type { TextCommand } from '../protocol';
import { focusColumn } from './focusColumn';
import { editorOf } from './modelEditor';

/** Does to a text what the keys of its editor do, and leaves the keyboard in the preview. */
export class TextKeys {
  readonly #log: vscode.LogOutputChannel;
  #borrowing = 0;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Whether an editor has the keyboard for a moment, though nobody has turned to it. */
  get borrowing(): boolean {
    return this.#borrowing > 0;
  }

  /** @param column where the preview is */
  async run(command: TextCommand, document: vscode.TextDocument, column?: vscode.ViewColumn): Promise<void> {
    this.#borrowing++;
    try {
      await (command === 'save' ? save(document) : step(command, document, column));
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    } finally {
      this.#borrowing--;
    }
  }
}

async function save(document: vscode.TextDocument): Promise<void> {
  await (document.isUntitled ? vscode.workspace.save(document.uri) : document.save());
}

/** A document is undone by the editor that has the keyboard, by no other way. */
async function step(command: 'undo' | 'redo', document: vscode.TextDocument, column = vscode.ViewColumn.One) {
  const { viewColumn } = await editorOf(document);
  if (viewColumn === undefined) return;
  // In one go: a key that is pressed meanwhile must not end up in the text.
  const commands = [...focusColumn(viewColumn), command, ...focusColumn(column)];
  await vscode.commands.executeCommand('runCommands', { commands });
}
