import type { RowsColumn, RowsPicture } from '../../../src/engine/api/aside';
import { colourClass } from '../../plots/axes/colours';
import { wholeOrShort } from '../../plots/text/format';
import type { Plot } from '../../plots/words/pointing';
import { elementOf } from '../request/playRows';
import type { PlayStage } from '../state/play';

/** A variable and what it was drawn to be. */
export interface Drawn {
  readonly name: string;
  readonly value: string;
  /** The class of its component's colour; null where it has none. */
  readonly className: string | null;
}

/** What has happened so far in a draw, in the order in which it happened. */
export interface DrawText {
  /** How many variables before the first are left out. */
  readonly before: number;
  readonly latent: readonly Drawn[];
  /** What x follows given them; null while that is not said yet. */
  readonly law: string | null;
  /** null while it has not been drawn. */
  readonly observed: Drawn | null;
  readonly spoken: string;
}

/** Ancestors that are named, the nearest ones. */
const mostNamed = 5;
/** Numbers of a vector that are written. */
const mostNumbers = 3;

/** The sentence of a draw, up to a stage. */
export function drawText(rows: RowsPicture, row: number, stage: PlayStage, plot: Plot): DrawText {
  const columns = new Map<string, RowsColumn[]>();
  for (const column of rows.columns) {
    const key = elementOf(column);
    columns.set(key, [...(columns.get(key) ?? []), column]);
  }
  const named = rows.ancestors.slice(-mostNamed);
  const latent = named.map((key) => drawn(key, columns.get(key) ?? [], row, plot));
  const law = stage === 'latent' ? null : (rows.laws?.[row] ?? null);
  const { choice } = plot;
  const own = columns.get(choice.index === null ? choice.variable : `${choice.variable}[${choice.index}]`) ?? [];
  const shown = own.filter((column) => choice.coordinate === null || column.choice.coordinate === choice.coordinate);
  const observed = stage === 'observed' ? drawn(choice.label, shown, row, plot) : null;
  const parts = [
    latent.map(({ name, value }) => `${name} = ${value}`).join(', '),
    law === null ? '' : `${choice.label} follows ${law}`,
    observed === null ? '' : `${observed.name} = ${observed.value}`,
  ];
  return {
    before: rows.ancestors.length - named.length,
    latent,
    law,
    observed,
    spoken: parts.filter((part) => part !== '').join('; '),
  };
}

function drawn(name: string, columns: readonly RowsColumn[], row: number, plot: Plot): Drawn {
  const values = columns.slice(0, mostNumbers).map((column) => {
    const value = column.values[row] ?? Number.NaN;
    return column.labels?.[value] ?? wholeOrShort(value);
  });
  const rest = columns.length > mostNumbers ? ', …' : '';
  const value = columns.length === 1 ? (values[0] ?? '') : `(${values.join(', ')}${rest})`;
  return { name, value, className: colourOf(name, columns[0]?.values[row] ?? Number.NaN, plot) };
}

/** The colour of a value of the one variable that tells the components of a plot apart. */
export function colourOf(element: string, value: number, plot: Plot): string | null {
  if (plot.kind === 'plane' || plot.components.kind !== 'categories' || plot.components.of !== element) return null;
  const item = plot.components.items.find(({ values }) => values.length === 1 && values[0] === value);
  return item === undefined || item.colour === null ? null : colourClass(item.colour);
}
