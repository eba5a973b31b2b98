import type { DistributionPicture } from '../api/aside';
import { Unanswerable } from '../api/unanswerable';
import type { Part } from './picture/parts';
import type { Scene } from './picture/stage';

/** Values of distribution functions that are worked out at most, over all points. */
const most = 2_000_000;
/** Values between two pauses. */
const pause = 20_000;

/**
 * F(x) = P(X ≤ x) at the points of a curve, by the distribution functions of the conditionals, in double precision; and for each
 * component its weight × F(x | z).
 * @throws Unanswerable where the curve is no sum over few enough joint states of discrete variables
 */
export function* distribution({ task, kind, parts }: Scene): Generator<DistributionPicture | null, void> {
  const { values } = task.points;
  if (kind !== 'curve' || parts === null || parts.length * values.length > most) {
    throw new Unanswerable('The distribution function has no closed form here: the density is integrated.');
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const cumulative = new Float64Array(values.length);
  const components = task.groups.shown.map(() => new Float64Array(values.length));
  let done = 0;
  for (const part of parts) {
    add(part, total, values, cumulative, components[task.groups.slotOf[part.state] ?? -1] ?? null);
    done += values.length;
    if (done < pause) continue;
    done = 0;
    yield null;
  }
  yield { kind: 'distribution', cumulative, components };
}

function add(
  { weight, family, parameters }: Part,
  total: number,
  x: Float64Array,
  cumulative: Float64Array,
  component: Float64Array | null,
): void {
  for (let i = 0; i < x.length; i++) {
    const share = (weight / total) * family.cdf(x[i]!, parameters);
    cumulative[i]! += share;
    if (component !== null) component[i]! += share;
  }
}
