import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contains, resolveDataPath } from '../files/dataPath';
import { limits } from '../files/limits';
import { namedFiles } from '../files/namedFiles';
import { type Bounds, type Missing, type OpenFile, type Reading, readOpened } from '../files/openFile';
import { readTable, tableBounds } from '../files/table';
import { TrainedWeights } from '../files/trainedWeights';
import { readWeightsFile, weightsBounds } from '../files/weightsFile';
import { analyse } from '../language/analyse';
import type { Analysis, DataFile } from '../language/analysis';
import { parse } from '../language/syntax/parser';
import { decodeUtf8 } from '../model/utf8';
import type { LayersByName } from '../model/weights';
import { openGuarded } from '../node/guardedFile';
import { badUsage } from './failure';
import { readUserFile } from './userFile';

/** A model, checked together with the files that it names. */
export interface ModelFile {
  /** As written on the command line. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly weights: LayersByName;
}

/** Nobody waits for a newer reading here. */
const reading: Reading = { overtaken: false, progress: () => {} };

/**
 * Reads a model with the data and weights that it names; those must lie beside or below the model, or in `folder` where
 * the model lies there too.
 * @throws Failure where the file of the model cannot be read
 */
export async function readModelFile(path: string, folder: string): Promise<ModelFile> {
  const absolute = resolve(folder, path);
  const text = decodeUtf8(await readUserFile(path, folder, limits.modelBytes));
  if (text === null) throw badUsage(`${path} is not UTF-8 text; save it as UTF-8.`);
  const named = namedFiles(parse(text).tree);
  const files = new Map<string, DataFile>();
  for (const [name, columns] of named.tables) {
    const table = await readNamed(name, absolute, folder, tableBounds, (file) =>
      readTable(file, name, columns, reading),
    );
    files.set(name, table);
  }
  const analysis = analyse(text, files);
  const wanted = analysis.model?.weights ?? null;
  const networks = wanted === null ? undefined : named.weights.get(wanted);
  const stored =
    wanted === null || networks === undefined
      ? undefined
      : await readNamed(wanted, absolute, folder, weightsBounds, (file) =>
          readWeightsFile(file, wanted, networks, reading),
        );
  const joined = new TrainedWeights().join(analysis, stored);
  return { path, analysis: joined.analysis, weights: joined.layers };
}

/** @returns what becomes of a file that the model names, or why it cannot be read */
async function readNamed<T>(
  written: string,
  model: string,
  folder: string,
  bounds: Bounds,
  read: (file: OpenFile) => Promise<T>,
): Promise<T | Missing> {
  const modelFolder = dirname(model);
  const [from, workspace] = [portable(modelFolder), portable(folder)];
  const inside = contains(workspace, `${from}/`);
  const resolved = resolveDataPath(written, from, inside ? [workspace] : []);
  if (resolved.kind === 'refused') return { kind: 'missing', reason: resolved.reason };
  const roots = inside ? [modelFolder, folder] : [modelFolder];
  return readOpened(() => openGuarded(native(resolved.path), roots, written, bounds), read);
}

/** An absolute path with slashes, as VS Code has it: `/home/me`, `/C:/Users`. */
function portable(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

function native(path: string): string {
  return fileURLToPath(`file://${path.split('/').map(encodeURIComponent).join('/')}`.replace(/%3A/gi, ':'));
}
