import type { Choice, Zoom } from '../../api/preview';
import type { Task } from '../../integrate/marginal';
import type { Element } from '../../plan/graph';
import { type Groups, groupStates } from '../../plan/groups';
import { type Plan, planMarginal } from '../../plan/planner';
import type { Target } from '../../plan/target';
import { sizeOf } from '../../values/shape';
import { type Outside, outsideOf, type Part } from './parts';
import { barPoints, curvePoints, planePoints } from './points';
import type { Range } from './range';
import { targetSamples } from './samples';
import type { Setting } from './setting';

/** All that one picture is made from, apart from the estimate of its marginal. */
export interface Scene {
  readonly task: Task;
  readonly choice: Choice;
  readonly kind: 'curve' | 'bars' | 'plane';
  /** The plotted range of the horizontal axis. */
  readonly range: Range;
  /** Whether components are drawn. */
  readonly components: boolean;
  /** The plan with its components, also where these are not densities on the points: of a plane they are ellipses. */
  readonly mixture: { readonly plan: Plan; readonly groups: Groups };
  /** Sentences about the choice of points. */
  readonly notices: readonly string[];
  /** What a curve is a mixture of, as far as that is known. */
  readonly parts: readonly Part[] | null;
  /** What lies on the two sides of its range, as far as that is known. */
  readonly outside: Outside | null;
}

/**
 * Decides what a picture shows: how its marginal is computed, and over which points.
 * @param draws ancestral samples of the variable, from which the range comes
 * @param zoom the part that is looked at; null for all of it
 */
export function stage(
  setting: Setting,
  choice: Choice,
  draws: Float64Array,
  components: boolean,
  zoom: Zoom | null = null,
): Scene {
  const { session, request, given, graph } = setting;
  const element = graph.element(choice.variable, choice.index);
  const target: Target = { element, coordinate: choice.coordinate === null ? null : choice.coordinate - 1 };
  const kind = kindOf(element, target);
  const whole = planMarginal(given, graph, element);
  const plan: Plan = components && kind !== 'plane' ? whole : { ...whole, components: [] };
  const groups = groupStates(plan);
  const made = pointsOf(setting, choice, kind, plan, target, draws, zoom);
  return {
    task: {
      given,
      plan,
      target,
      points: made.points,
      groups,
      base: session.base,
      draws: request.query.draws,
      seed: request.query.seed,
    },
    choice,
    kind,
    range: made.range,
    components: components && kind !== 'plane',
    mixture: components && kind === 'plane' ? { plan: whole, groups: groupStates(whole) } : { plan, groups },
    notices: [],
    parts: made.parts,
    outside: made.parts === null ? null : outsideOf(made.parts, made.range.low, made.range.high),
  };
}

function kindOf(element: Element, target: Target): Scene['kind'] {
  if (element.discrete) return 'bars';
  return target.coordinate === null && sizeOf(element.variable.type.shape) === 2 ? 'plane' : 'curve';
}

function pointsOf(
  { request, given }: Setting,
  choice: Choice,
  kind: Scene['kind'],
  plan: Plan,
  target: Target,
  draws: Float64Array,
  zoom: Zoom | null,
) {
  const standing = request.query.standing.find(({ label }) => label === choice.label) ?? null;
  const { points, mass } = request.query;
  const view = (coordinate: number | null) =>
    request.views.find((each) => each.variable === choice.variable && each.coordinate === coordinate) ?? null;
  switch (kind) {
    case 'bars':
      return barPoints(
        given,
        plan,
        target,
        targetSamples(target, draws),
        // Names have no range.
        (target.element.variable.type.kind === 'integer' ? zoom?.x : null) ?? view(choice.coordinate),
        mass,
      );
    case 'curve':
      return curvePoints({
        given,
        plan,
        target,
        samples: targetSamples(target, draws),
        view: view(choice.coordinate),
        standing: standing?.x ?? null,
        count: points,
        zoom: zoom?.x ?? null,
        mass,
      });
    case 'plane':
      return planePoints(
        [0, 1].map((coordinate) => {
          const one: Target = { ...target, coordinate };
          return {
            given,
            plan,
            target: one,
            samples: targetSamples(one, draws),
            view: view(coordinate + 1) ?? view(null),
            standing: (coordinate === 0 ? standing?.x : standing?.y) ?? null,
            count: points,
            zoom: (coordinate === 0 ? zoom?.x : zoom?.y) ?? null,
            mass,
          };
        }),
      );
  }
}
