import { valueLabel } from '../../api/labels';
import type { Bars, Components, Curve, Plane } from '../../api/preview';
import type { Estimate } from '../../integrate/marginal';
import { categoryComponents, drawnComponents, noComponents } from './components';
import { histogramOf } from './histogram';
import { areaUnder, massInside } from './mass';
import { outsideOfSamples } from './parts';
import { planeComponents } from './planeComponents';
import { observedData, sharesAt, shareWithin, targetSamples } from './samples';
import type { Setting } from './setting';
import type { Scene } from './stage';

/**
 * The picture as far as its marginal is known.
 * @param draws ancestral samples of the variable
 * @param coloured whether bars take the colours of the components of the picture beside
 */
export function picture(
  scene: Scene,
  estimate: Estimate,
  draws: Float64Array,
  setting: Setting,
  coloured: boolean,
): Curve | Bars | Plane {
  switch (scene.kind) {
    case 'curve':
      return curve(scene, estimate, draws, setting);
    case 'bars':
      return bars(scene, estimate, draws, setting, coloured);
    case 'plane':
      return plane(scene, estimate, draws, setting);
  }
}

function curve(scene: Scene, estimate: Estimate, draws: Float64Array, { request }: Setting): Curve {
  const { task, choice, range, outside } = scene;
  const samples = targetSamples(task.target, draws);
  const inside =
    outside !== null
      ? Math.max(0, 1 - outside.below - outside.above)
      : massInside(areaUnder(task.points.values, estimate.density), shareWithin(samples, range.low, range.high));
  return {
    kind: 'curve',
    choice,
    x: task.points.values,
    density: estimate.density,
    logDensity: estimate.logDensity,
    standardError: estimate.standardError,
    components: componentsOf(scene, estimate),
    histogram: request.query.samples > 0 ? histogramOf(samples, range.low, range.high) : null,
    massInside: inside,
    outside: { ...(outside ?? outsideOfSamples(samples, range.low, range.high, 1 - inside)), exact: outside !== null },
    data: observedData(request.data, choice),
  };
}

function bars(scene: Scene, estimate: Estimate, draws: Float64Array, { request }: Setting, coloured: boolean): Bars {
  const { task, choice, range } = scene;
  const samples = targetSamples(task.target, draws);
  const { values } = task.points;
  const inside = massInside(
    estimate.density.reduce((a, b) => a + b, 0),
    shareWithin(samples, range.low, range.high),
  );
  return {
    kind: 'bars',
    choice,
    values,
    labels: Array.from(values, (value) => valueLabel(value, task.target.element.variable.type)),
    probability: estimate.density,
    standardError: estimate.standardError,
    components: componentsOf(scene, estimate),
    samples: request.query.samples > 0 ? sharesAt(samples, values) : null,
    coloured,
    massInside: inside,
    outside: { ...outsideOfSamples(samples, range.low, range.high, 1 - inside), exact: false },
    data: observedData(request.data, choice),
  };
}

/** Samples that are dotted into a heat map. */
const dots = 500;

function plane(scene: Scene, estimate: Estimate, draws: Float64Array, { request }: Setting): Plane {
  const { task, choice } = scene;
  const { x, y } = task.points.grid!;
  const count = draws.length / 2;
  let inside = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [draws[2 * i]!, draws[2 * i + 1]!];
    if (a >= x[0]! && a <= x.at(-1)! && b >= y[0]! && b <= y.at(-1)!) inside++;
  }
  return {
    kind: 'plane',
    choice,
    x,
    y,
    density: estimate.density,
    components: planeComponents(scene),
    samples: draws.slice(0, 2 * Math.min(dots, request.query.samples, count)),
    massInside: inside / count,
  };
}

function componentsOf({ task, components }: Scene, estimate: Estimate): Components {
  const { plan } = task;
  if (!components) return noComponents;
  if (plan.components.length > 0) return categoryComponents(plan, task.groups, estimate);
  // Dozens of distributions over one set of bars cannot be told apart.
  if ((plan.dimensions === 0 && plan.opened === null) || task.target.element.discrete) return noComponents;
  const peak = estimate.density.reduce((a, b) => (b < Number.POSITIVE_INFINITY ? Math.max(a, b) : a), 0);
  return drawnComponents(task, peak);
}
