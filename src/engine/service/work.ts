import { choicesOf, resolveChoice } from '../api/choices';
import type { BackendName, Choice, PreviewRequest } from '../api/preview';
import { Unanswerable } from '../api/unanswerable';
import type { Program } from '../evaluate/program';
import type { Element } from '../plan/graph';
import { MarginalFollower } from '../views/picture/marginalFollower';
import { Samples } from '../views/picture/samples';
import type { Setting } from '../views/picture/setting';
import { stage } from '../views/picture/stage';
import type { Session } from './session';

/**
 * The two pictures of a request as far as they are computed. A request that differs only in what stands beside them (evidence, asides) goes
 * on with them instead of beginning anew: moving through the latent space costs what it shows, not the marginal once more.
 */
export class Work {
  readonly observedChoices: readonly Choice[];
  readonly latentChoices: readonly Choice[];
  readonly observed: Element;
  readonly samples: Samples;
  readonly main: MarginalFollower;
  /** null where the model has no latent variable. */
  readonly prior: { readonly element: Element; readonly follower: MarginalFollower } | null;

  /** @throws Unanswerable where there is nothing to look at, or no range to look at it over */
  constructor(
    readonly setting: Setting,
    private readonly backend: BackendName,
  ) {
    const { request, graph, given } = setting;
    this.observedChoices = choicesOf(given.program, 'observed');
    this.latentChoices = choicesOf(given.program, 'latent');
    const observedChoice = resolveChoice(request.query.observed, this.observedChoices, null);
    if (observedChoice === null) {
      throw new Unanswerable('The model has no observed variable. Add one, such as: observed x ~ Normal(0, 1).');
    }
    this.observed = graph.element(observedChoice.variable, observedChoice.index);
    const latentChoice = resolveChoice(
      request.query.latent,
      this.latentChoices,
      nearestLatent(setting, observedChoice),
    );
    const latent = latentChoice === null ? null : graph.element(latentChoice.variable, latentChoice.index);
    this.samples = new Samples(setting, latent === null ? [this.observed] : [this.observed, latent]);
    this.samples.more();
    this.main = new MarginalFollower(
      stage(setting, observedChoice, this.samples.of(this.observed), true, request.query.zoom),
    );
    this.prior =
      latentChoice === null || latent === null
        ? null
        : {
            element: latent,
            follower: new MarginalFollower(stage(setting, latentChoice, this.samples.of(latent), false)),
          };
  }

  /** Whether a request asks for the same two pictures, to be computed in the same way. */
  serves(program: Program, request: PreviewRequest, backend: BackendName): boolean {
    const own = this.setting.request;
    return (
      this.setting.given.program === program &&
      this.backend === backend &&
      sameList(own.numbers, request.numbers) &&
      JSON.stringify(picturesOf(own)) === JSON.stringify(picturesOf(request)) &&
      sameWeights(own.weights, request.weights) &&
      sameData(own.data, request.data)
    );
  }
}

/** The last work of each session. */
const under = new WeakMap<Session, Work>();

/** The work of the last request where it serves this one too, or else a new one. @throws Unanswerable where there is nothing to draw */
export function workFor(session: Session, program: Program, request: PreviewRequest, backend: BackendName): Work {
  const last = under.get(session);
  if (last?.serves(program, request, backend) === true) return last;
  under.delete(session);
  const given = { program, numbers: request.numbers, weights: request.weights, faults: new Map<string, number>() };
  const work = new Work({ session, request, given, graph: session.graph(given) }, backend);
  under.set(session, work);
  return work;
}

function picturesOf({ views, query }: PreviewRequest): unknown {
  const { evidence: _, asides: __, ...pictures } = query;
  return [views, pictures];
}

function sameWeights(a: PreviewRequest['weights'], b: PreviewRequest['weights']): boolean {
  return sameMap(a, b, (one, other) => sameList(one.kernel, other.kernel) && sameList(one.bias, other.bias));
}

function sameData(a: PreviewRequest['data'], b: PreviewRequest['data']): boolean {
  return sameMap(
    a,
    b,
    (one, other) => one.length === other.length && one.every((column, i) => sameList(column, other[i]!)),
  );
}

function sameMap<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  same: (one: T, other: T) => boolean,
): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([name, one]) => {
    const other = b.get(name);
    return other !== undefined && same(one, other);
  });
}

function sameList(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** The latent variable whose prior is shown first: the one that tells the components apart, or else the nearest above. */
function nearestLatent({ graph }: Setting, choice: Choice): Pick<Choice, 'variable' | 'index'> | null {
  const element = graph.element(choice.variable, choice.index);
  const ancestors = graph.ancestors(element);
  const parents = element.parents.map((key) => ancestors.find((each) => each.key === key)!);
  const latent = parents.find(({ variable }) => variable.role === 'latent');
  const nearest = latent ?? ancestors.reverse().find(({ variable }) => variable.role === 'latent');
  return nearest === undefined ? null : { variable: nearest.variable.name, index: nearest.index };
}
