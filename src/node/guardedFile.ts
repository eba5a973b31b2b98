import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { type Bounds, failed, judge, type Kind, notThere, type OpenFile, Unreadable } from '../files/openFile';
import { quote } from '../model/quote';

/**
 * Opens a file that is judged before, and again once it is open, so that nothing can be put in its place meanwhile; a pipe keeps
 * nobody waiting.
 *
 * @param judge throws where it must not be read
 * @param flags for `open`, beside those that every reader has
 */
export async function openJudged(path: string, judge: (stat: Stats) => void, flags = 0): Promise<FileHandle> {
  judge(await stat(path));
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
  try {
    judge(await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Opens a file that a model names: a regular one, which really lies in one of the folders, whatever links lead there.
 *
 * @param path absolute
 * @param roots absolute paths of the folders that it may lie in, at any depth
 * @param name as written in the model, for messages
 * @throws Unreadable
 */
export async function openGuarded(
  path: string,
  roots: readonly string[],
  name: string,
  bounds: Bounds,
): Promise<OpenFile> {
  try {
    const real = await realpath(path);
    const folders = await Promise.all(roots.map((root) => realpath(root)));
    if (!folders.some((folder) => contains(folder, real)))
      throw new Unreadable(
        `${quote(name)} is a link that leads out of the folder of this model; put the file itself in its place.`,
      );
    let size = 0;
    const handle = await openJudged(
      real,
      (found) => {
        judge(name, kindOf(found), found.size, bounds);
        size = found.size;
      },
      constants.O_NOFOLLOW ?? 0,
    );
    return handleFile(handle, size, name);
  } catch (error) {
    throw inWords(name, error);
  }
}

/** @param size bytes, as far as they are known before they are read */
export function handleFile(handle: FileHandle, size: number, name: string): OpenFile {
  return {
    size,
    async read(from, most) {
      try {
        const buffer = new Uint8Array(most);
        const { bytesRead } = await handle.read(buffer, 0, most, from);
        return buffer.subarray(0, bytesRead);
      } catch (error) {
        throw inWords(name, error);
      }
    },
    close: () => handle.close(),
  };
}

/** Whether one path lies below another; both real. */
function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function kindOf(stat: Stats): Kind {
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

function inWords(name: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return notThere(name);
    case 'EISDIR':
      return new Unreadable(`${quote(name)} is a folder; name a file in it.`);
    case 'EACCES':
    case 'EPERM':
      return failed(name, 'you may not read it.');
    case 'ELOOP':
      return failed(name, 'it is a link that leads in a circle.');
    case null:
      return error;
    default:
      return failed(name, `${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** `ENOENT`, … of an error of the system; null for any other. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
