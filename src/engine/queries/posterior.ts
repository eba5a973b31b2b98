import type { Answers, Evidence, Inquiry, Posterior } from '../api/query';
import { knownOf } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import { closureOf } from '../plan/parts';
import { exactPosteriors } from './exactPosteriors';
import { type Found, partBelief } from './partBelief';
import { queryMethod } from './queryMethod';
import { reliability, stated } from './stated';

/**
 * The distribution of one element given values of others: the posterior of a latent variable, its prior where the evidence is empty, what is to
 * be expected of an observed variable that was not seen.
 * @throws Unanswerable where the evidence names what the model does not have or has values of the wrong size, and where the model makes it impossible
 */
export function* posterior(inquiry: Inquiry, of: Element, evidence: Evidence): Answers<Posterior> {
  const exact = (yield* exactPosteriors(inquiry, [of], evidence)).of.get(of);
  if (exact !== undefined) {
    yield exact;
    return;
  }
  yield* byNodes(inquiry, of, evidence);
}

/** By the part of the element alone, whatever that takes. */
export function* byNodes(inquiry: Inquiry, of: Element, evidence: Evidence): Answers<Posterior> {
  const knowns = knownOf(inquiry.graph, evidence);
  const known = new Map(knowns.map((each) => [each.element.key, each]));
  const closure = closureOf(inquiry.graph, [of, ...knowns.map(({ element }) => element)]);
  for (const found of partBelief(inquiry, closure, known, of)) {
    yield found === null ? null : posteriorOf(of, found, evidence.size === 0);
  }
}

function posteriorOf(of: Element, { belief, others }: Found, isPrior: boolean): Posterior {
  const { distribution, effectiveSampleSize, work } = belief;
  const logs = [belief.log, ...others.map(({ logs }) => logs[0]!)];
  const errors = [belief.logError, ...others.map(({ errors }) => errors?.[0] ?? null)].filter(
    (error) => error !== null,
  );
  const logEvidence = isPrior ? 0 : logs.includes(Number.NEGATIVE_INFINITY) ? Number.NEGATIVE_INFINITY : sum(logs);
  const base = {
    final: belief.settled,
    method: reliability(queryMethod([work], of.key), effectiveSampleSize, logEvidence),
    logEvidence,
    logEvidenceError: isPrior || errors.length === 0 ? null : Math.hypot(...errors),
    effectiveSampleSize,
  };
  if (distribution.kind === 'states') return { ...base, ...stated(of, distribution) };
  const possible = logEvidence > Number.NEGATIVE_INFINITY;
  const known = (values: Float64Array) => (possible ? values : values.map(() => Number.NaN));
  const [mean, covariance] = [known(distribution.mean), known(distribution.covariance)];
  const quantiles = distribution.quantiles.map(known);
  return { ...base, kind: 'continuous', size: mean.length, mean, covariance, quantiles };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
