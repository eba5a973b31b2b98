import { choicesOf, resolveChoice } from './choices';
import { integrate } from './integrate';
import type { Estimate, Steps } from './marginal';
import { methodOf } from './method';
import { noticesOf } from './notices';
import { picture, type Scene, type Setting, stage } from './picture';
import type { BackendName, Choice, Preview, PreviewAnswer, PreviewRequest } from './preview';
import { sample } from './sampler';
import type { Session } from './session';
import { Unanswerable } from './unanswerable';

/** Samples for the first answer, and at the least for finding the range. */
const firstSamples = 16_384;
const pilotSamples = 1024;

/**
 * Answers a request step by step: yields null wherever it may be interrupted, a first answer as soon as there is one, and better ones
 * until the last, which is final. The same request gives the same final answer, whatever came before.
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
  const given = { program, numbers: request.numbers, weights: request.weights };
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
  const wanted = latent === null ? [observed] : [observed, latent];
  const count = Math.max(pilotSamples, Math.min(request.query.samples, firstSamples));
  const [observedDraws, latentDraws] = sample(given, graph, session.base, wanted, request.query.seed, 0, count);
  const scene = stage(setting, observedChoice, observedDraws!, true);
  const priorScene = latentChoice === null ? null : stage(setting, latentChoice, latentDraws!, false);
  const main = follow(scene);
  const prior = priorScene === null ? null : follow(priorScene);
  yield* main.advance();
  if (prior !== null) yield* prior.advance();
  for (;;) {
    const final = main.settled() && (prior === null || prior.settled());
    yield complete({
      kind: 'preview',
      generation: request.generation,
      final,
      reused,
      method: methodOf(scene.task.plan, main.latest()),
      observed: picture(scene, main.latest(), observedDraws!, setting, false),
      prior:
        priorScene === null || prior === null
          ? null
          : picture(priorScene, prior.latest(), latentDraws!, setting, isColoured(scene, priorScene)),
      observedChoices,
      latentChoices,
      notices: noticesOf(setting, scene),
    });
    if (final) return;
    yield* main.advance();
    if (prior !== null) yield* prior.advance();
  }
}

/** The latent variable whose prior is shown first: the one that tells the components apart, or else the nearest above. */
function nearestLatent({ graph }: Setting, choice: Choice): string | null {
  const element = graph.element(choice.variable, choice.index);
  const ancestors = graph.ancestors(element);
  const parents = element.parents.map((key) => ancestors.find((each) => each.key === key)!);
  const latent = parents.find(({ variable }) => variable.role === 'latent');
  const any = latent ?? ancestors.reverse().find(({ variable }) => variable.role === 'latent');
  return any?.variable.name ?? null;
}

/** Whether the bars of the prior are the components of the picture beside it. */
function isColoured(scene: Scene, prior: Scene): boolean {
  const [only, ...others] = scene.task.plan.components;
  return (
    others.length === 0 &&
    only === prior.task.target.element &&
    prior.task.target.element.variable.type.shape.length === 0
  );
}

/** Runs the computation of one marginal up to its next estimate, and keeps the last. */
function follow(scene: Scene) {
  const steps: Steps = integrate(scene.task);
  let latest: Estimate | null = null;
  return {
    settled: () => latest?.settled === true,
    latest: (): Estimate => latest!,
    *advance(): Generator<null, void> {
      while (latest?.settled !== true) {
        const step = steps.next();
        if (step.done === true) return;
        if (step.value !== null) {
          latest = step.value;
          return;
        }
        yield null;
      }
    },
  };
}
