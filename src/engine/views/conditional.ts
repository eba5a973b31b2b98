import type { ConditionalAside, ConditionalPicture } from '../api/aside';
import { type Inquiry, quantileLevels } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import type { Element } from '../plan/graph';
import { expectation } from '../queries/expectation';
import { finalAnswerSteps } from '../queries/finalAnswer';
import { posteriorCurve } from '../queries/posteriorCurve';
import { sizeOf } from '../values/shape';
import { massBelow } from './massBelow';
import type { Setting } from './picture/setting';
import type { Scene } from './picture/stage';

const none: ReadonlyMap<string, Float64Array> = new Map();
const median = quantileLevels.indexOf(0.5);

/**
 * p(x | z = v) at the places of the observed picture: everything but x and z is summed and integrated out, given that z is v.
 * @throws Unanswerable where z has another size, and where it cannot be v
 */
export function* conditionalAside(
  setting: Setting,
  { latent, values }: ConditionalAside,
  { task, kind }: Scene,
): Generator<ConditionalPicture | null, void> {
  const { given, graph, session, request } = setting;
  const { draws, seed } = request.query;
  const inquiry: Inquiry = { given, graph, base: session.base, draws, seed };
  const element = graph.element(latent.variable, latent.index);
  const size = sizeOf(element.variable.type.shape);
  if (values.length !== size) {
    throw new Unanswerable(
      `${element.key} is made of ${size} ${size === 1 ? 'number' : 'numbers'} now: choose its place anew.`,
    );
  }
  const { target, points } = task;
  if (!target.element.discrete && target.element.deterministic) {
    throw new Unanswerable(
      `${target.element.key} is computed from the others: given them it is one value, without a density.`,
    );
  }
  const whole = values.every((value) => value !== null) ? [...values] : yield* filled(inquiry, element, values);
  const known = new Map([[element.key, Float64Array.from(whole)]]);
  const summed = kind !== 'plane' && request.query.asides.some((aside) => aside.kind === 'distribution');
  let below: number | null = null;
  for (const answer of posteriorCurve(inquiry, target, known, points.values)) {
    if (answer === null) {
      yield null;
      continue;
    }
    const density = answer.logDensity.map(Math.exp);
    if (summed) below ??= yield* massBelow(inquiry, target, known, points.values, density);
    yield {
      kind: 'conditional',
      latent,
      values: whole,
      density,
      // The error of a logarithm is relative.
      standardError: answer.standardError?.map((error, i) => error * density[i]!) ?? null,
      below,
      method: answer.method,
    };
  }
}

/**
 * Puts every number that is not given to the median of its prior. Shares of a whole (a Dirichlet) divide what the given ones leave in the
 * proportion of their medians.
 */
function* filled(
  inquiry: Inquiry,
  element: Element,
  values: readonly (number | null)[],
): Generator<null, readonly number[]> {
  const medians = yield* mediansOf(inquiry, element);
  const { distribution } = element;
  if (distribution.kind !== 'family' || distribution.family !== 'Dirichlet') {
    return values.map((value, j) => value ?? medians[j]!);
  }
  const left = 1 - values.reduce((sum: number, value) => sum + (value ?? 0), 0);
  const open = values.reduce((sum: number, value, j) => sum + (value === null ? medians[j]! : 0), 0);
  return values.map((value, j) => value ?? (medians[j]! * left) / open);
}

/** Of the last models that were asked: moving through the latent space asks again and again. */
const remembered = new WeakMap<Inquiry['given'], Map<string, readonly number[]>>();

function* mediansOf(inquiry: Inquiry, element: Element): Generator<null, readonly number[]> {
  const own = remembered.get(inquiry.given) ?? new Map<string, readonly number[]>();
  remembered.set(inquiry.given, own);
  const last = own.get(element.key);
  if (last !== undefined) return last;
  const { quantiles } = yield* finalAnswerSteps(expectation(inquiry, element, none));
  const medians = quantiles.map((levels) => levels[median]!);
  own.set(element.key, medians);
  return medians;
}
