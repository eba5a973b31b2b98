import { integrate } from '../../integrate/integrate';
import type { Estimate, Steps } from '../../integrate/marginal';
import { withoutPoles } from './poles';
import type { Scene } from './stage';

/** Runs the computation of one marginal from estimate to estimate. */
export class MarginalFollower {
  #scene: Scene;
  #steps: Steps;
  #estimate: Estimate | null = null;
  /** Points are moved once: a density that is infinite there too is larger than any double, and no pole. */
  #moved = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#steps = integrate(scene.task);
  }

  /** What is drawn; where the first estimate meets a pole, over other points than it was made with. */
  get scene(): Scene {
    return this.#scene;
  }

  /** The newest estimate. @throws before `advance` has been run through once */
  get latest(): Estimate {
    if (this.#estimate === null) throw new Error('There is no estimate yet.');
    return this.#estimate;
  }

  /** Goes on until there is an estimate; nothing where there is one already. */
  *begin(): Generator<null, void> {
    if (this.#estimate === null) yield* this.advance();
  }

  /** Goes on to the next estimate, if there is to be one. */
  *advance(): Generator<null, void> {
    while (this.#estimate?.settled !== true) {
      const step = this.#steps.next();
      if (step.done === true) return;
      if (step.value === null) {
        yield null;
        continue;
      }
      const moved = this.#estimate === null && !this.#moved ? withoutPoles(this.#scene, step.value) : null;
      if (moved === null) {
        this.#estimate = step.value;
        return;
      }
      this.#moved = true;
      this.#scene = moved;
      this.#steps = integrate(moved.task);
    }
  }
}
