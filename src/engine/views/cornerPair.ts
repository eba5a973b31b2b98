import type { CornerPair } from '../api/aside';
import type { Choice } from '../api/preview';
import { Unanswerable } from '../api/unanswerable';
import { coordinatesApart } from '../evaluate/laws/coordinates';
import { integrate } from '../integrate/integrate';
import type { Steps, Task } from '../integrate/marginal';
import type { Element } from '../plan/graph';
import { groupStates } from '../plan/groups';
import type { Points } from '../plan/target';
import { methodOf } from './picture/method';
import type { Scene } from './picture/stage';

/** One number of a corner plot. */
export interface Coordinate {
  readonly choice: Choice;
  readonly element: Element;
  /** Of its marginal. */
  readonly scene: Scene;
  readonly samples: Float64Array;
}

/** Cells on each side of a panel of two continuous numbers. */
export const panelSide = 48;

/** What a pair's density is known to be. */
export type KnownPair = Pick<CornerPair, 'x' | 'y' | 'density' | 'known' | 'relativeError' | 'badge' | 'sentence'>;

/** The joint density of two coordinates of one variable, from estimate to estimate. */
export class PairFollower {
  /** null before the first estimate, and where there is no density. */
  latest: KnownPair | null = null;
  settled = false;
  readonly #task: Task;
  #steps: Steps | null = null;

  /** @param up a later coordinate of the same variable */
  constructor(across: Coordinate, up: Coordinate) {
    this.#task = pairTask(across, up);
  }

  /** Whether it takes no longer than a glance: nothing is drawn or refined. */
  get prompt(): boolean {
    const { method, table } = this.#task.plan;
    return method === 'direct' || ((method === 'sum' || method === 'gaussian') && table.count <= 64);
  }

  /** Goes on to the next estimate, if there is to be one. */
  *advance(): Generator<null, void> {
    try {
      this.#steps ??= integrate(this.#task);
      while (!this.settled) {
        const step = this.#steps.next();
        if (step.done === true) this.settled = true;
        else if (step.value === null) yield null;
        else {
          const { badge, sentence } = methodOf(this.#task.plan, step.value);
          const { x, y } = this.#task.points.grid!;
          const { density, relativeError } = step.value;
          this.latest = { x, y, density, known: 'density', relativeError, badge, sentence };
          this.settled = step.value.settled;
          return;
        }
      }
    } catch (error) {
      // Where two numbers have no joint density, the histogram of their samples stays.
      if (!(error instanceof Unanswerable)) throw error;
      this.settled = true;
    }
  }
}

function pairTask({ element, scene }: Coordinate, up: Coordinate): Task {
  const { task } = scene;
  const plan = { ...task.plan, components: [] };
  const [i, j] = [task.target.coordinate ?? 0, up.scene.task.target.coordinate ?? 0];
  const [x, y] = [cellsOf(scene), cellsOf(up.scene)];
  // What is integrated over in closed form makes the coordinates dependent.
  const factorised = plan.collapse?.split.closed !== true && coordinatesApart(element.distribution, i, j);
  return {
    ...task,
    plan,
    groups: groupStates(plan),
    target: { element, coordinate: null, pair: [i, j] },
    points: gridPoints(x, y, factorised, scene.kind === 'bars'),
  };
}

/** The values of what is discrete; else the middles of cells that fill the range. */
export function cellsOf({ kind, range, task }: Scene): Float64Array {
  if (kind === 'bars') return task.points.values;
  const step = (range.high - range.low) / panelSide;
  return Float64Array.from({ length: panelSide }, (_, i) => range.low + (i + 0.5) * step);
}

function gridPoints(x: Float64Array, y: Float64Array, factorised: boolean, discrete: boolean): Points {
  const count = x.length * y.length;
  const values = new Float64Array(2 * count);
  for (let row = 0, at = 0; row < y.length; row++) {
    for (const value of x) {
      values[at++] = value;
      values[at++] = y[row]!;
    }
  }
  return {
    values,
    count,
    size: 2,
    even: new Int32Array(),
    pointWidth: discrete ? null : 0.75 * Math.max(x[1]! - x[0]!, y[1]! - y[0]!),
    grid: { x, y, factorised },
    cost: factorised ? x.length + y.length : count,
  };
}
