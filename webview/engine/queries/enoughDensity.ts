import type { Answers, Density } from './query';

/** Mean standard error of logarithms, over points in proportion to their densities, below which more draws would change little. */
const tolerance = 2e-3;

/** Follows a density until it is known well enough to be averaged over: where it is large, not in its far tails. */
export function* enoughDensity(answers: Answers<Density>): Generator<null, Density> {
  let last: Density | null = null;
  for (const answer of answers) {
    if (answer === null) {
      yield null;
      continue;
    }
    last = answer;
    if (meanError(answer) <= tolerance) break;
  }
  if (last === null) throw new Error('A density gave no answer.');
  return last;
}

function meanError({ logDensity, standardError, final }: Density): number {
  if (standardError === null) return final ? 0 : Number.POSITIVE_INFINITY;
  const top = logDensity.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return 0;
  let [sum, mass] = [0, 0];
  logDensity.forEach((log, p) => {
    const weight = Math.exp(log - top);
    sum += weight * standardError[p]!;
    mass += weight;
  });
  return sum / mass;
}
