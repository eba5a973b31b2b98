import type { BackendName, Preview, PreviewAnswer, PreviewRequest } from '../api/preview';
import { Unanswerable } from '../api/unanswerable';
import { colours } from '../views/picture/components';
import type { MarginalFollower } from '../views/picture/marginalFollower';
import { methodOf } from '../views/picture/method';
import { missingMass, noticesOf } from '../views/picture/notices';
import { picture } from '../views/picture/picture';
import { posteriorFollower } from '../views/picture/posteriorFollower';
import type { Setting } from '../views/picture/setting';
import type { Scene } from '../views/picture/stage';
import { AsideFollower } from './asideFollower';
import type { Session } from './session';
import { workFor } from './work';

/**
 * Answers a request step by step: yields null wherever it may be interrupted, a first answer as soon as there is one, and better ones
 * until the last, which is final. The same request gives the same numbers, whatever was asked before.
 */
export function* previewModel(
  session: Session,
  request: PreviewRequest,
  backend: BackendName,
  now: () => number,
): Generator<PreviewAnswer | null, void> {
  const started = now();
  try {
    yield* preview(session, request, backend, (answer) => ({ ...answer, backend, milliseconds: now() - started }));
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    yield { kind: 'refusal', generation: request.generation, reason: error.message };
  }
}

type Complete = (answer: Omit<Preview, 'backend' | 'milliseconds'>) => Preview;

function* preview(
  session: Session,
  request: PreviewRequest,
  backend: BackendName,
  complete: Complete,
): Generator<Preview | null, void> {
  session.admit(request);
  const program = session.program(request.structureKey);
  if (program === null)
    throw new Unanswerable('The preview has lost the model. Change the text, or open the preview again.');
  const reused = program.used;
  program.used = true;
  const work = workFor(session, program, request, backend);
  const setting: Setting = { ...work.setting, request };
  const { main, prior, samples } = work;
  yield* main.begin();
  if (prior !== null) yield* prior.follower.begin();
  const posterior = prior === null ? null : posteriorFollower(setting, prior.follower.scene);
  if (posterior !== null) yield* posterior.advance();
  const asides = request.query.asides.map((aside) => new AsideFollower(setting, aside, main.scene));
  for (const aside of asides) if (aside.prompt) yield* aside.advance();
  for (;;) {
    const besides = posterior?.settled !== false && asides.every((aside) => aside.settled);
    const settled = prior?.follower.latest.settled !== false && besides;
    const final = main.latest.settled && settled && samples.complete;
    const shown = picture(main.scene, main.latest, samples.of(work.observed), setting, false);
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
      observedChoices: work.observedChoices,
      latentChoices: work.latentChoices,
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

function priorPicture(setting: Setting, beside: Scene, { scene, latest }: MarginalFollower, draws: Float64Array) {
  return picture(scene, latest, draws, setting, isColoured(beside, scene));
}

/** Whether the bars of the prior are the components of the picture beside it. */
function isColoured(scene: Scene, prior: Scene): boolean {
  const [only, ...others] = scene.mixture.plan.components;
  return (
    others.length === 0 &&
    scene.mixture.groups.total <= colours &&
    scene.mixture.groups.total === prior.task.points.count &&
    only === prior.task.target.element &&
    prior.task.target.element.variable.type.shape.length === 0
  );
}
