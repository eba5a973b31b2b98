import * as vscode from 'vscode';
import { globLiteral } from './globLiteral';
import { LatestReading, type Recipe } from './latestReading';
import { showProgress } from './showProgress';

/** What is read of one file, in the background, and read again whenever the file changes. */
export class WatchedFile<Asked, T> implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #reading: LatestReading<Asked, T>;

  /**
   * @param name as written in the model, for messages
   * @param asked what of it is read
   * @param changed called whenever `value` has changed
   */
  constructor(uri: vscode.Uri, name: string, asked: Asked, recipe: Recipe<Asked, T>, changed: () => void) {
    const at = uri.path.lastIndexOf('/');
    const folder = uri.with({ path: uri.path.slice(0, at) || '/' });
    const pattern = new vscode.RelativePattern(folder, globLiteral(uri.path.slice(at + 1)));
    this.#watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#reading = new LatestReading(
      asked,
      {
        read: (columns, reading) => showProgress(name, reading, (told) => recipe.read(columns, told)),
        serves: recipe.serves,
      },
      changed,
    );
    for (const event of [this.#watcher.onDidChange, this.#watcher.onDidCreate, this.#watcher.onDidDelete])
      event(() => this.#reading.again());
  }

  /** undefined until the file has been read once. */
  get value(): T | undefined {
    return this.#reading.value;
  }

  ask(asked: Asked): void {
    this.#reading.ask(asked);
  }

  dispose(): void {
    this.#reading.dispose();
    this.#watcher.dispose();
  }
}
