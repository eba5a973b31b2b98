import type { RowsPicture } from '../../../src/engine/api/aside';
import type { Given, Preview, PreviewQuery, Zoom } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { FileState, ModelMessage, PanelState, PreviewSettings, StaleMessage } from '../../../src/protocol';
import type { Paper } from '../../export/paper';
import { type CornerChoice, noCornerChoice } from './cornerChoice';
import { recalled, remembered } from './fileState';
import { keptSnapshot, readSnapshot, type Snapshot } from './keptSnapshot';
import { memo } from './memo';
import type { PendingEdit } from './pendingEdit';
import { notPlaying, type Play } from './play';
import type { RefusedNumber } from './refusedNumber';
import { firstPage, type SampleTable } from './sampleTable';
import type { Selection } from './selection';

/** A model with everything that the host may leave out of a message because it has not changed. */
export interface WholeModel extends ModelMessage {
  readonly structure: Structure;
  readonly data: NonNullable<ModelMessage['data']>;
  readonly weights: NonNullable<ModelMessage['weights']>;
}

/** A request to the engine that may still be answered, with the model that it was made from. */
export interface Asked {
  readonly generation: number;
  readonly model: WholeModel;
  readonly query: PreviewQuery;
}

/** The views of the main pane. */
export type ViewName = 'density' | 'fan' | 'corner' | 'samples';

export type ScaleName = 'density' | 'log' | 'distribution';

/** A place in the latent space. */
export interface Explored {
  readonly variable: string;
  readonly index: number | null;
  /** As many numbers as a draw of the variable has; null for one that the reader has not moved. */
  readonly values: readonly (number | null)[];
  /** The reader put it there; otherwise it goes when the pointer leaves. */
  readonly held: boolean;
}

/** What the reader is typing as the value of an observed variable. */
export interface Entry {
  /** The element that it is a value of: `x`, `x[3]`. */
  readonly element: string;
  readonly text: string;
  /** What is wrong with it; '' where nothing is, or nobody has asked yet. */
  readonly mistake: string;
}

/** Ancestral samples, with the request that they answer. */
export interface KeptRows {
  readonly picture: RowsPicture;
  readonly asked: Asked;
}

/** Numbers that the reader keeps as they are while the others of a vector move. They belong to one file and structure: another has other literals. */
export interface Locks {
  readonly uri: string;
  readonly structureKey: string;
  readonly slots: readonly number[];
}

/** What the reader wants to take away. */
export interface Exporting {
  /** Whether the menu is open. */
  readonly open: boolean;
  readonly subject: 'observed' | 'latent';
  /** null: as light or dark as the panel. */
  readonly paper: Paper | null;
  /** Samples of all variables are being drawn, to go there. */
  readonly rows: 'file' | 'clipboard' | null;
  /** What came of it, where the host does not say so; '' for nothing. */
  readonly said: string;
}

/** A selection in the text of a model, or the place of the caret where start and end are the same. */
export interface Caret {
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

export type Problem =
  /** The text has errors: the plot is of an earlier text. */
  | { readonly kind: 'stale'; readonly message: StaleMessage }
  /** The engine cannot draw the model. */
  | { readonly kind: 'refusal'; readonly reason: string; readonly asked: Asked }
  /** The engine was lost, and begins anew: the plot is of what was asked before. */
  | { readonly kind: 'restart'; readonly reason: string }
  /** The document is no longer there. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** A mistake of this panel's own. */
  | { readonly kind: 'failure'; readonly reason: string };

/** All that the panel knows. Plain data, replaced as a whole by every event. */
export interface State {
  readonly settings: PreviewSettings;
  /** null until the host has told where seeds start. */
  readonly seed: number | null;
  readonly pinned: boolean;
  /** Labels of what the user chose to look at; kept through edits in which the choice does not exist. */
  readonly observed: string | null;
  readonly latent: string | null;
  readonly uri: string;
  readonly model: WholeModel | null;
  /** The newest request's. */
  readonly generation: number;
  /** Requests that have not had their final answer, the oldest first. */
  readonly asked: readonly Asked[];
  /** The last good plot. */
  readonly shown: { readonly preview: Preview; readonly asked: Asked } | null;
  readonly problem: Problem | null;
  /** What the reader says was observed, the oldest first; empty where the latent variables are shown as they are before. */
  readonly evidence: readonly Given[];
  /** What the main pane shows. */
  readonly view: ViewName;
  /** What the vertical axis of a curve says. */
  readonly scale: ScaleName;
  /** Where the reader has zoomed in. */
  readonly zoom: Zoom | null;
  /** What that is a part of; null where there is none, or an older version of the panel did not keep it. */
  readonly zoomed: string | null;
  /** The range that was shown before; null while it is. */
  readonly whole: Zoom | null;
  /** The component that the reader points at in the legend or among the latent values, by its place; null for none. */
  readonly lit: number | null;
  /** Where in the latent space the reader is, to see p(x | z) there. */
  readonly explored: Explored | null;
  /** null while no value is being typed. */
  readonly entry: Entry | null;
  /** The label of the chain whose fan is looked at; null for the first. */
  readonly fan: string | null;
  /** What the corner plot is of. */
  readonly corner: CornerChoice;
  /** Where the reader is in the samples that are played one by one. */
  readonly play: Play;
  /** The newest samples; kept while a newer answer has none yet. */
  readonly rows: KeptRows | null;
  /** What the table of samples shows. */
  readonly table: SampleTable;
  /** The sample that the reader chose in the table, from 0. */
  readonly picked: number | null;
  /** What does not give way in the list of parameters. */
  readonly locks: Locks | null;
  /** What was typed into the list and cannot be; null where nothing was, or it was forgotten since. */
  readonly refusedNumber: RefusedNumber | null;
  /** What is compared with. */
  readonly snapshot: Snapshot | null;
  readonly exporting: Exporting;
  /** Where the caret is in the text. */
  readonly caret: Caret | null;
  /** What is written there; null where that is nothing of the model. */
  readonly selection: Selection | null;
  /** What is kept of the models that were shown before. */
  readonly files: readonly FileState[];
  /** What was dragged and may not be in the text yet. */
  readonly pending: PendingEdit | null;
  /** Why the last drag was not written; null where it was, or was forgotten since. */
  readonly refusedEdit: string | null;
  /** The drag that the text refused last: what it still moves is not drawn. */
  readonly refusedGesture: number | null;
}

const defaults: PreviewSettings = {
  samples: 2000,
  draws: 4096,
  points: 512,
  backend: 'auto',
  animation: 'auto',
  seed: 0,
  mass: 0.998,
};

/** @param kept what the panel kept from its last life; null for a new one */
export function initialState(kept: PanelState | null): State {
  return {
    settings: defaults,
    seed: kept?.seed ?? null,
    pinned: kept?.pinned ?? false,
    observed: kept?.observed ?? null,
    latent: kept?.latent ?? null,
    uri: kept?.uri ?? '',
    model: null,
    generation: 0,
    asked: [],
    shown: null,
    problem: null,
    evidence: [],
    view: 'density',
    scale: 'density',
    zoom: null,
    zoomed: null,
    whole: null,
    lit: null,
    explored: null,
    entry: null,
    play: notPlaying,
    rows: null,
    table: firstPage,
    picked: null,
    fan: null,
    corner: noCornerChoice,
    locks: null,
    refusedNumber: null,
    snapshot: readSnapshot(kept?.snapshot ?? null),
    exporting: { open: false, subject: 'observed', paper: null, rows: null, said: '' },
    caret: null,
    selection: null,
    files: kept?.files ?? [],
    ...(kept === null ? {} : keptFields(kept)),
    pending: null,
    refusedEdit: null,
    refusedGesture: null,
  };
}

/** What was kept of the model that was shown last; an older version of the panel kept only what was chosen. */
function keptFields({ uri, files, observed, latent }: PanelState): Partial<State> {
  return { ...recalled(files, uri), observed, latent };
}

const keptOnce = memo(keptSnapshot);

/** @returns what to keep for the panel's next life. */
export function keptState(state: State): PanelState {
  const { uri, pinned, observed, latent, files, snapshot } = state;
  const kept = { uri, pinned, observed, latent, seed: seedOf(state), files: remembered(files, uri, state) };
  return snapshot === null ? kept : { ...kept, snapshot: keptOnce(snapshot) };
}

/** What the panel is like: the plot is up to date, dimmed for a reason, or there is none yet. */
export type Status = 'waiting' | 'ready' | Problem['kind'];

export function statusOf(state: State): Status {
  if (state.problem !== null) return state.problem.kind;
  return state.shown === null ? 'waiting' : 'ready';
}

/** @returns the plot to show: none where the last good one is of another document than what there is to say. */
export function plotOf(state: State): State['shown'] {
  const { shown, problem } = state;
  if (shown === null || problem === null) return shown;
  return shown.asked.model.uri === state.uri ? shown : null;
}

/** The seed that the next request goes with. */
export function seedOf(state: State): number {
  return state.seed ?? state.settings.seed;
}
