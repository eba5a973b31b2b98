import * as v from 'valibot';
import type { Bars, Components, Curve, Plane } from '../../../src/engine/api/preview';
import type { Plot } from '../../plots/words/pointing';

/** A picture that was put aside to be compared with. */
export interface Snapshot {
  /** Of the document. */
  readonly uri: string;
  readonly fileName: string;
  readonly observed: Plot;
  readonly prior: Plot | null;
  /** The distribution function at the points of the observed picture; null where it was not known. */
  readonly cumulative: Float64Array | null;
}

/** The longest that is kept, in characters: VS Code writes it down with the window's state. */
const longest = 1_000_000;

/** A snapshot as plain data, to outlive the page; null where it is too large for that. */
export function keptSnapshot({ uri, fileName, observed, prior, cumulative }: Snapshot): unknown {
  const kept = {
    uri,
    fileName,
    observed: plainPlot(observed),
    prior: prior === null ? null : plainPlot(prior),
    cumulative: cumulative === null ? null : textOf(cumulative),
  };
  return JSON.stringify(kept).length > longest ? null : kept;
}

/** What was kept, as a snapshot; null where it is none. */
export function readSnapshot(value: unknown): Snapshot | null {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
}

function plainPlot(plot: Plot): unknown {
  const entries = Object.entries(plot).flatMap(([name, value]) => {
    if (!(name in shapes[plot.kind].entries)) return [];
    return [[name, value instanceof Float64Array ? textOf(value) : value] as const];
  });
  return Object.fromEntries(entries);
}

/** Numbers as text, bit by bit: JSON has neither infinity nor all digits in little room. */
function textOf({ buffer, byteOffset, byteLength }: Float64Array): string {
  let text = '';
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) text += String.fromCharCode(byte);
  return btoa(text);
}

const numbers = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
  v.check(({ length }) => length % 8 === 0),
  v.transform(({ buffer }) => new Float64Array(buffer)),
);

const common = {
  choice: v.object({
    variable: v.string(),
    index: v.nullable(v.number()),
    coordinate: v.nullable(v.number()),
    label: v.string(),
  }),
  massInside: v.number(),
};
const line = {
  ...common,
  standardError: v.nullable(numbers),
  outside: v.optional(v.object({ below: v.number(), above: v.number(), exact: v.boolean() })),
};
const shapes = {
  curve: v.object({ ...line, kind: v.literal('curve'), x: numbers, density: numbers, logDensity: numbers }),
  bars: v.object({
    ...line,
    kind: v.literal('bars'),
    values: numbers,
    labels: v.array(v.string()),
    probability: numbers,
    coloured: v.boolean(),
  }),
  plane: v.object({ ...common, kind: v.literal('plane'), x: numbers, y: numbers, density: numbers }),
};

const sameLength = (length: number, ...others: readonly ({ readonly length: number } | null)[]): boolean =>
  others.every((other) => other === null || other.length === length);

/** What is not drawn of a snapshot. */
const components: Components = { kind: 'none', items: [], total: 0, of: '', scale: 1 };
const nothing = new Float64Array();

const plot = v.union([
  v.pipe(
    shapes.curve,
    v.check(({ x, density, logDensity, standardError }) => sameLength(x.length, density, logDensity, standardError)),
    v.transform(
      ({ outside, ...rest }): Curve => ({
        ...rest,
        ...(outside && { outside }),
        components,
        histogram: null,
        data: nothing,
      }),
    ),
  ),
  v.pipe(
    shapes.bars,
    v.check(({ values, labels, probability, standardError }) =>
      sameLength(values.length, labels, probability, standardError),
    ),
    v.transform(
      ({ outside, ...rest }): Bars => ({
        ...rest,
        ...(outside && { outside }),
        components,
        samples: null,
        data: nothing,
      }),
    ),
  ),
  v.pipe(
    shapes.plane,
    v.check(({ x, y, density }) => density.length === x.length * y.length),
    v.transform((rest): Plane => ({ ...rest, samples: nothing })),
  ),
]);

const schema = v.object({
  uri: v.string(),
  fileName: v.string(),
  observed: plot,
  prior: v.nullable(plot),
  cumulative: v.nullable(numbers),
});
