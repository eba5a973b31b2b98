import { quote, shortened } from '../model/quote';
import { bytesInWords } from './limits';

/** A file that may be read: slice by slice, so that nobody has to wait until a large one is through. */
export interface OpenFile {
  /** Bytes, as the file system says; a file may turn out to hold more. */
  readonly size: number;
  /**
   * Bytes from a place on: at least one and at most `most`, none behind the end. Resolves in a later turn of the event loop.
   * @throws Unreadable
   */
  read(from: number, most: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Why a file could not be read, as a sentence. */
export interface Missing {
  readonly kind: 'missing';
  readonly reason: string;
}

/** A file that cannot or must not be read; the message is a sentence for the user. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A newer reading has begun: nobody waits for this one. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** How a reading stands to its caller. */
export interface Reading {
  /** A newer one has begun. */
  readonly overtaken: boolean;
  /** Is told which share of the file has been read. */
  progress(share: number): void;
}

/** What a kind of file may have at most, and what to do about one that has more. */
export interface Bounds {
  readonly bytes: number;
  readonly advice: string;
}

export function tooLarge(name: string, bytes: number, { bytes: limit, advice }: Bounds): string {
  return `${quote(name)} has ${bytesInWords(bytes)}, and at most ${bytesInWords(limit)} are read; ${advice}.`;
}

/** What is known of a file by its name in the file system. */
export type Kind = 'file' | 'folder' | 'link' | 'other';

/** @throws Unreadable where it is no file, or too large by what the file system says */
export function judge(name: string, kind: Kind, size: number, bounds: Bounds): void {
  if (kind === 'folder') throw new Unreadable(`${quote(name)} is a folder; name a file in it.`);
  if (kind === 'link')
    throw new Unreadable(
      `${quote(name)} is a link, and here nobody can tell where it leads; put the file itself in its place.`,
    );
  if (kind === 'other')
    throw new Unreadable(
      `${quote(name)} is no regular file but a device or a pipe; save what comes from it to a file, and name that.`,
    );
  if (size > bounds.bytes) throw new Unreadable(tooLarge(name, size, bounds));
}

export function notThere(name: string): Unreadable {
  return new Unreadable(`There is no file ${quote(name)} beside this model; check the name, or put the file there.`);
}

export function failed(name: string, why: string): Unreadable {
  return new Unreadable(`${quote(name)} could not be read: ${shortened(why, 200)}`);
}

/** Bytes of a slice: what is decoded and parsed in some milliseconds. */
const sliceBytes = 256 * 1024;

/**
 * The bytes of a file from its beginning to its end, however long that turns out to be, one slice after another.
 * @throws Unreadable where there are more than may be read; Overtaken
 */
export async function* slices(
  file: OpenFile,
  name: string,
  bounds: Bounds,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const bytes = await file.read(at, Math.min(sliceBytes, bounds.bytes + 1 - at));
    if (reading.overtaken) throw new Overtaken();
    if (bytes.length === 0) return;
    at += bytes.length;
    if (at > bounds.bytes) throw new Unreadable(tooLarge(name, Math.max(at, file.size), bounds));
    reading.progress(at / Math.max(at, file.size));
    yield bytes;
  }
}

/**
 * Some bytes in the middle of a file, one slice after another.
 * @throws Unreadable where the file ends before; Overtaken
 */
export async function* part(
  file: OpenFile,
  name: string,
  from: number,
  to: number,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const bytes = await file.read(at, Math.min(sliceBytes, to - at));
    if (reading.overtaken) throw new Overtaken();
    if (bytes.length === 0) throw new Unreadable(`${quote(name)} ends before its numbers do: it was cut off.`);
    at += bytes.length;
    yield bytes;
  }
}

/** Opens a file, reads it and closes it again. @returns what was read of it, or why it could not be read @throws Overtaken */
export async function readOpened<T>(
  open: () => Promise<OpenFile>,
  read: (file: OpenFile) => Promise<T>,
): Promise<T | Missing> {
  let file: OpenFile | null = null;
  try {
    file = await open();
    return await read(file);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'missing', reason: error.message };
    throw error;
  } finally {
    await file?.close();
  }
}
