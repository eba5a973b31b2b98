import { sizeOf } from '../batch';
import { discretePosterior } from '../discrete/posterior';
import type { Element } from '../graph';
import { fullLabel } from '../labels';
import type { StateBelief } from './belief';
import { knownOf } from './known';
import { type Found, partBelief } from './partBelief';
import { closureOf } from './parts';
import type { Answers, DiscretePosterior, Evidence, Inquiry, Posterior } from './query';
import { queryMethod } from './queryMethod';

/**
 * The distribution of one element given values of others: the posterior of a latent variable, its prior where the evidence is empty, what is to
 * be expected of an observed variable that was not seen.
 * @throws Unanswerable where the evidence names what the model does not have or has values of the wrong size, and where the model makes it impossible
 */
export function* posterior(inquiry: Inquiry, of: Element, evidence: Evidence): Answers<Posterior> {
  const knowns = knownOf(inquiry.graph, evidence);
  const exact = of.discrete ? discretely(inquiry, of, evidence) : null;
  if (exact !== null) {
    yield exact;
    return;
  }
  const known = new Map(knowns.map((each) => [each.element.key, each]));
  const closure = closureOf(inquiry.graph, [of, ...knowns.map(({ element }) => element)]);
  for (const found of partBelief(inquiry, closure, known, of)) {
    yield found === null ? null : posteriorOf(of, found, evidence.size === 0);
  }
}

/** Where every unknown element is discrete: by elimination in double precision. */
function discretely(inquiry: Inquiry, of: Element, evidence: Evidence): DiscretePosterior | null {
  const found = discretePosterior(inquiry, [of], evidence);
  if (found.kind !== 'joint') return null;
  // Evidence may lie among the values that were left out: then more of them are looked at.
  if (found.truncated.length > 0 && evidence.size > 0) return null;
  const { values } = found.states[0]!;
  const free = closureOf(inquiry.graph, [of, ...Array.from(evidence.keys(), (key) => inquiry.graph.byKey(key))]).filter(
    ({ key }) => !evidence.has(key),
  );
  const work = {
    method: 'sum',
    free,
    states: 1,
    nodes: 1,
    dimensions: 0,
    error: 0,
    truncated: found.truncated,
  } as const;
  return {
    ...stated(of, { kind: 'states', values, probabilities: found.probabilities }),
    final: true,
    method: queryMethod([work], of.key),
    logEvidence: found.logEvidence,
    logEvidenceError: null,
    effectiveSampleSize: null,
  };
}

function stated(of: Element, { values, probabilities }: StateBelief) {
  const { type } = of.variable;
  const size = sizeOf(type.shape);
  return {
    kind: 'discrete',
    values,
    labels: Array.from(probabilities, (_, i) => fullLabel(Array.from(values.subarray(i * size, (i + 1) * size)), type)),
    probabilities,
    mostProbable: probabilities.reduce((best, p, i) => (p > probabilities[best]! ? i : best), 0),
  } as const;
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
    method: methodWith(queryMethod([work], of.key), effectiveSampleSize, logEvidence),
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

/** An answer from fewer draws than this is a rough one. */
const poor = 100;

/** Says where an answer cannot be trusted. */
function methodWith(
  method: Posterior['method'],
  effectiveSampleSize: number | null,
  logEvidence: number,
): Posterior['method'] {
  if (logEvidence === Number.NEGATIVE_INFINITY) {
    return {
      ...method,
      sentence: `${method.sentence} The evidence is impossible, or so unlikely that none of it was found.`,
    };
  }
  if (effectiveSampleSize === null) return method;
  const size = Math.round(effectiveSampleSize).toLocaleString('en');
  const warning =
    effectiveSampleSize < poor
      ? ` They are worth ${size} independent ones, too few: the evidence is far from what the prior expects. Do not rely on this answer.`
      : ` They are worth ${size} independent ones.`;
  return { ...method, sentence: method.sentence + warning };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
