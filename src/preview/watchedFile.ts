import * as vscode from 'vscode';
import { tooLarge } from '../files/table';
import { globLiteral } from './globLiteral';

/** Why a file could not be read, as a sentence. */
export interface Unread {
  readonly kind: 'missing';
  readonly reason: string;
}

/** The content of one file, read in the background, and read again whenever the file changes. */
export class WatchedFile<T> implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #watcher: vscode.FileSystemWatcher;
  #value: T | Unread | undefined;
  #reading = 0;

  /**
   * @param name as written in the model, for messages.
   * @param limit bytes of the largest file that is read.
   * @param read what becomes of the bytes.
   * @param changed called whenever `value` has changed.
   */
  constructor(
    uri: vscode.Uri,
    private readonly name: string,
    private readonly limit: number,
    private readonly read: (bytes: Uint8Array) => T | Unread,
    private readonly changed: () => void,
  ) {
    this.#uri = uri;
    const at = uri.path.lastIndexOf('/');
    const folder = uri.with({ path: uri.path.slice(0, at) || '/' });
    const pattern = new vscode.RelativePattern(folder, globLiteral(uri.path.slice(at + 1)));
    this.#watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#watcher.onDidChange(() => void this.#load());
    this.#watcher.onDidCreate(() => void this.#load());
    this.#watcher.onDidDelete(() => void this.#load());
    void this.#load();
  }

  /** undefined until the file has been read once. */
  get value(): T | Unread | undefined {
    return this.#value;
  }

  async #load(): Promise<void> {
    const reading = ++this.#reading;
    const value = await this.#content();
    if (reading !== this.#reading) return;
    this.#value = value;
    this.changed();
  }

  async #content(): Promise<T | Unread> {
    const missing = (reason: string): Unread => ({ kind: 'missing', reason });
    try {
      const { type, size } = await vscode.workspace.fs.stat(this.#uri);
      if (type & vscode.FileType.Directory) return missing(`"${this.name}" is a folder; name a file in it.`);
      if (size > this.limit) return missing(tooLarge(this.name, size, this.limit));
      return this.read(await vscode.workspace.fs.readFile(this.#uri));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
        return missing(`There is no file "${this.name}" beside this model; check the name, or put the file there.`);
      return missing(`"${this.name}" could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  dispose(): void {
    this.#reading++;
    this.#watcher.dispose();
  }
}
