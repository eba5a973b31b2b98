import * as v from 'valibot';
import type { Model } from './model/model';

/**
 * Every message between the extension host and the preview's webview: one union per direction. Both sides send only
 * what `hostMessage` and `webviewMessage` accept and check what they receive with them; anything else is dropped and logged.
 */

const span = v.object({ start: v.number(), end: v.number() });

const settings = v.object({
  samples: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  draws: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(1_048_576)),
  points: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(8192)),
  backend: v.picklist(['auto', 'cpu', 'wasm', 'webgl']),
  /** Whether the panel may move by itself; `auto` asks the system whether its user wants less motion. */
  animation: v.picklist(['auto', 'on', 'off']),
  /** The share of the mass that the range of an axis holds at least. */
  mass: v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.999999)),
  /** Where a panel that has no state of its own starts; every resample goes on from there. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
});
export type PreviewSettings = v.InferOutput<typeof settings>;

/** The structure of a model is made by our own checker and is deep; the webview checks its frame and trusts what is inside. */
const structure = v.custom<Model['structure']>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    ['params', 'lets', 'networks', 'variables'].every((part) =>
      Array.isArray((value as Record<string, unknown>)[part]),
    ),
);

/** The observed values of a variable: an array for each number of a draw, with an entry for each observation. */
const observed = v.array(v.instance(Float64Array));

/**
 * What belongs to names: a `Map` that is sent as pairs, since JSON knows no maps and an object has names of its own, such as
 * `__proto__`, among which those of a model would be lost.
 */
function named<T>(value: v.GenericSchema<T>) {
  return v.pipe(
    v.array(v.tuple([v.string(), value])),
    v.transform((pairs): ReadonlyMap<string, T> => new Map(pairs)),
  );
}

const modelMessage = v.object({
  type: v.literal('model'),
  /** The document's version in the editor; rises with every change. */
  version: v.number(),
  uri: v.string(),
  fileName: v.string(),
  title: v.nullable(v.string()),
  structureKey: v.string(),
  /** null where the webview was sent this structure already. */
  structure: v.nullable(structure),
  numbers: v.array(v.number()),
  numberSpans: v.array(span),
  /** What each of them was when the text was opened; null for one that was not there then. */
  opened: v.array(v.nullable(v.number())),
  statementSpans: named(v.array(span)),
  views: v.array(
    v.object({ variable: v.string(), coordinate: v.nullable(v.number()), low: v.number(), high: v.number() }),
  ),
  /** By observed variable; null where they are those of the last `model` message, so that a keystroke does not carry them again. */
  data: v.nullable(named(observed)),
  /** By `network.layer`; null where they are those of the last `model` message. */
  weights: v.nullable(named(v.object({ kernel: v.instance(Float32Array), bias: v.instance(Float32Array) }))),
  /** Milliseconds since the epoch when the host heard of the change, for the latency read-out. */
  changedAt: v.number(),
});
export type ModelMessage = v.InferOutput<typeof modelMessage>;
export type SentModelMessage = v.InferInput<typeof modelMessage>;

const staleMessage = v.object({
  type: v.literal('stale'),
  version: v.number(),
  uri: v.string(),
  fileName: v.string(),
  /** The first few errors of the text, in order; at least one. */
  problems: v.array(v.object({ message: v.string(), line: v.number(), span })),
  /** How many errors there are in all. */
  count: v.number(),
});
export type StaleMessage = v.InferOutput<typeof staleMessage>;

/** What a command of the palette asks of the panel; each is `lvm.preview.` and its name there. */
export const panelCommands = [
  'playSamples',
  'stepSample',
  'stepStage',
  'playFaster',
  'playSlower',
  'stopSamples',
  'observeValue',
  'forgetEvidence',
  'nextObserved',
  'previousObserved',
  'nextLatent',
  'previousLatent',
  'nextComponent',
  'previousComponent',
  'leaveLatent',
  'showDensity',
  'showLogDensity',
  'showDistribution',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'panLeft',
  'panRight',
  'panUp',
  'panDown',
  'viewDensity',
  'viewFan',
  'viewCorner',
  'viewSamples',
  'nextChain',
  'previousChain',
  'widenCorner',
  'chooseNumbers',
  'nextVector',
  'previousVector',
  'nextPage',
  'previousPage',
  'sortByNext',
  'sortByPrevious',
  'reverseSort',
  'nextSample',
  'previousSample',
  'changeNumber',
  'lockNumber',
  'resetNumbers',
  'takeSnapshot',
  'clearSnapshot',
  'exportPicture',
] as const;
export type PanelCommand = (typeof panelCommands)[number];

/** Those after which the reader types or presses keys in the panel. */
export const keyboardCommands: ReadonlySet<PanelCommand> = new Set(['observeValue', 'chooseNumbers', 'changeNumber']);

/** What an editor does to a text; each is `lvm.` and its name in the palette. */
export const textCommands = ['undo', 'redo', 'save'] as const;
export type TextCommand = (typeof textCommands)[number];

const hostMessage = v.variant('type', [
  modelMessage,
  staleMessage,
  v.object({ type: v.literal('settings'), settings }),
  v.object({ type: v.literal('resample') }),
  v.object({ type: v.literal('command'), command: v.picklist(panelCommands) }),
  /** The reader asks for it, maybe in a box of the panel's own; the panel answers with the same where it is about the text. */
  v.object({ type: v.literal('text'), command: v.picklist(textCommands) }),
  /** The text was undone or redone, for which its editor had the keyboard: it is the panel's again. */
  v.object({ type: v.literal('keyboard') }),
  /** A file, or a folder, has another name, or an unsaved model has become a file: what is known of it is known under that name. */
  v.object({ type: v.literal('renamed'), from: v.string(), to: v.string() }),
  /** Where the caret is in a version of the text of a model; the panel marks what is written there. */
  v.object({ type: v.literal('caret'), uri: v.string(), version: v.number(), span }),
  v.object({ type: v.literal('pinned'), pinned: v.boolean() }),
  /** Nobody can see the panel: what moves in it holds still. */
  v.object({ type: v.literal('hidden') }),
  /** An edit from the plot could not be made, and why; the text stays as it is. */
  v.object({ type: v.literal('editRefused'), gesture: v.number(), reason: v.string() }),
  /** The document was closed, deleted or cannot be read. */
  v.object({ type: v.literal('gone'), reason: v.string() }),
]);
export type HostMessage = v.InferOutput<typeof hostMessage>;
/** What is posted, and read as a `HostMessage`. */
export type SentHostMessage = v.InferInput<typeof hostMessage>;

/** What one paint showed, for the output channel, the tests and the latency benchmark. */
const paintReport = v.object({
  version: v.number(),
  stale: v.boolean(),
  refusal: v.nullable(v.string()),
  method: v.string(),
  badge: v.string(),
  backend: v.string(),
  /** Computing in the worker. */
  milliseconds: v.number(),
  /** Whether the compiled functions were used again. */
  reused: v.boolean(),
  final: v.boolean(),
  /** Milliseconds since the epoch after the frame was handed to the compositor. */
  paintedAt: v.number(),
  observed: v.string(),
  kind: v.string(),
  components: v.number(),
  /** Where the density is highest, and how high. */
  peak: v.object({ x: v.number(), density: v.number() }),
  notices: v.array(v.string()),
});
export type PaintReport = v.InferOutput<typeof paintReport>;

const slot = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Literals that are to hold other numbers. */
const editMessage = v.object({
  type: v.literal('edit'),
  uri: v.string(),
  /** Of the model that the slots belong to. */
  structureKey: v.string(),
  /** The same from the moment a grip is taken until it is let go: one step to undo. */
  gesture: v.number(),
  changes: v.array(v.object({ slot, was: v.pipe(v.number(), v.finite()), value: v.pipe(v.number(), v.finite()) })),
});
export type EditMessage = v.InferOutput<typeof editMessage>;

const webviewMessage = v.variant('type', [
  /** The webview's script runs and wants to be told all. */
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('painted'), report: paintReport }),
  /** Show this part of the text. */
  v.object({
    type: v.literal('reveal'),
    uri: v.string(),
    span,
    /** Only selects it where the text is on the screen, and leaves the keyboard with the panel. */
    preserveFocus: v.optional(v.boolean()),
  }),
  v.object({ type: v.literal('pin'), pinned: v.boolean() }),
  editMessage,
  /** Do this to the text of the model. */
  v.object({ type: v.literal('text'), command: v.picklist(textCommands), uri: v.string() }),
  /** Mark these literals in the text; none to mark nothing. */
  v.object({ type: v.literal('mark'), uri: v.string(), structureKey: v.string(), slots: v.array(slot) }),
  /** To be written to a file that the user chooses, or put on the clipboard. */
  v.object({
    type: v.literal('export'),
    /** The file's name, with its ending. */
    name: v.string(),
    to: v.picklist(['file', 'clipboard']),
    content: v.union([v.string(), v.instance(Uint8Array)]),
  }),
  v.object({ type: v.literal('log'), level: v.picklist(['info', 'warn', 'error']), message: v.string() }),
]);
export type WebviewMessage = v.InferOutput<typeof webviewMessage>;

/** @returns the message, or a sentence saying what is wrong with it. */
export function readHostMessage(value: unknown): HostMessage | string {
  return read(hostMessage, value);
}

/** @returns the message, or a sentence saying what is wrong with it. */
export function readWebviewMessage(value: unknown): WebviewMessage | string {
  return read(webviewMessage, value);
}

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | string {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  return `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`;
}

const interval = v.nullable(v.object({ low: v.number(), high: v.number() }));
const zoom = v.nullable(v.object({ x: interval, y: interval }));
const element = { variable: v.string(), index: v.nullable(v.number()), values: v.array(v.number()) };

/** What a webview keeps of one model; see `FileFields` of the panel. */
const fileState = v.object({
  uri: v.string(),
  observed: v.nullable(v.string()),
  latent: v.nullable(v.string()),
  evidence: v.array(v.object(element)),
  view: v.picklist(['density', 'fan', 'corner', 'samples']),
  scale: v.picklist(['density', 'log', 'distribution']),
  zoom,
  zoomed: v.fallback(v.optional(v.nullable(v.string()), null), null),
  whole: zoom,
  explored: v.nullable(v.object({ ...element, values: v.array(v.nullable(v.number())), held: v.boolean() })),
});
export type FileState = v.InferOutput<typeof fileState>;

/** What a webview keeps in its state, from which the serializer brings a panel back. */
export const panelState = v.object({
  uri: v.string(),
  pinned: v.boolean(),
  seed: v.number(),
  observed: v.nullable(v.string()),
  latent: v.nullable(v.string()),
  /** Of the models that it has shown, the newest last; what an older version has kept has none. */
  files: v.fallback(v.optional(v.array(fileState), []), []),
  /** What is compared with, as the webview has packed it; only that reads it. */
  snapshot: v.optional(v.unknown()),
});
export type PanelState = v.InferOutput<typeof panelState>;
