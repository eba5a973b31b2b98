import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { Span } from '../language/syntax/span';
import { OpenedNumbers, type WrittenNumber } from './openedNumbers';
import { Paced } from './paced';
import type { TextChange } from './textChange';

const key = 'lvm.opened';
/** Files that are kept, the newest, and the longest text of one, in characters. */
const mostFiles = 32;
const longestText = 100_000;
/** How often they are written down at most, in milliseconds. */
const pace = 1000;

const kept = v.array(
  v.object({ uri: v.string(), text: v.string(), numbers: v.array(v.tuple([v.number(), v.number(), v.number()])) }),
);
type Kept = v.InferOutput<typeof kept>;

/**
 * What numbers the open files had when they were opened. A reload of the window opens no file: they are written down for the
 * window's next life.
 */
export class Openings {
  readonly #files = new Map<string, OpenedNumbers>();
  readonly #writing: Paced<ReadonlyMap<string, OpenedNumbers>>;

  /**
   * @param memento where they are written down
   * @param isOpen whether a file that was open in the window's last life still is
   */
  constructor(memento: Pick<vscode.Memento, 'get' | 'update'>, isOpen: (uri: string) => boolean) {
    this.#writing = new Paced(pace, (files) => void memento.update(key, plain(files)));
    const read = v.safeParse(kept, memento.get(key));
    for (const { uri, text, numbers } of read.success ? read.output : []) {
      if (!isOpen(uri)) continue;
      const followed = numbers.map(([start, end, value]) => ({ start, end, own: { start, end }, value }));
      this.#files.set(uri, new OpenedNumbers(text, followed));
    }
  }

  /** A file has a text now: it was opened, or changed by `changes`. @param written all numbers of the text, in its order */
  follow(uri: string, changes: readonly TextChange[], text: string, written: () => readonly WrittenNumber[]): void {
    const known = this.#files.get(uri);
    if (known?.text === text) return;
    known?.follow(changes, text, written());
    this.#files.delete(uri);
    this.#files.set(uri, known ?? OpenedNumbers.of(text, written()));
    this.#write();
  }

  /** What the numbers at these places were when the file was opened; null for one that was not there then. */
  at(uri: string, spans: readonly Span[]): (number | null)[] {
    return this.#files.get(uri)?.at(spans) ?? spans.map(() => null);
  }

  /** A file, or a folder, has another name, or is about to. */
  renamed(from: string, to: string): void {
    for (const [uri, numbers] of [...this.#files]) {
      if (uri !== from && !uri.startsWith(`${from}/`)) continue;
      this.#files.set(to + uri.slice(from.length), numbers);
    }
    this.#write();
  }

  /** A file was closed, and will be opened anew. */
  forget(uri: string): void {
    if (this.#files.delete(uri)) this.#write();
  }

  dispose(): void {
    this.#writing.drop();
  }

  #write(): void {
    this.#writing.push(this.#files);
  }
}

function plain(all: ReadonlyMap<string, OpenedNumbers>): Kept {
  const files = [...all].filter(([, { text }]) => text.length <= longestText).slice(-mostFiles);
  return files.map(([uri, { text, numbers }]) => ({
    uri,
    text,
    numbers: numbers.map(({ start, end, value }) => [start, end, value]),
  }));
}
