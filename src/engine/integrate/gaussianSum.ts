import { Accumulator } from '../math/accumulator';
import { logRootTwoPi } from '../math/normalCdf';
import type { Points } from '../plan/target';
import type { Estimate, Steps, Task } from './marginal';

/**
 * The marginal of a linear-Gaussian model in closed form: a Gaussian, or the mixture of one Gaussian for each joint state of the
 * discrete variables. In double precision throughout.
 */
export function* gaussianSum({ plan, target, points, groups }: Task): Steps {
  const { table } = plan;
  const collapse = plan.collapse!;
  const totals = new Accumulator(1, points.count);
  const components = new Accumulator(groups.shown.length, points.count);
  const masses = new Float64Array(groups.shown.length);
  let [mass, done] = [0, 0];
  for (let state = 0; state < table.count; state++) {
    const weight = table.weights[state]!;
    if (!(weight > 0)) continue;
    const { reduction } = collapse.at(state, target.pair ?? target.coordinate);
    const log = logDensity(reduction.constant, reduction.covariance, points);
    const slot = groups.slotOf[state]!;
    mass += weight;
    if (slot >= 0) masses[slot]! += weight;
    for (let p = 0; p < points.count; p++) {
      const term = log[p]! + Math.log(weight);
      totals.add(0, p, term, 1);
      if (slot >= 0) components.add(slot, p, term, 1);
    }
    done += points.count + collapse.split.elements.length;
    if (done < pause) continue;
    done = 0;
    yield null;
  }
  const logs = Float64Array.from({ length: points.count }, (_, p) => totals.log(0, p));
  const estimate: Estimate = {
    density: logs.map(Math.exp),
    logDensity: logs,
    standardError: null,
    components: groups.shown.map((_, slot) => components.values(slot, 0)),
    weights: Array.from(masses, (each) => each / mass),
    relativeError: 0,
    nodes: 1,
    settled: true,
  };
  yield estimate;
}

/** Points and elements between two pauses. */
const pause = 100_000;

/** log Normal(mean, covariance) at points of one or two coordinates. A Gaussian without extent is drawn as wide as the points ask for. */
function logDensity(mean: Float64Array, covariance: Float64Array, points: Points): Float64Array {
  return points.size === 1
    ? logNormal(mean[0]!, covariance[0]!, points)
    : logPair(mean as unknown as readonly [number, number], covariance, points);
}

function logNormal(mean: number, variance: number, { values, pointWidth }: Points): Float64Array {
  const sd = variance > 0 ? Math.sqrt(variance) : (pointWidth ?? 0);
  if (sd === 0) return values.map((x) => (x === mean ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY));
  const constant = -Math.log(sd) - logRootTwoPi;
  return values.map((x) => {
    const y = (x - mean) / sd;
    return constant - 0.5 * y * y;
  });
}

/** Of two coordinates that determine each other, less than this share of the second's variance is left given the first. */
const degenerate = 1e-12;

function logPair(mean: readonly [number, number], covariance: Float64Array, points: Points): Float64Array {
  let [a, b, , c] = covariance as unknown as readonly [number, number, number, number];
  if (!(a * c - b * b > degenerate * a * c)) {
    const width = points.pointWidth ?? 0;
    a += width * width;
    c += width * width;
  }
  // The first coordinate by itself, and the second given it.
  const [first, second] = [Math.sqrt(a), Math.sqrt(c - (b / a) * b)];
  const constant = -Math.log(first) - Math.log(second) - 2 * logRootTwoPi;
  return Float64Array.from({ length: points.count }, (_, p) => {
    const x = points.values[2 * p]! - mean[0];
    const y = points.values[2 * p + 1]! - mean[1] - (b / a) * x;
    return constant - 0.5 * ((x / first) ** 2 + (y / second) ** 2);
  });
}
