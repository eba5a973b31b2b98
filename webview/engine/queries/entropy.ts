import type { Element } from '../graph';
import { cholesky } from '../math/cholesky';
import type { Method } from '../preview';
import { density } from './density';
import { enoughDensity } from './enoughDensity';
import { finalAnswerSteps } from './finalAnswer';
import { lineMethod, sampledMethod } from './informationMethod';
import { lineIntegral } from './lineIntegral';
import { posterior } from './posterior';
import { quasiSamples } from './quasiSamples';
import type { Answers, ContinuousPosterior, DiscretePosterior, Information, Inquiry } from './query';
import { sampledMean } from './replicated';

/**
 * The entropy of an element in nats: −Σ p log p of a discrete one, −∫ p log p of a continuous one, which may be negative; −Infinity where it
 * has only one value.
 * @throws Unanswerable as `posterior` and `density` do
 */
export function* entropy(inquiry: Inquiry, of: Element): Answers<Information> {
  const marginal = yield* finalAnswerSteps(posterior(inquiry, of, new Map()));
  if (marginal.kind === 'discrete') {
    yield ofStates(marginal);
    return;
  }
  const closed = ofGaussian(marginal);
  if (closed !== null) {
    yield closed;
    return;
  }
  if (marginal.size === 1) yield yield* ofLine(inquiry, of, marginal);
  else yield* ofSamples(inquiry, of);
}

function information(nats: number, standardError: number | null, method: Method, final = true): Information {
  return { kind: 'information', final, method, nats, standardError };
}

/** −Σ p log p; with draws behind the probabilities their effective number gives the error. */
function ofStates({ probabilities, method, effectiveSampleSize }: DiscretePosterior): Information {
  let [nats, squares] = [0, 0];
  for (const p of probabilities) {
    if (p === 0) continue;
    nats -= p * Math.log(p);
    squares += p * Math.log(p) ** 2;
  }
  const spread = Math.sqrt(Math.max(0, squares - nats * nats));
  return information(nats, effectiveSampleSize === null ? null : spread / Math.sqrt(effectiveSampleSize), method);
}

/** ½ log det(2πe Σ); null where the element is no single Gaussian. */
function ofGaussian({ method, covariance, size }: ContinuousPosterior): Information | null {
  if (method.name !== 'gaussian' || method.states > 1) return null;
  return information(
    0.5 * size * Math.log(2 * Math.PI * Math.E) + 0.5 * logDeterminant(covariance, size),
    null,
    method,
  );
}

/** −Infinity where the matrix is not positive definite. */
export function logDeterminant(matrix: Float64Array, size: number): number {
  const root = cholesky(Array.from(matrix), size);
  if (root === null) return Number.NEGATIVE_INFINITY;
  let log = 0;
  for (let i = 0; i < size; i++) log += 2 * Math.log(root[i * size + i]!);
  return log;
}

function* ofLine(
  inquiry: Inquiry,
  of: Element,
  { quantiles, method }: ContinuousPosterior,
): Generator<null, Information> {
  const [low, high] = [quantiles[0]![0]!, quantiles[0]!.at(-1)!];
  if (!(high > low)) return information(Number.NEGATIVE_INFINITY, null, method);
  let inner = method;
  const found = yield* lineIntegral(
    function* (places) {
      const { logDensity, standardError, method: own } = yield* enoughDensity(density(inquiry, [of], [places]));
      inner = own;
      return { density: logDensity.map(Math.exp), values: logDensity.map((log) => -log), errors: standardError };
    },
    [low, high],
  );
  return information(found.integral, found.standardError, lineMethod(inner, found, of.key));
}

const tolerance = 5e-3;
const firstSamples = 2 ** 12;
const mostSamples = 2 ** 15;

function* ofSamples(inquiry: Inquiry, of: Element): Answers<Information> {
  for (let count = firstSamples; ; count *= 2) {
    const [values] = yield* quasiSamples(inquiry, [of], count / 16);
    const { logDensity, method } = yield* enoughDensity(density(inquiry, [of], [values!]));
    const { mean, error } = sampledMean(logDensity.map((log) => -log));
    const final = error <= tolerance || 2 * count > mostSamples;
    yield information(mean, error, sampledMethod(method, count, of.key, error), final);
    if (final) return;
  }
}
