import { Overtaken, type Reading } from './openFile';

/** How a file is read, and what of it. */
export interface Recipe<Asked, T> {
  /** @throws Overtaken, and nothing else */
  read(asked: Asked, reading: Reading): Promise<T>;
  /** Whether a value that was read for one purpose serves another. */
  serves(value: T, readFor: Asked, asked: Asked): boolean;
}

interface Run<Asked> extends Reading {
  overtaken: boolean;
  readonly asked: Asked;
}

/**
 * Reads something in the background, and again when it has changed or when more of it is asked for. A newer reading overtakes
 * an older one, which stops at its next step; but what is asked for meanwhile waits for the reading under way, or else
 * a name that is being typed would start it anew at every key.
 */
export class LatestReading<Asked, T> {
  #asked: Asked;
  #value: T | undefined;
  #run: Run<Asked> | null = null;
  #ended = false;

  /**
   * @param changed is called whenever `value` has changed
   * @param progress is told which share of the newest reading is done
   */
  constructor(
    asked: Asked,
    private readonly recipe: Recipe<Asked, T>,
    private readonly changed: () => void,
    private readonly progress: (share: number) => void = () => {},
  ) {
    this.#asked = asked;
    this.again();
  }

  /** undefined until it has been read once. */
  get value(): T | undefined {
    return this.#value;
  }

  ask(asked: Asked): void {
    const before = this.#run?.asked ?? this.#asked;
    this.#asked = asked;
    if (this.#run === null) this.#ensure(before);
  }

  /** It has changed: reads it anew. */
  again(): void {
    if (this.#run !== null) this.#run.overtaken = true;
    if (this.#ended) return;
    const run: Run<Asked> = {
      overtaken: false,
      asked: this.#asked,
      progress: (share) => {
        if (!run.overtaken) this.progress(share);
      },
    };
    this.#run = run;
    void this.#finish(run);
  }

  /** Nothing is read or told any more. */
  dispose(): void {
    this.#ended = true;
    if (this.#run !== null) this.#run.overtaken = true;
  }

  async #finish(run: Run<Asked>): Promise<void> {
    let value: T;
    try {
      value = await this.recipe.read(run.asked, run);
    } catch (error) {
      if (error instanceof Overtaken) return;
      throw error;
    }
    if (run.overtaken) return;
    this.#value = value;
    this.#run = null;
    this.#ensure(run.asked);
    this.changed();
  }

  #ensure(readFor: Asked): void {
    if (this.#value !== undefined && !this.recipe.serves(this.#value, readFor, this.#asked)) this.again();
  }
}
