import { type Inquiry, quantileLevels } from '../api/query';
import type { KnownValues } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import { statesOfAtoms } from './atoms';
import type { Belief } from './belief';
import { lacking } from './nodesBelief';
import { type SmoothedPart, smoothedPart, vertexOf } from './smoothedPart';

/**
 * An element of a part whose unknown elements form a chain or a tree of numbers, with switches of few states: filtered and smoothed on grids.
 * @param known all of them at one value
 * @returns null where the part is of another kind, or takes too many points
 */
export function* gridBelief(
  { given }: Inquiry,
  part: Part,
  known: KnownValues,
  target: Element,
): Generator<null, Belief | null> {
  const found = yield* smoothedPart(given, part, known);
  if (found === null) return null;
  const distribution = distributionOf(found, target);
  if (distribution === null) return null;
  const { logEvidence, marginals } = found.smoothed;
  const own = marginals[vertexOf(found, target)]!;
  return {
    distribution,
    log: logEvidence,
    logError: null,
    effectiveSampleSize: null,
    work: {
      ...found.work,
      error: Math.max(found.work.error, own.error()),
      ...(distribution.kind === 'spread' ? { lacks: lacking(distribution) } : {}),
    },
    settled: true,
  };
}

function distributionOf(found: SmoothedPart, target: Element): Belief['distribution'] | null {
  const t = vertexOf(found, target);
  if (t < 0) return null;
  const { mean, variance, states, quantile, logDensity } = found.smoothed.marginals[t]!;
  if (!target.discrete) {
    return {
      kind: 'spread',
      mean: Float64Array.of(mean),
      covariance: Float64Array.of(variance),
      quantiles: [Float64Array.from(quantileLevels, quantile)],
      logDensity: (_, x) => ({ logs: logDensity(x), errors: null, smoothed: false }),
    };
  }
  const values = Array.from(states, (_, s) => found.switches.valuesAt(t, s).get(target.key)!);
  const size = values[0]!.length;
  return statesOfAtoms({ size, values: Float64Array.from(values.flatMap((value) => [...value])), weights: states });
}
