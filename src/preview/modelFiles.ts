import * as vscode from 'vscode';
import { resolveDataPath } from '../files/dataPath';
import type { NamedFiles } from '../files/namedFiles';
import { largestTable, readTableBytes } from '../files/table';
import { largestWeights, readWeightsBytes, type WeightsFile } from '../files/trainedWeights';
import type { DataFile, DataFiles } from '../language/analysis';
import { WatchedFile } from './watchedFile';

type Slot<T> = WatchedFile<T> | { readonly value: T; dispose(): void };

/** The files that one model names: read, kept, and watched for changes. */
export class ModelFiles implements vscode.Disposable {
  readonly #tables = new Map<string, Slot<DataFile>>();
  readonly #weights = new Map<string, Slot<WeightsFile>>();
  #snapshot: DataFiles = new Map();

  /** @param changed called when a file has been read or has changed. */
  constructor(
    private readonly model: vscode.Uri,
    private readonly changed: () => void,
  ) {}

  /** What has been read so far; a file that is still being read is not in it. */
  get tables(): DataFiles {
    return this.#snapshot;
  }

  /** undefined while it is being read. */
  weights(path: string): WeightsFile | undefined {
    return this.#weights.get(path)?.value;
  }

  /** Starts to read what is newly named, and forgets what is no longer. */
  name(files: NamedFiles): void {
    const forgotten = keep(this.#tables, files.tables, (path) => this.#table(path));
    keep(this.#weights, files.weights, (path) => this.#weightsFile(path));
    if (forgotten) this.#refresh();
  }

  dispose(): void {
    for (const slot of [...this.#tables.values(), ...this.#weights.values()]) slot.dispose();
  }

  #table(path: string): Slot<DataFile> {
    const read = (bytes: Uint8Array): DataFile => readTableBytes(bytes, path);
    return this.#open(path, largestTable, read, () => {
      this.#refresh();
      this.changed();
    });
  }

  #weightsFile(path: string): Slot<WeightsFile> {
    return this.#open(path, largestWeights, readWeightsBytes, this.changed);
  }

  #open<T extends { readonly kind: string }>(
    path: string,
    limit: number,
    read: (bytes: Uint8Array) => T,
    changed: () => void,
  ): Slot<T | { kind: 'missing'; reason: string }> {
    const uri = this.#resolve(path);
    if (typeof uri === 'string') return { value: { kind: 'missing', reason: uri }, dispose: () => {} };
    return new WatchedFile<T | { kind: 'missing'; reason: string }>(uri, path, limit, read, changed);
  }

  #resolve(path: string): vscode.Uri | string {
    const untitled = this.model.scheme === 'untitled';
    const workspace = untitled
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.workspace.getWorkspaceFolder(this.model)?.uri;
    const folder = untitled ? null : this.model.path.slice(0, this.model.path.lastIndexOf('/'));
    const resolved = resolveDataPath(path, folder, workspace?.path ?? null);
    if (resolved.kind === 'refused') return resolved.reason;
    return (untitled && workspace ? workspace : this.model).with({ path: resolved.path, query: '', fragment: '' });
  }

  #refresh(): void {
    const read = new Map<string, DataFile>();
    for (const [path, { value }] of this.#tables) if (value) read.set(path, value);
    this.#snapshot = read;
  }
}

/** @returns whether the map is another than before in what has a value at once or had one. */
function keep<T>(slots: Map<string, Slot<T>>, paths: ReadonlySet<string>, open: (path: string) => Slot<T>): boolean {
  let different = false;
  for (const [path, slot] of slots) {
    if (paths.has(path)) continue;
    slot.dispose();
    slots.delete(path);
    different = true;
  }
  for (const path of paths) {
    if (slots.has(path)) continue;
    slots.set(path, open(path));
    different = true;
  }
  return different;
}
