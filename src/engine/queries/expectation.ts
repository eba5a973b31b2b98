import type { Answers, DiscretePosterior, Evidence, Expectation, Inquiry } from '../api/query';
import type { Element } from '../plan/graph';
import { addMoments, stateQuantiles } from './atoms';
import { posterior } from './posterior';

/**
 * Mean, standard deviation, covariance and quantiles of an element given values of others; of its prior or marginal where there are none.
 * A mean or variance that does not exist is NaN, or infinite. Categories count as their codes.
 * @throws Unanswerable as `posterior` does
 */
export function* expectation(inquiry: Inquiry, of: Element, evidence: Evidence): Answers<Expectation> {
  for (const answer of posterior(inquiry, of, evidence)) {
    if (answer === null) {
      yield null;
      continue;
    }
    const { final, method, effectiveSampleSize } = answer;
    const { mean, covariance, quantiles } = answer.kind === 'discrete' ? momentsOf(answer) : answer;
    const size = mean.length;
    const sd = mean.map((_, j) => Math.sqrt(covariance[j * size + j]!));
    yield { kind: 'expectation', final, method, size, mean, sd, covariance, quantiles, effectiveSampleSize };
  }
}

function momentsOf({ values, probabilities }: DiscretePosterior) {
  const size = values.length / probabilities.length;
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  addMoments({ size, values, weights: probabilities }, mean, covariance);
  const quantiles = Array.from({ length: size }, (_, j) =>
    stateQuantiles(
      probabilities.map((_, i) => values[i * size + j]!),
      probabilities,
    ),
  );
  return { mean, covariance, quantiles };
}
