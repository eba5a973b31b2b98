import type { Given } from '../../../src/engine/api/preview';
import type { Span } from '../../../src/language/syntax/span';
import type { WebviewMessage } from '../../../src/protocol';
import type { Change } from '../../handles/change';
import type { SliderRanges } from '../../handles/sliderRange';
import type { Place } from '../../plots/words/pointing';
import type { Step } from '../request/step';
import type { State } from '../state/state';
import type { Pictures } from './pictures';
import type { Sizes } from './sizes';
import type { Theme } from './theme';

/** What the reader points at, and with what. */
export interface Probe {
  readonly place: Place;
  readonly by: 'pointer' | 'keyboard';
}

/** A grip that is held. */
export interface Held {
  readonly id: string;
  /** The axis as it was when the grip was taken: it may change under the pointer. */
  invert(px: number): number;
  /** From the pointer to the grip, in pixels. */
  readonly offset: number;
  /** The same of the vertical axis, of a grip in a plane. */
  readonly vertical?: Pick<Held, 'invert' | 'offset'>;
  /** What a grip whose literals depend on each other is moved by: how everything was when it was taken, in that model. */
  readonly steady?: { readonly model: string; changes(at: number, up: number): readonly Change[] };
}

/** Everything that one paint reads. */
export interface Scene {
  readonly state: State;
  /** The state by now: between two paints a key finds more than was painted. */
  now(): State;
  readonly probe: Probe | null;
  /** A computation has been running for long enough to say so. */
  readonly busy: boolean;
  readonly held: Held | null;
  readonly theme: Theme;
  readonly sizes: Sizes;
  readonly pictures: Pictures;
  readonly sliders: SliderRanges;
  /** Names of the tables that are open. */
  readonly open: ReadonlySet<string>;
  readonly actions: Actions;
}

/** What the reader can do. */
export interface Actions {
  /** Any change of the state, with what it asks of the engine. */
  take(change: (state: State) => Step): void;
  /** A message for the host. */
  post(message: WebviewMessage): void;
  resample(): void;
  pin(): void;
  /** Shows a part of the text of a document. */
  reveal(uri: string, span: Span): void;
  choose(part: 'observed' | 'latent', label: string): void;
  point(probe: Probe): void;
  /** Points at nothing any more. @param by only where that was pointed at so; a pointer may be gone before it is painted what it points at */
  unpoint(by?: Probe['by']): void;
  /** Says that a variable was observed to have a value. */
  observe(given: Given): void;
  /** Nothing is observed any more. */
  forget(): void;
  /** Takes a grip. */
  grab(held: Held): void;
  /** Writes numbers into the text; all between `grab` and `letGo` are one step to undo. */
  edit(changes: readonly Change[]): void;
  /** @param cancelled the numbers go back to what they were */
  letGo(cancelled: boolean): void;
  /** Marks literals in the text; none to mark nothing. */
  mark(slots: readonly number[]): void;
  /** Opens or closes the table of a plot. */
  table(name: string, open: boolean): void;
}
