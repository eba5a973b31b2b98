import type { RowsPicture } from '../../../src/engine/api/aside';
import { tenth } from '../../plots/axes/path';
import type { ShelfLayout } from '../../plots/bars/shelf';
import { wholeOrShort } from '../../plots/text/format';
import { textWidth } from '../../plots/text/textWidth';
import type { Plot } from '../../plots/words/pointing';
import { nearest } from '../../plots/words/readOut';
import { elementOf } from '../request/playRows';
import type { Picture } from '../scene/pictures';

/** Where a drawn value stands in the small plot of its variable, in pixels. */
export type AxisPlace =
  | {
      readonly kind: 'bar';
      readonly value: string;
      readonly className: string;
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'point';
      readonly value: string;
      readonly x: number;
      readonly y: number;
      /** From the axis to the curve; null where there is no axis. */
      readonly line: readonly [number, number] | null;
      readonly text: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
    };

/** @returns null where the samples have not this variable, or the plot not this value. */
export function latentPlace(
  { columns }: RowsPicture,
  row: number,
  plot: Plot,
  picture: Picture | ShelfLayout,
  fontSize: number,
): AxisPlace | null {
  const { choice } = plot;
  const element = choice.index === null ? choice.variable : `${choice.variable}[${choice.index}]`;
  const own = columns.filter(
    (column) =>
      elementOf(column) === element && (plot.kind === 'plane' || column.choice.coordinate === choice.coordinate),
  );
  const [first = Number.NaN, second = Number.NaN] = own.map(({ values }) => values[row]);
  if (plot.kind === 'bars')
    return picture.kind === 'shelf' ? onShelf(plot.labels, plot.values.indexOf(first), picture) : null;
  if (plot.kind === 'curve' && picture.kind === 'curve') {
    const { frame, x, y } = picture;
    const at = x.scale(first);
    if (!(at >= frame.left && at <= frame.right)) return null;
    const top = Math.max(frame.top, y.scale(plot.density[nearest(plot.x, first)] ?? 0));
    return point(`${choice.label} = ${wholeOrShort(first)}`, at, top, [top, frame.bottom], frame, fontSize);
  }
  if (plot.kind === 'plane' && picture.kind === 'plane') {
    const { frame, x, y } = picture;
    const [at, up] = [x.scale(first), y.scale(second)];
    if (!(at >= frame.left && at <= frame.right && up >= frame.top && up <= frame.bottom)) return null;
    return point(`(${wholeOrShort(first)}, ${wholeOrShort(second)})`, at, up, null, frame, fontSize);
  }
  return null;
}

function onShelf(labels: readonly string[], index: number, { rows, frame, size }: ShelfLayout): AxisPlace | null {
  const value = labels[index];
  if (value === undefined) return null;
  const row = rows[index];
  if (row === undefined) {
    // Thin bars stand side by side.
    const width = (frame.right - frame.left) / labels.length;
    const x = tenth(frame.left + (index + 0.5) * width);
    const end = x > (frame.left + frame.right) / 2;
    const text = { x: end ? x - 8 : x + 8, y: frame.top + 10, anchor: end ? 'end' : 'start' } as const;
    return { kind: 'point', value, x, y: frame.top + 6, line: [frame.top + 6, frame.bottom], text };
  }
  return {
    kind: 'bar',
    value,
    className: row.className,
    left: 1,
    top: tenth(row.y - 3),
    width: size.width - 2,
    height: tenth(row.height + 6),
  };
}

function point(
  value: string,
  x: number,
  y: number,
  line: readonly [number, number] | null,
  frame: Picture['frame'],
  fontSize: number,
): AxisPlace {
  const end = x + 10 + textWidth(value, fontSize) > frame.right;
  const text = {
    x: tenth(end ? x - 9 : x + 9),
    y: tenth(Math.max(frame.top + fontSize, y)),
    anchor: end ? 'end' : 'start',
  } as const;
  return { kind: 'point', value, x: tenth(x), y: tenth(y), line, text };
}
