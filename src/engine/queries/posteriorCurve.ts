import type { Answers, Density, Evidence, Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import { knownOf } from '../factors/tables/known';
import { closureOf } from '../plan/parts';
import type { Target } from '../plan/target';
import { sizeOf } from '../values/shape';
import type { CoordinateDensity, StateBelief } from './belief';
import { conditional } from './conditional';
import { partBelief } from './partBelief';
import { queryMethod } from './queryMethod';

/**
 * log of the density of an element, or of one coordinate of it, given values of others, at some points: the curve of a posterior, or the plane
 * of a pair. A coordinate that is not known as a mixture of distributions is smoothed from weighted values.
 * @param points points × size of the target
 * @throws Unanswerable as `conditional` does
 */
export function* posteriorCurve(
  inquiry: Inquiry,
  target: Target,
  evidence: Evidence,
  points: Float64Array,
): Answers<Density> {
  const { element, coordinate } = target;
  const size = sizeOf(element.variable.type.shape);
  if (coordinate === null || size === 1) {
    yield* conditional(inquiry, [element], evidence, [points]);
    return;
  }
  const known = new Map(knownOf(inquiry.graph, evidence).map((each) => [each.element.key, each]));
  const closure = closureOf(inquiry.graph, [element, ...Array.from(known.values(), (each) => each.element)]);
  for (const found of partBelief(inquiry, closure, known, element)) {
    if (found === null) {
      yield null;
      continue;
    }
    const { distribution, log, settled, work } = found.belief;
    if (log === Number.NEGATIVE_INFINITY || found.others.some(({ logs }) => logs[0] === Number.NEGATIVE_INFINITY)) {
      throw new Unanswerable('The given values are impossible together: nothing can be said of the others.');
    }
    const { logs, errors, smoothed }: CoordinateDensity =
      distribution.kind === 'spread'
        ? distribution.logDensity(coordinate, points)
        : { logs: massesOf(distribution, coordinate, size, points), errors: null, smoothed: false };
    const method = queryMethod([work], element.key);
    const note = smoothed ? ' The curve is smoothed from weighted values.' : '';
    yield {
      kind: 'density',
      final: settled,
      method: { ...method, exact: method.exact && !smoothed, sentence: method.sentence + note },
      logDensity: logs,
      standardError: errors,
    };
  }
}

function massesOf({ values, probabilities }: StateBelief, coordinate: number, size: number, x: Float64Array) {
  return x.map((at) => {
    let sum = 0;
    probabilities.forEach((p, i) => {
      if (values[i * size + coordinate] === at) sum += p;
    });
    return Math.log(sum);
  });
}
