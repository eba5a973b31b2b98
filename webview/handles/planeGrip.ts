import type { PlaneComponent } from '../../src/engine/api/preview';
import type { Change } from './change';
import type { Part } from './familyGrips';
import type { Fixed } from './grips';
import type { Reading } from './reading';

/** A place in a plane, or what a pixel stands for along its two axes. */
export interface Pair {
  readonly x: number;
  readonly y: number;
}

/** A place in a plane that can be dragged, and the literals that follow. */
export interface PlaneGrip {
  /** The same from one edit to the next. */
  readonly id: string;
  readonly part: Part;
  /** Index among the plane's components. */
  readonly component: number;
  /** What the literals are, in the words of the model: `mean of z = 2`. */
  readonly name: string;
  readonly place: Pair;
  /** Along which axes it moves. */
  readonly moves: 'x' | 'y' | 'both';
  /** What it stands for now, as numbers to be read out. */
  readonly values: readonly number[];
  readonly slots: readonly number[];
  /**
   * The literals where it is dragged to a place.
   *
   * @param step what one pixel stands for
   * @param locked slots that keep their numbers
   */
  changes(to: Pair, step: Pair, locked?: ReadonlySet<number>): readonly Change[];
}

/** A component of a plane with the conditional that it comes down to. */
export interface PlaneSubject {
  readonly component: number;
  readonly item: PlaneComponent;
  /** `z = 2`, or the variable itself. */
  readonly name: string;
  /** Whether it is the only one. */
  readonly single: boolean;
  /** The names of the two coordinates. */
  readonly coordinates: readonly [string, string];
  readonly reading: Reading;
}

/** A part of a component that no literal sets, and why. */
export type FixedPart = Fixed & { readonly component: number };
