import type { Preview } from '../../src/engine/api/preview';
import type { Inquiry } from '../../src/engine/api/query';
import { Unanswerable } from '../../src/engine/api/unanswerable';
import { allElements } from '../../src/engine/plan/allElements';
import { density } from '../../src/engine/queries/density';
import { posterior } from '../../src/engine/queries/posterior';
import { Base } from '../../src/engine/sampling/base';
import { sample } from '../../src/engine/sampling/sampler';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
import type { Model } from '../../src/model/model';
import { requestFor } from '../engine/build';
import { given } from '../engine/plain';
import { holds, isSentence } from './languageLaws';

/** How the engine took a model: it answered, or refused in words. */
export type Outcome = 'answered' | 'refused';

const budget = { points: 16, samples: 64, draws: 64 };

/** What holds of every model in the preview: it is drawn, or it is said in words why not. */
export function previewLaws(model: Model): Outcome {
  const request = { ...requestFor(model, budget), structureKey: model.structureKey, views: model.views };
  for (const answer of previewModel(new Session(), request, 'cpu', () => 0)) {
    if (answer === null) continue;
    if (answer.kind === 'refusal') return refused(answer.reason);
    expectDrawn(answer);
    return 'answered';
  }
  throw new Error('The preview gave no answer.');
}

function expectDrawn({ observed }: Preview): void {
  const heights = observed.kind === 'bars' ? observed.probability : observed.density;
  holds(!heights.some(Number.isNaN), () => 'what is drawn has a height');
  if (observed.kind === 'curve') holds(observed.x.every(Number.isFinite), () => 'a curve has places');
}

/** What holds of every model in the command line: it gives samples, their density and a posterior, or words. */
export function commandLaws(model: Model): Outcome {
  const { numbers, graph } = given(model);
  try {
    ask({ given: numbers, graph, base: new Base(), draws: budget.draws, seed: 0 });
    return 'answered';
  } catch (error) {
    if (error instanceof Unanswerable) return refused(error.message);
    throw error;
  }
}

/** Samples, the density of an observed variable at them, and the posterior of a latent one given the first. */
function ask(inquiry: Inquiry): void {
  const elements = allElements(inquiry);
  const observed = elements.find(({ variable }) => variable.role === 'observed');
  const latent = elements.find(({ variable }) => variable.role === 'latent');
  // It is a warning only that there is none.
  if (observed === undefined) return;
  const { given, graph, base, seed } = inquiry;
  const [drawn] = sample(given, graph, base, [observed], seed, 0, budget.samples);
  first(density(inquiry, [observed], [drawn!]));
  if (latent === undefined) return;
  const seen = drawn!.slice(0, drawn!.length / budget.samples);
  first(posterior(inquiry, latent, new Map([[observed.key, seen]])));
}

function first<T>(answers: Iterable<T | null>): void {
  for (const answer of answers) if (answer !== null) return;
  throw new Error('A query gave no answer.');
}

function refused(reason: string): Outcome {
  holds(isSentence(reason), () => `"${reason}" is a sentence`);
  return 'refused';
}
