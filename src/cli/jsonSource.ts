import { limits } from '../files/limits';
import { shortened } from '../model/quote';
import { decodeUtf8 } from '../model/utf8';
import { badUsage } from './failure';
import type { Terminal } from './terminal';
import { readUserFile } from './userFile';

/** What reading takes of a terminal. */
type Source = Pick<Terminal, 'folder' | 'readInput'>;

/** JSON that was read, and what to call it in a message. */
export interface JsonSource {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Reads JSON from where an option says: a file, `-` for standard input, or the JSON itself, which begins with a bracket.
 * @throws Failure where it cannot be read or is not JSON
 */
export async function readJson(option: string, written: string, terminal: Source): Promise<JsonSource> {
  const inline = /^\s*[[{]/.test(written);
  const name = inline ? option : written === '-' ? 'standard input' : written;
  const text = inline ? written : decodeUtf8(await readBytes(written, terminal));
  if (text === null) throw badUsage(`${name} is not UTF-8 text; save it as UTF-8.`);
  try {
    const value: unknown = JSON.parse(text);
    return { name, value };
  } catch (error) {
    throw badUsage(
      `${name} is not JSON: ${error instanceof Error ? shortened(error.message, 200) : 'it cannot be parsed'}.`,
    );
  }
}

function readBytes(path: string, terminal: Source): Promise<Uint8Array> {
  return path === '-' ? terminal.readInput() : readUserFile(path, terminal.folder, limits.jsonBytes);
}
