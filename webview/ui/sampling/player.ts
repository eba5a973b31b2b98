import { type Play, stageLength } from '../state/play';

/** The clock of a page, or one that a test turns. */
export interface Clock {
  setTimeout(ring: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

/** Rings when it is time for the next stage, as long as something is played and there is something to play. */
export class Player {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #timer: number | null = null;
  /** Between two rings, in milliseconds; 0 while it is silent. */
  #pace = 0;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** @param ready whether there are samples to play */
  follow(play: Play, ready: boolean): void {
    const pace = play.mode === 'running' && ready ? stageLength / play.speed : 0;
    if (pace === this.#pace) return;
    const silent = this.#pace === 0;
    this.#pace = pace;
    if (this.#timer !== null) this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
    // Whoever presses play sees something at once.
    if (pace > 0) this.#wind(silent ? 0 : pace);
  }

  #wind(milliseconds: number): void {
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = null;
      if (this.#pace === 0) return;
      this.#wind(this.#pace);
      this.#ring();
    }, milliseconds);
  }
}
