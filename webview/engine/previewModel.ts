import { AsideFollower } from './asides/follower';
import { choicesOf, resolveChoice } from './choices';
import { colours } from './components';
import { integrate } from './integrate';
import type { Estimate, Steps } from './marginal';
import { methodOf } from './method';
import { missingMass, noticesOf } from './notices';
import { picture } from './picture';
import { withoutPoles } from './poles';
import { posteriorFollower } from './posteriorFollower';
import type { BackendName, Choice, Preview, PreviewAnswer, PreviewRequest } from './preview';
import { Samples } from './samples';
import type { Session } from './session';
import type { Setting } from './setting';
import { type Scene, stage } from './stage';
import { Unanswerable } from './unanswerable';

/**
 * Answers a request step by step: yields null wherever it may be interrupted, a first answer as soon as there is one, and better ones
 * until the last, which is final. The same request gives the same numbers, but for the range of the axes, which stays while it
 * fits when a number is edited.
 */
export function* previewModel(
  session: Session,
  request: PreviewRequest,
  backend: BackendName,
  now: () => number,
): Generator<PreviewAnswer | null, void> {
  const started = now();
  try {
    yield* preview(session, request, (answer) => ({ ...answer, backend, milliseconds: now() - started }));
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    yield { kind: 'refusal', generation: request.generation, reason: error.message };
  }
}

type Complete = (answer: Omit<Preview, 'backend' | 'milliseconds'>) => Preview;

function* preview(session: Session, request: PreviewRequest, complete: Complete): Generator<Preview | null, void> {
  session.admit(request);
  const program = session.program(request.structureKey);
  if (program === null)
    throw new Unanswerable('The preview has lost the model. Change the text, or open the preview again.');
  const reused = program.used;
  program.used = true;
  const given = { program, numbers: request.numbers, weights: request.weights, faults: new Map<string, number>() };
  const graph = session.graph(given);
  const setting: Setting = { session, request, given, graph };
  const observedChoices = choicesOf(program, 'observed');
  const latentChoices = choicesOf(program, 'latent');
  const observedChoice = resolveChoice(request.query.observed, observedChoices, null);
  if (observedChoice === null) {
    throw new Unanswerable('The model has no observed variable. Add one, such as: observed x ~ Normal(0, 1)');
  }
  const observed = graph.element(observedChoice.variable, observedChoice.index);
  const latentChoice = resolveChoice(request.query.latent, latentChoices, nearestLatent(setting, observedChoice));
  const latent = latentChoice === null ? null : graph.element(latentChoice.variable, latentChoice.index);
  const samples = new Samples(setting, latent === null ? [observed] : [observed, latent]);
  samples.more();
  const main = new Follower(stage(setting, observedChoice, samples.of(observed), true));
  const prior =
    latentChoice === null || latent === null
      ? null
      : { element: latent, follower: new Follower(stage(setting, latentChoice, samples.of(latent), false)) };
  yield* main.advance();
  if (prior !== null) yield* prior.follower.advance();
  const posterior = prior === null ? null : posteriorFollower(setting, prior.follower.scene);
  if (posterior !== null) yield* posterior.advance();
  const asides = request.query.asides.map((aside) => new AsideFollower(setting, aside, main.scene));
  for (const aside of asides) if (aside.prompt) yield* aside.advance();
  for (;;) {
    const besides = posterior?.settled !== false && asides.every((aside) => aside.settled);
    const settled = prior?.follower.latest.settled !== false && besides;
    const final = main.latest.settled && settled && samples.complete;
    const shown = picture(main.scene, main.latest, samples.of(observed), setting, false);
    const notices = noticesOf(setting, main.scene, main.latest, prior?.follower.scene ?? null);
    const missing = shown.kind === 'curve' ? missingMass(shown, samples.count) : null;
    yield complete({
      kind: 'preview',
      generation: request.generation,
      final,
      reused,
      method: methodOf(main.scene.task.plan, main.latest),
      observed: shown,
      prior: prior === null ? null : priorPicture(setting, main.scene, prior.follower, samples.of(prior.element)),
      posterior: posterior?.latest ?? null,
      asides: asides.map(({ latest }) => latest),
      observedChoices,
      latentChoices,
      notices: missing === null ? notices : [...notices, missing],
    });
    if (final) return;
    yield* main.advance();
    if (prior !== null) yield* prior.follower.advance();
    if (posterior !== null) yield* posterior.advance();
    for (const aside of asides) yield* aside.advance();
    // Several blocks for each picture, so that a million samples are not a hundred pictures.
    for (let block = 0; block < 4 && !samples.complete; block++) {
      samples.more();
      yield null;
    }
  }
}

function priorPicture(setting: Setting, beside: Scene, { scene, latest }: Follower, draws: Float64Array) {
  return picture(scene, latest, draws, setting, isColoured(beside, scene));
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

/** Whether the bars of the prior are the components of the picture beside it. */
function isColoured(scene: Scene, prior: Scene): boolean {
  const [only, ...others] = scene.task.plan.components;
  return (
    others.length === 0 &&
    scene.task.groups.total <= colours &&
    scene.task.groups.total === prior.task.points.count &&
    only === prior.task.target.element &&
    prior.task.target.element.variable.type.shape.length === 0
  );
}

/** Runs the computation of one marginal from estimate to estimate. */
class Follower {
  private steps: Steps;
  private estimate: Estimate | null = null;

  constructor(public scene: Scene) {
    this.steps = integrate(scene.task);
  }

  get latest(): Estimate {
    if (this.estimate === null) throw new Error('There is no estimate yet.');
    return this.estimate;
  }

  /** Goes on to the next estimate, if there is to be one. */
  *advance(): Generator<null, void> {
    while (this.estimate?.settled !== true) {
      const step = this.steps.next();
      if (step.done === true) return;
      if (step.value === null) {
        yield null;
        continue;
      }
      const moved = this.estimate === null ? withoutPoles(this.scene, step.value) : null;
      if (moved === null) {
        this.estimate = step.value;
        return;
      }
      this.scene = moved;
      this.steps = integrate(moved.task);
    }
  }
}
