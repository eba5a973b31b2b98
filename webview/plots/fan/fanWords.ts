import type { FanPicture } from '../../../src/engine/api/aside';
import { atStep, count, fixed, significant } from '../text/format';
import type { TextTable } from '../words/table';

/** What a fan says at one element. */
export interface FanReadOut {
  /** `z[7]` */
  readonly name: string;
  readonly figures: readonly { readonly name: string; readonly value: string; readonly className: string }[];
  readonly spoken: string;
}

/** Shares that are read out, the largest first. */
const told = 3;
const mostRows = 60;
const mostColumns = 8;

/** The name of an element of the chain, with the coordinate that is looked at: `z[7]`, `z[7][2]`. */
export function elementName(
  { variable, coordinate }: Pick<FanPicture, 'variable' | 'coordinate'>,
  index: number | string,
): string {
  return `${variable}[${index}]${coordinate === null ? '' : `[${coordinate}]`}`;
}

/**
 * What a fan says at its k-th shown element.
 * @param colours the class of the colour of each label of a chain of categories
 */
export function readFan(fan: FanPicture, k: number, colours: ReadonlyMap<string, string> = new Map()): FanReadOut {
  const name = elementName(fan, fan.indices[k] ?? '');
  const { content } = fan;
  const figures =
    content.kind === 'bands'
      ? bandFigures(fan, k)
      : content.labels
          .map((label, v) => ({ label, share: content.shares[v]?.[k] ?? 0 }))
          .sort((a, b) => b.share - a.share)
          .slice(0, told)
          .map(({ label, share }) => ({ name: label, value: fixed(share, 3), className: colours.get(label) ?? 'cx' }));
  return { name, figures, spoken: [name, ...figures.map((figure) => `${figure.name} ${figure.value}`)].join(', ') };
}

function bandFigures(fan: FanPicture, k: number): FanReadOut['figures'] {
  const [low, lower, median, upper, high] = textsAt(fan, k);
  if (isCertain(fan, k)) return [{ name: 'certainly', value: median ?? '', className: '' }];
  return [
    { name: 'median', value: median ?? '', className: '' },
    { name: '50 % in', value: `[${lower}, ${upper}]`, className: '' },
    { name: '90 % in', value: `[${low}, ${high}]`, className: '' },
  ];
}

/** An observed element, or one that follows from observed ones, has one value. */
function isCertain({ content }: FanPicture, k: number): boolean {
  return content.kind === 'bands' && content.quantiles[0]?.[k] === content.quantiles[content.quantiles.length - 1]?.[k];
}

function textsAt({ content }: FanPicture, k: number): string[] {
  if (content.kind !== 'bands') return [];
  const [low, , , , high] = content.quantiles;
  let widest = 0;
  low?.forEach((value, i) => {
    const width = (high?.[i] ?? 0) - value;
    if (Number.isFinite(width)) widest = Math.max(widest, width);
  });
  return content.quantiles.map((values) => {
    const value = values[k] ?? Number.NaN;
    return widest > 0 && Number.isFinite(value) ? atStep(value, widest / 400) : significant(value);
  });
}

/** What a fan shows, for those who do not see it. @param given what was observed, in words; '' for nothing */
export function describeFan(fan: FanPicture, given: string): string {
  const { indices, total, content, badge } = fan;
  const ends = [0, indices.length - 1].map((k) => readFan(fan, k).spoken);
  const what =
    content.kind === 'bands'
      ? 'Quantiles of the elements of'
      : `Probabilities of the ${count(content.values.length)} values of the elements of`;
  return [
    `${what} ${fan.variable}${given === '' ? '' : ` given ${given}`}, over ${count(total)} indices${total > indices.length ? `, ${count(indices.length)} of them shown` : ''}.`,
    ...new Set(ends.map((end) => `At ${end}.`)),
    `${badge}.`,
  ].join(' ');
}

/** A fan as a table: a row for each element, of long chains for some. */
export function fanTable(fan: FanPicture): TextTable {
  const { indices, content, total } = fan;
  const count = Math.min(mostRows, indices.length);
  const rows = Array.from({ length: count }, (_, i) => Math.round((i * (indices.length - 1)) / Math.max(1, count - 1)));
  const note = count < total ? `${count} of ${total} elements` : '';
  if (content.kind === 'bands') {
    return {
      head: ['', '5 %', '25 %', 'median', '75 %', '95 %'],
      rows: rows.map((k) => [elementName(fan, indices[k] ?? ''), ...textsAt(fan, k)]),
      note,
    };
  }
  const columns = content.labels.slice(0, mostColumns);
  return {
    head: ['', ...columns],
    rows: rows.map((k) => [
      elementName(fan, indices[k] ?? ''),
      ...columns.map((_, v) => fixed(content.shares[v]?.[k] ?? Number.NaN, 4)),
    ]),
    note: [note, columns.length < content.labels.length ? `${columns.length} of ${content.labels.length} values` : '']
      .filter((part) => part !== '')
      .join(', '),
  };
}
