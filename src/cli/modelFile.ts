import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolveDataPath } from '../files/dataPath';
import { namedFiles } from '../files/namedFiles';
import { largestTable, readTableBytes, tooLarge } from '../files/table';
import { largestWeights, readWeightsBytes, TrainedWeights } from '../files/trainedWeights';
import { analyse } from '../language/analyse';
import type { Analysis, DataFile } from '../language/analysis';
import { parse } from '../language/parser';
import { decodeUtf8 } from '../model/utf8';
import type { LayersByName } from '../model/weights';
import { badUsage, type Failure } from './failure';

/** A model, checked together with the files that it names. */
export interface ModelFile {
  /** As written on the command line. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly weights: LayersByName;
}

/** Why a file could not be read, as a sentence. */
interface Missing {
  readonly kind: 'missing';
  readonly reason: string;
}

/**
 * Reads a model with the data and weights that it names; those must lie beside or below the model, or in `folder` where
 * the model lies there too.
 * @throws Failure where the file of the model cannot be read
 */
export function readModelFile(path: string, folder: string): ModelFile {
  const absolute = resolve(folder, path);
  const text = decodeUtf8(modelBytes(path, absolute));
  if (text === null) throw badUsage(`${path} is not UTF-8 text; save it as UTF-8.`);
  const { tables, weights } = namedFiles(parse(text).tree);
  const read = <T>(written: string, limit: number, of: (bytes: Uint8Array) => T) =>
    readNamed(written, absolute, folder, limit, of);
  const files = new Map(
    Array.from(tables, (name): [string, DataFile] => [
      name,
      read(name, largestTable, (bytes) => readTableBytes(bytes, name)),
    ]),
  );
  const analysis = analyse(text, files);
  const named = analysis.model?.weights ?? null;
  const stored = named === null || !weights.has(named) ? undefined : read(named, largestWeights, readWeightsBytes);
  const joined = new TrainedWeights().join(analysis, stored);
  return { path, analysis: joined.analysis, weights: joined.layers };
}

/** Says in plain words why a file could not be read. */
export function unreadable(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return badUsage(`There is no file ${path}.`);
  if (code === 'EISDIR') return badUsage(`${path} is a folder; name a file in it.`);
  if (code === 'EACCES' || code === 'EPERM') return badUsage(`${path} may not be read by you.`);
  return badUsage(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
}

function modelBytes(path: string, absolute: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readNamed<T>(
  written: string,
  model: string,
  folder: string,
  limit: number,
  read: (bytes: Uint8Array) => T,
): T | Missing {
  const missing = (reason: string): Missing => ({ kind: 'missing', reason });
  const modelFolder = portable(dirname(model));
  const workspace = portable(folder);
  const inside = `${modelFolder}/`.startsWith(workspace.endsWith('/') ? workspace : `${workspace}/`);
  const resolved = resolveDataPath(written, modelFolder, inside ? workspace : null);
  if (resolved.kind === 'refused') return missing(resolved.reason);
  const path = native(resolved.path);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return missing(`"${written}" is a folder; name a file in it.`);
    if (stat.size > limit) return missing(tooLarge(written, stat.size, limit));
    return read(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return missing(`There is no file "${written}" beside this model; check the name, or put the file there.`);
    return missing(`"${written}" could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** An absolute path with slashes, as VS Code has it: `/home/me`, `/C:/Users`. */
function portable(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

function native(path: string): string {
  return fileURLToPath(`file://${path.split('/').map(encodeURIComponent).join('/')}`.replace(/%3A/gi, ':'));
}
