import type { DataFile, DataFiles } from '../../language/analysis';
import { shortened } from '../../model/quote';
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
  const shown = [...file.names].slice(0, mostNamed).map((name) => code(shortened(name)));
  const more = file.names.size > mostNamed ? `, and ${(file.names.size - mostNamed).toLocaleString('en')} more` : '';
  return `${file.rows} rows. Columns: ${shown.join(', ')}${more}.`;
}

/** How many columns the documentation of a file names, and how many are listed: more than anybody looks through. */
const mostNamed = 20;
const mostListed = 1000;

const nameForm = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** The columns of the statement's file that are not listed yet; those that begin with numbers first. */
export function columnDrafts(place: Place, { data }: Surroundings): Draft[] {
  const file = place.file === null ? undefined : data.get(place.file);
  if (file?.kind !== 'table') return [];
  const numeric: Draft[] = [];
  const others: Draft[] = [];
  for (const [at, name] of [...file.names].entries()) {
    if (numeric.length + others.length === mostListed) break;
    if (place.columns.includes(name)) continue;
    const cells = file.firstRows.map((row) => row[at]!);
    const isNumeric = cells.every(isNumber);
    (isNumeric ? numeric : others).push(columnDraft(place, name, cells, isNumeric, file.rows));
  }
  return [...numeric, ...others];
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

function columnDraft(place: Place, name: string, cells: readonly string[], numeric: boolean, rows: number): Draft {
  const shown = cells.map((cell) => code(shortened(cell))).join(', ');
  return {
    label: name,
    kind: 'column',
    detail: numeric ? 'numbers' : 'text',
    documentation: `${rows} rows: ${shown}${rows > cells.length ? ', …' : ''}`,
    insert: place.quoted || nameForm.test(name) ? name : `"${name}"`,
  };
}
