import type { DataFile, DataFiles } from '../../language/analysis';
import { code } from '../docs/markdown';
import type { Draft } from './item';
import type { Place } from './place';

/** What the caller knows of the files round the model. */
export interface Surroundings {
  /** Paths relative to the model, with `/` between the folders. */
  readonly files: readonly string[];
  /** What has been read of the files that the model names. */
  readonly data: DataFiles;
}

const dataEndings = /\.(csv|tsv|txt)$/i;
const weightsEndings = /\.safetensors$/i;

/** The files beside the model that a statement can name. */
export function fileDrafts(place: Place, { files, data }: Surroundings): Draft[] {
  const endings = place.keyword === 'weights' ? weightsEndings : dataEndings;
  return files
    .filter((path) => endings.test(path))
    .map((path) => ({
      label: path,
      kind: 'file',
      detail: place.keyword === 'weights' ? 'trained weights' : 'data file',
      documentation: fileWords(data.get(path)),
      insert: place.quoted ? path : `"${path}"`,
    }));
}

function fileWords(file: DataFile | undefined): string {
  if (file?.kind === 'missing') return file.reason;
  if (!file) return '';
  return `${rowCount(file)} rows. Columns: ${[...file.columns.keys()].map(code).join(', ')}.`;
}

function rowCount(file: Extract<DataFile, { kind: 'table' }>): number {
  return file.columns.values().next().value?.length ?? 0;
}

const nameForm = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** The columns of the statement's file that are not listed yet; numeric ones first. */
export function columnDrafts(place: Place, { data }: Surroundings): Draft[] {
  const file = place.file === null ? undefined : data.get(place.file);
  if (file?.kind !== 'table') return [];
  const free = [...file.columns].filter(([name]) => !place.columns.includes(name));
  const drafts = free.map(([name, cells]) => ({
    numeric: cells.every(isNumber),
    draft: columnDraft(place, name, cells),
  }));
  return [...drafts.filter(({ numeric }) => numeric), ...drafts.filter(({ numeric }) => !numeric)].map(
    ({ draft }) => draft,
  );
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

/** How many cells a completion shows. */
const shownCells = 5;

function columnDraft(place: Place, name: string, cells: readonly string[]): Draft {
  const first = cells.slice(0, shownCells).map(code).join(', ');
  return {
    label: name,
    kind: 'column',
    detail: cells.every(isNumber) ? 'numbers' : 'text',
    documentation: `${cells.length} rows: ${first}${cells.length > shownCells ? ', …' : ''}`,
    insert: place.quoted || nameForm.test(name) ? name : `"${name}"`,
  };
}
