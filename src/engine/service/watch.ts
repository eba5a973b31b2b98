/** Milliseconds without a sign of life after which a worker is given up. */
export interface Silence {
  /** Of one that had nothing to do when it was asked: it answers at once. */
  readonly idle: number;
  /** Of one that computes: some steps, of a long chain for instance, take seconds and cannot be interrupted. */
  readonly busy: number;
}

const usual: Silence = { idle: 5_000, busy: 30_000 };

/** Signs of life that are asked for within the shorter time. */
const asked = 5;

/**
 * Watches a worker that has been asked something. Silence is counted in ticks of a timer and not by the clock: a computer that has slept, or a
 * page in the background, whose timers are slowed down, is silent itself, and the worker is asked again before it is given up.
 */
export class Watch {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private idle = false;
  private ticks = 0;

  /**
   * @param ask asks the worker for a sign of life
   * @param silent the worker is to be given up
   */
  constructor(
    private readonly ask: () => void,
    private readonly silent: () => void,
    private readonly silence: Silence = usual,
  ) {}

  /** Something is asked. @param idle whether the worker waits for it, unless it is being watched already */
  begin(idle: boolean): void {
    if (this.timer !== null) return;
    this.idle = idle;
    this.ticks = 0;
    this.tick();
  }

  /** The worker has given a sign of life. */
  heard(): void {
    this.idle = false;
    this.ticks = 0;
  }

  /** Nothing is asked any more. */
  end(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private tick(): void {
    const { idle, busy } = this.silence;
    const interval = idle / asked;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.ticks++;
      if (this.ticks * interval >= (this.idle ? idle : busy)) {
        this.silent();
        return;
      }
      this.ask();
      this.tick();
    }, interval);
  }
}
