import type { Span } from '../../src/language/span';
import type { Place } from '../plots/pointing';
import type { Pictures } from './pictures';
import type { Sizes } from './sizes';
import type { State } from './state';
import type { Theme } from './theme';

/** What the reader points at, and with what. */
export interface Probe {
  readonly place: Place;
  readonly by: 'pointer' | 'keyboard';
}

/** Everything that one paint reads. */
export interface Scene {
  readonly state: State;
  readonly probe: Probe | null;
  /** A computation has been running for long enough to say so. */
  readonly busy: boolean;
  readonly theme: Theme;
  readonly sizes: Sizes;
  readonly pictures: Pictures;
  /** Names of the tables that are open. */
  readonly open: ReadonlySet<string>;
  readonly actions: Actions;
}

/** What the reader can do. */
export interface Actions {
  resample(): void;
  pin(): void;
  /** Shows a part of the text of a document. */
  reveal(uri: string, span: Span): void;
  choose(part: 'observed' | 'latent', label: string): void;
  point(probe: Probe | null): void;
  /** Opens or closes the table of a plot. */
  table(name: string, open: boolean): void;
}
