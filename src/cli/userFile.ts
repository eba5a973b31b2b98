import { createReadStream, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bytesInWords } from '../files/limits';
import { errorCode, openJudged } from '../node/guardedFile';
import { badUsage } from './failure';

/** What the shell or the system has opened for the program already: `lvm check /dev/stdin`, `lvm check <(make-model)`. */
const descriptor = /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/(\d+))$/;

/**
 * Reads a file that stands on the command line: a regular one, or one that is open already. Any other pipe or device could
 * keep the command waiting for ever.
 *
 * @param limit bytes
 * @throws Failure where it cannot or must not be read
 */
export async function readUserFile(path: string, folder: string, limit: number): Promise<Uint8Array> {
  const absolute = resolve(folder, path);
  let handle: FileHandle | null = null;
  try {
    const opened = descriptor.exec(absolute);
    if (opened !== null) {
      const fd = Number(opened[1] ?? 0);
      return await readAll(createReadStream(path, { fd, autoClose: false }), path, limit);
    }
    handle = await openJudged(absolute, (found) => judge(path, found));
    return await readAll(handle.createReadStream({ autoClose: false }), path, limit);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await handle?.close();
  }
}

/** @param path what is read, for messages @throws Failure where there is more than may be read */
export async function readAll(chunks: AsyncIterable<Uint8Array>, path: string, limit: number): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit)
      throw badUsage(`${path} has more than ${bytesInWords(limit)}, which is more than is read of it.`);
    all.push(chunk);
  }
  return Buffer.concat(all);
}

function judge(path: string, found: Stats): void {
  if (found.isDirectory()) throw badUsage(`${path} is a folder; name a file in it.`);
  if (!found.isFile())
    throw badUsage(
      `${path} is no regular file but a device or a pipe; save what comes from it to a file, and name that.`,
    );
}

/** Says in plain words why a file could not be read. */
export function unreadable(path: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case null:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return badUsage(`There is no file ${path}.`);
    case 'EISDIR':
      return badUsage(`${path} is a folder; name a file in it.`);
    case 'EACCES':
    case 'EPERM':
      return badUsage(`${path} may not be read by you.`);
    default:
      return badUsage(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
