import { type ContinuousPosterior, type Posterior, quantileLevels } from '../engine/api/query';
import type { Element } from '../engine/plan/graph';
import { methodDetails } from './answer';
import type { Json } from './json';

/** A posterior as the command line writes it: a vector's numbers as arrays, a scalar's by themselves. */
export function posteriorJson(element: Element, posterior: Posterior): Json {
  const { method, logEvidence, logEvidenceError, effectiveSampleSize } = posterior;
  // Nothing can be said given what cannot be.
  const impossible = logEvidence === Number.NEGATIVE_INFINITY;
  return {
    of: element.key,
    method: method.name,
    ...(posterior.kind === 'discrete'
      ? {
          probabilities: new Map(
            posterior.labels.map((label, i) => [label, impossible ? null : posterior.probabilities[i]!]),
          ),
          mostProbable: impossible ? null : (posterior.labels[posterior.mostProbable] ?? null),
        }
      : moments(posterior, element.variable.type.shape.length === 0)),
    logEvidence,
    logEvidenceError,
    effectiveSampleSize,
    methodDetails: methodDetails(method),
  };
}

function moments({ size, mean, covariance, quantiles }: ContinuousPosterior, scalar: boolean): Record<string, Json> {
  const sd = Float64Array.from(mean, (_, j) => Math.sqrt(covariance[j * size + j]!));
  const each = (values: Float64Array): Json => (scalar ? existing(values[0]!) : Array.from(values, existing));
  const at = (level: number) => each(Float64Array.from(quantiles, (quantile) => quantile[level]!));
  return {
    mean: each(mean),
    sd: each(sd),
    ...(scalar
      ? {}
      : {
          covariance: Array.from(mean, (_, j) => Array.from(covariance.subarray(j * size, (j + 1) * size), existing)),
        }),
    quantiles: new Map(quantileLevels.map((level, i) => [String(level), at(i)])),
  };
}

/** What does not exist is null. */
function existing(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
