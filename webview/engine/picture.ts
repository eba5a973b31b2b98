import { barValues } from './bar-values';
import { extentOf } from './bulk';
import { categoryComponents, drawnComponents, noComponents } from './components';
import type { Numbers } from './evaluation';
import type { Graph } from './graph';
import { groupStates } from './groups';
import { histogramOf } from './histogram';
import { valueLabel } from './labels';
import type { Estimate, Task } from './marginal';
import { type Plan, planMarginal } from './planner';
import type { Bars, Choice, Components, Curve, PreviewRequest } from './preview';
import { coverage, type Range, settle } from './range';
import { shareWithin, targetSamples } from './samples';
import type { Session } from './session';
import type { Points, Target } from './target';

/** All that one picture is made from, apart from the estimate of its marginal. */
export interface Scene {
  readonly task: Task;
  readonly choice: Choice;
  readonly kind: 'curve' | 'bars' | 'plane';
  readonly range: Range;
  readonly components: boolean;
}

export interface Setting {
  readonly session: Session;
  readonly request: PreviewRequest;
  readonly given: Numbers;
  readonly graph: Graph;
}

/** Decides what a picture shows: how its marginal is computed, over which points. */
export function stage(setting: Setting, choice: Choice, draws: Float64Array, components: boolean): Scene {
  const { session, request, given, graph } = setting;
  const element = graph.element(choice.variable, choice.index);
  const target: Target = { element, coordinate: choice.coordinate === null ? null : choice.coordinate - 1 };
  const whole = planMarginal(given, graph, element);
  const plan: Plan = components ? whole : { ...whole, components: [] };
  const samples = targetSamples(target, draws);
  const view = request.views.find(
    ({ variable, coordinate }) => variable === choice.variable && coordinate === choice.coordinate,
  );
  const name = `${given.program.key}|${choice.label}`;
  const { points, range } = element.discrete
    ? barPoints(given, plan, target, samples, view ?? null)
    : curvePoints(setting, plan, target, samples, view ?? null, name);
  return {
    task: {
      given,
      plan,
      target,
      points,
      groups: groupStates(plan),
      base: session.base,
      draws: request.query.draws,
      seed: request.query.seed,
    },
    choice,
    kind: element.discrete ? 'bars' : 'curve',
    range,
    components,
  };
}

function curvePoints(
  { session, request, given }: Setting,
  plan: Plan,
  target: Target,
  samples: Float64Array,
  view: Range | null,
  name: string,
): { points: Points; range: Range } {
  const { support, bulks } = extentOf(given, plan, target);
  const range = view ?? settle(coverage(Float64Array.from(samples).sort(), bulks), support, session.range(name));
  session.keepRange(name, range);
  const count = request.query.points;
  const step = (range.high - range.low) / (count - 1);
  const values = Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? range.high : range.low + i * step));
  return { points: { values, count, size: 1, pointWidth: 0.75 * step }, range };
}

function barPoints(
  given: Numbers,
  plan: Plan,
  target: Target,
  samples: Float64Array,
  view: Range | null,
): { points: Points; range: Range } {
  const values = barValues(given, plan, target, samples, view);
  return {
    points: { values, count: values.length, size: 1, pointWidth: null },
    range: { low: values[0]! - 0.5, high: values.at(-1)! + 0.5 },
  };
}

/** The picture as far as its marginal is known. */
export function picture(
  scene: Scene,
  estimate: Estimate,
  draws: Float64Array,
  setting: Setting,
  coloured: boolean,
): Curve | Bars {
  const { task, choice, range } = scene;
  const samples = targetSamples(task.target, draws);
  const drawn = setting.request.query.samples > 0;
  const shared = {
    choice,
    components: scene.components ? componentsOf(scene, estimate) : noComponents,
    standardError: estimate.standardError,
    massInside: shareWithin(samples, range.low, range.high),
    data: observedData(setting.request, choice),
  };
  if (scene.kind === 'curve') {
    return {
      ...shared,
      kind: 'curve',
      x: task.points.values,
      density: estimate.density,
      logDensity: estimate.logDensity,
      histogram: drawn ? histogramOf(samples, range.low, range.high) : null,
    };
  }
  const { type } = task.target.element.variable;
  return {
    ...shared,
    kind: 'bars',
    values: task.points.values,
    labels: Array.from(task.points.values, (value) => valueLabel(value, type)),
    probability: estimate.density,
    samples: drawn ? shares(samples, task.points.values) : null,
    coloured,
  };
}

function componentsOf({ task }: Scene, estimate: Estimate): Components {
  const { plan } = task;
  if (plan.components.length > 0) return categoryComponents(plan, task.groups, estimate);
  if (plan.dimensions === 0) return noComponents;
  const peak = estimate.density.reduce((a, b) => (b < Infinity ? Math.max(a, b) : a), 0);
  return drawnComponents(task, peak);
}

/** The share of the samples at each value. */
function shares(samples: Float64Array, values: Float64Array): Float64Array {
  const place = new Map(Array.from(values, (value, i) => [value, i]));
  const result = new Float64Array(values.length);
  for (const sample of samples) {
    const i = place.get(sample);
    if (i !== undefined) result[i]! += 1 / samples.length;
  }
  return result;
}

function observedData(request: PreviewRequest, choice: Choice): Float64Array {
  const rows = request.data[choice.variable];
  if (rows === undefined || choice.index !== null) return new Float64Array();
  return Float64Array.from(rows, (row) => row[(choice.coordinate ?? 1) - 1] ?? Number.NaN).filter(Number.isFinite);
}
