import type { Given, Span, Zoom } from '../../../src/engine/api/preview';
import type { FileState } from '../../../src/protocol';

/** What the panel keeps of every model that it has shown, to be the same when the reader comes back to it. */
export interface FileFields {
  readonly observed: string | null;
  readonly latent: string | null;
  readonly evidence: readonly Given[];
  readonly view: FileState['view'];
  readonly scale: FileState['scale'];
  readonly zoom: Zoom | null;
  readonly zoomed: string | null;
  readonly whole: Zoom | null;
  readonly explored: {
    readonly variable: string;
    readonly index: number | null;
    readonly values: readonly (number | null)[];
    readonly held: boolean;
  } | null;
}

/** A model that is shown for the first time. */
export const fresh: FileFields = {
  observed: null,
  latent: null,
  evidence: [],
  view: 'density',
  scale: 'density',
  zoom: null,
  zoomed: null,
  whole: null,
  explored: null,
};

/** Models that are remembered. */
export const mostFiles = 32;

/** The models that are remembered once one is left, or is to be kept: the newest last, the oldest forgotten. */
export function remembered(files: readonly FileState[], uri: string, fields: FileFields): FileState[] {
  if (uri === '') return [...files];
  return [...files.filter((file) => file.uri !== uri), plain(uri, fields)].slice(-mostFiles);
}

/** What is kept of a model. */
export function recalled(files: readonly FileState[], uri: string): FileFields {
  const found = files.find((file) => file.uri === uri);
  if (found === undefined) return fresh;
  const { uri: _, ...fields } = found;
  return fields;
}

/** As plain data that the message schema describes; a place that the pointer alone holds is left with the pointer. */
function plain(uri: string, fields: FileFields): FileState {
  const { observed, latent, view, scale, zoom, zoomed, whole, explored } = fields;
  return {
    uri,
    observed,
    latent,
    view,
    scale,
    evidence: fields.evidence.map((given) => ({ ...given, values: [...given.values] })),
    zoom: copied(zoom),
    zoomed,
    whole: copied(whole),
    explored: explored?.held ? { ...explored, values: [...explored.values] } : null,
  };
}

function copied(
  zoom: Zoom | null,
): { x: { low: number; high: number } | null; y: { low: number; high: number } | null } | null {
  const span = (one: Span | null) => (one === null ? null : { low: one.low, high: one.high });
  return zoom === null ? null : { x: span(zoom.x), y: span(zoom.y) };
}
