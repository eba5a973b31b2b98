import { type Evidence, type Inquiry, quantileLevels } from '../api/query';
import { spacingOf } from '../api/spacing';
import type { Target } from '../plan/target';
import { finalAnswerSteps } from '../queries/finalAnswer';
import { posterior } from '../queries/posterior';
import { posteriorCurve } from '../queries/posteriorCurve';
import { areaUnder } from './picture/mass';

/** Less than this is not seen. */
const least = 1e-3;
/** Points between the end of a picture and the nearest quantile. */
const count = 257;

/**
 * P(X < x₀ | known) of a scalar, where x₀ is the first of the points of a picture.
 * @param density p(x | known) at these points: where it adds up to 1 there is nothing outside of them
 */
export function* massBelow(
  inquiry: Inquiry,
  target: Target,
  known: Evidence,
  points: Float64Array,
  density: Float64Array,
): Generator<null, number> {
  // Of many whole numbers every so-manieth stands for those beside it.
  const inside = target.element.discrete
    ? density.reduce((a, b) => a + b, 0) * spacingOf(points)
    : areaUnder(points, density);
  if (1 - inside < least) return 0;
  const low = points[0]!;
  const coordinate = target.coordinate ?? 0;
  const answer = yield* finalAnswerSteps(posterior(inquiry, target.element, known));
  if (answer.kind === 'discrete') {
    const size = answer.values.length / answer.probabilities.length;
    return answer.probabilities.reduce((sum, p, i) => (answer.values[i * size + coordinate]! < low ? sum + p : sum), 0);
  }
  return yield* fromQuantiles(inquiry, target, known, low, answer.quantiles[coordinate]!);
}

/** The distribution function at a place: that of the nearest quantile, and the area between the two. */
function* fromQuantiles(
  inquiry: Inquiry,
  target: Target,
  known: Evidence,
  low: number,
  quantiles: Float64Array,
): Generator<null, number> {
  const next = quantiles.findIndex((quantile) => quantile > low);
  const after = next < 0 ? quantiles.length : next;
  const [floor, ceiling] = [quantileLevels[after - 1] ?? 0, quantileLevels[after] ?? 1];
  const distance = (i: number) => Math.abs((quantiles[i] ?? Number.POSITIVE_INFINITY) - low);
  const nearest = distance(after - 1) < distance(after) ? after - 1 : after;
  const from = quantiles[nearest]!;
  const step = (low - from) / (count - 1);
  const x = Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? low : from + i * step));
  // A curve is asked for from the left to the right.
  const rising = step < 0 ? x.toReversed() : x;
  const { logDensity } = yield* finalAnswerSteps(posteriorCurve(inquiry, target, known, rising));
  const area = areaUnder(rising, logDensity.map(Math.exp));
  return Math.min(ceiling, Math.max(floor, quantileLevels[nearest]! + Math.sign(step) * area));
}
