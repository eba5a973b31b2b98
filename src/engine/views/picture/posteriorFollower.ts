import type { NoPosterior, PosteriorPicture } from '../../api/preview';
import type { Answers, Density, Evidence, Inquiry } from '../../api/query';
import { Unanswerable } from '../../api/unanswerable';
import { elementKey } from '../../evaluate/elementKey';
import { posteriorCurve } from '../../queries/posteriorCurve';
import { sizeOf } from '../../values/shape';
import type { Setting } from './setting';
import type { Scene } from './stage';

/** The posterior of a latent variable at the places of its prior's picture, from answer to answer. */
export interface PosteriorFollower {
  /** null before the first answer. */
  readonly latest: PosteriorPicture | NoPosterior | null;
  readonly settled: boolean;
  /** Goes on to the next answer, if there is to be one. */
  advance(): Generator<null, void>;
}

/** @returns null where the request has no evidence */
export function posteriorFollower(setting: Setting, { task }: Scene): PosteriorFollower | null {
  const { given, graph, session, request } = setting;
  const { draws, seed, evidence } = request.query;
  if (evidence.length === 0) return null;
  const inquiry: Inquiry = { given, graph, base: session.base, draws, seed };
  const places = task.target.element.discrete ? task.points.values : withinEnds(task.points);
  return new Follower(() => posteriorCurve(inquiry, task.target, evidenceOf(setting), places));
}

/** How far the ends of a curve are moved inwards, in steps of it. */
const inward = 1e-4;

/**
 * The places of a curve, none of them at the very end of a support: there a variable that others take as their scale or their rate is 0,
 * which is neither.
 */
function withinEnds({ values, grid }: Scene['task']['points']): Float64Array {
  const last = values.length - 1;
  if (grid !== null || last < 1) return values;
  const moved = values.slice();
  moved[0]! += inward * (values[1]! - values[0]!);
  moved[last]! -= inward * (values[last]! - values[last - 1]!);
  return moved;
}

/** What a request says was observed. @throws Unanswerable where a variable is not there, or has another size. */
export function evidenceOf({ graph, request }: Setting): Evidence {
  return new Map(
    request.query.evidence.map(({ variable, index, values }) => {
      const element = graph.element(variable, index);
      const size = sizeOf(element.variable.type.shape);
      if (values.length !== size)
        throw new Unanswerable(
          `${element.key} is made of ${size} ${size === 1 ? 'number' : 'numbers'} now: choose its value anew.`,
        );
      return [elementKey(variable, index), Float64Array.from(values)];
    }),
  );
}

class Follower implements PosteriorFollower {
  latest: PosteriorPicture | NoPosterior | null = null;
  settled = false;
  #steps: Answers<Density> | null = null;

  constructor(private readonly start: () => Answers<Density>) {}

  *advance(): Generator<null, void> {
    try {
      this.#steps ??= this.start();
      while (!this.settled) {
        const step = this.#steps.next();
        if (step.done === true) {
          this.settled = true;
          return;
        }
        if (step.value === null) {
          yield null;
          continue;
        }
        this.#take(step.value);
        return;
      }
    } catch (error) {
      // Evidence that cannot be explained is no reason to draw nothing.
      if (!(error instanceof Unanswerable)) throw error;
      this.latest = { kind: 'none', reason: error.message };
      this.settled = true;
    }
  }

  #take({ logDensity, standardError, method, final }: Density): void {
    const density = logDensity.map(Math.exp);
    this.latest = {
      kind: 'posterior',
      density,
      // The error of a logarithm is relative.
      standardError: standardError?.map((error, i) => error * density[i]!) ?? null,
      method,
    };
    this.settled = final;
  }
}
