import type { Aside, AsideAnswer } from '../api/aside';
import { Unanswerable } from '../api/unanswerable';
import type { Setting } from '../views/picture/setting';
import type { Scene } from '../views/picture/stage';
import { stepsOf } from '../views/steps';

/** One aside of a request, from answer to answer. */
export class AsideFollower {
  /** null before the first answer. */
  latest: AsideAnswer | null = null;
  settled = false;
  #steps: Generator<AsideAnswer | null, void> | null = null;

  /** @param observed the picture that the aside stands beside */
  constructor(
    private readonly setting: Setting,
    private readonly aside: Aside,
    private readonly observed: Scene,
  ) {}

  /** Whether it belongs to the first picture; what takes longer comes with the second, so that an edit is drawn at once. */
  get prompt(): boolean {
    return this.aside.kind === 'conditional' || this.aside.kind === 'distribution';
  }

  /** Goes on to the next answer, if there is to be one. */
  *advance(): Generator<null, void> {
    try {
      this.#steps ??= stepsOf(this.setting, this.aside, this.observed);
      while (!this.settled) {
        const step = this.#steps.next();
        if (step.done === true) this.settled = true;
        else if (step.value === null) yield null;
        else {
          this.latest = step.value;
          return;
        }
      }
    } catch (error) {
      // A view that cannot be drawn is no reason to draw nothing.
      if (!(error instanceof Unanswerable)) throw error;
      this.latest = { kind: 'none', reason: error.message };
      this.settled = true;
    }
  }
}
