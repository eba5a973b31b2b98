import * as vscode from 'vscode';
import type { DataFile, DataFiles } from '../language/analysis';
import { resolveDataPath } from './dataPath';
import type { Recipe } from './latestReading';
import type { NamedFiles } from './namedFiles';
import { type Bounds, failed, type Missing, type OpenFile, Overtaken, type Reading, readOpened } from './openFile';
import { readTable, servesColumns, tableBounds } from './table';
import { servesNetworks, type WeightsFile } from './trainedWeights';
import { WatchedFile } from './watchedFile';
import { readWeightsFile, weightsBounds } from './weightsFile';
import type { FileOpener } from './workspaceFile';

type Names = ReadonlySet<string>;

/** A file that is watched, or one that may not be read and why. */
interface Slot<T> {
  readonly value: T | undefined;
  ask(names: Names): void;
  dispose(): void;
}

/** What becomes of an open file, by the columns or networks that are asked for. */
interface Format<T> {
  readonly bounds: Bounds;
  read(file: OpenFile, name: string, asked: Names, reading: Reading): Promise<T>;
  serves(value: T, readFor: Names, asked: Names): boolean;
}

const tables: Format<DataFile> = { bounds: tableBounds, read: readTable, serves: servesColumns };
const weights: Format<WeightsFile> = {
  bounds: weightsBounds,
  read: readWeightsFile,
  serves: (value, _, asked) => value.kind === 'missing' || servesNetworks(value, asked),
};

/** The files that one model names: read, kept, and watched for changes. */
export class ModelFiles implements vscode.Disposable {
  readonly #tables = new Map<string, Slot<DataFile>>();
  readonly #weights = new Map<string, Slot<WeightsFile>>();
  #snapshot: DataFiles = new Map();

  /** @param changed called when a file has been read or has changed. */
  constructor(
    private readonly model: vscode.Uri,
    private readonly opener: FileOpener,
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
    const forgotten = keep(this.#tables, files.tables, (path, asked) =>
      this.#open(path, asked, tables, () => {
        this.#refresh();
        this.changed();
      }),
    );
    keep(this.#weights, files.weights, (path, asked) => this.#open(path, asked, weights, this.changed));
    if (forgotten) this.#refresh();
  }

  dispose(): void {
    for (const slot of [...this.#tables.values(), ...this.#weights.values()]) slot.dispose();
  }

  #open<T>(path: string, asked: Names, format: Format<T | Missing>, changed: () => void): Slot<T | Missing> {
    const uri = this.#resolve(path);
    if (typeof uri === 'string') return { value: { kind: 'missing', reason: uri }, ask: () => {}, dispose: () => {} };
    const recipe: Recipe<Names, T | Missing> = {
      read: (names, reading) =>
        readOpened(
          () => this.opener(uri, this.#roots(), path, format.bounds),
          (file) => format.read(file, path, names, reading),
        ).catch((error: unknown): Missing => {
          if (error instanceof Overtaken) throw error;
          // Such as too little memory: whatever it is, the reader must hear of it.
          const why = error instanceof Error ? error.message : String(error);
          return { kind: 'missing', reason: failed(path, `${why}.`).message };
        }),
      serves: format.serves,
    };
    return new WatchedFile(uri, path, asked, recipe, changed);
  }

  /** The folder of the model, and those of the workspace that it is in. */
  #roots(): vscode.Uri[] {
    const { model } = this;
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const untitled = model.scheme === 'untitled';
    const near = folders.filter((uri) => sameSystem(uri, untitled ? folders[0]! : model));
    if (untitled) return near;
    return [
      vscode.Uri.joinPath(model, '..'),
      ...(vscode.workspace.getWorkspaceFolder(model) === undefined ? [] : near),
    ];
  }

  #resolve(path: string): vscode.Uri | string {
    const untitled = this.model.scheme === 'untitled';
    const roots = this.#roots();
    const paths = roots.map((uri) => uri.path);
    const resolved = untitled ? resolveDataPath(path, null, paths) : resolveDataPath(path, paths[0]!, paths.slice(1));
    if (resolved.kind === 'refused') return resolved.reason;
    return roots[0]!.with({ path: resolved.path, query: '', fragment: '' });
  }

  #refresh(): void {
    const read = new Map<string, DataFile>();
    for (const [path, { value }] of this.#tables) if (value) read.set(path, value);
    this.#snapshot = read;
  }
}

function sameSystem(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.scheme === other.scheme && one.authority === other.authority;
}

/** @returns whether the map is another than before in what has a value at once or had one. */
function keep<T>(
  slots: Map<string, Slot<T>>,
  named: ReadonlyMap<string, Names>,
  open: (path: string, asked: Names) => Slot<T>,
): boolean {
  let different = false;
  for (const [path, slot] of slots) {
    if (named.has(path)) continue;
    slot.dispose();
    slots.delete(path);
    different = true;
  }
  for (const [path, asked] of named) {
    const slot = slots.get(path);
    if (slot !== undefined) {
      slot.ask(asked);
      continue;
    }
    slots.set(path, open(path, asked));
    different = true;
  }
  return different;
}
