import { sizeOf } from './batch';
import type { Element } from './graph';
import { groupStates } from './groups';
import type { Task } from './marginal';
import { type Plan, planMarginal } from './planner';
import { barPoints, curvePoints, planePoints } from './points';
import type { Choice } from './preview';
import type { Range } from './range';
import { targetSamples } from './samples';
import type { Setting } from './setting';
import type { Target } from './target';

/** All that one picture is made from, apart from the estimate of its marginal. */
export interface Scene {
  readonly task: Task;
  readonly choice: Choice;
  readonly kind: 'curve' | 'bars' | 'plane';
  /** The plotted range of the horizontal axis. */
  readonly range: Range;
  /** Whether components are drawn. */
  readonly components: boolean;
  /** Sentences about the choice of points. */
  readonly notices: readonly string[];
}

/**
 * Decides what a picture shows: how its marginal is computed, and over which points.
 * @param draws ancestral samples of the variable, from which the range comes
 */
export function stage(setting: Setting, choice: Choice, draws: Float64Array, components: boolean): Scene {
  const { session, request, given, graph } = setting;
  const element = graph.element(choice.variable, choice.index);
  const target: Target = { element, coordinate: choice.coordinate === null ? null : choice.coordinate - 1 };
  const kind = kindOf(element, target);
  const whole = planMarginal(given, graph, element);
  const plan: Plan = components && kind !== 'plane' ? whole : { ...whole, components: [] };
  const made = pointsOf(setting, choice, kind, plan, target, draws);
  return {
    task: {
      given,
      plan,
      target,
      points: made.points,
      groups: groupStates(plan),
      base: session.base,
      draws: request.query.draws,
      seed: request.query.seed,
    },
    choice,
    kind,
    range: made.range,
    components: components && kind !== 'plane',
    notices: made.notices,
  };
}

function kindOf(element: Element, target: Target): Scene['kind'] {
  if (element.discrete) return 'bars';
  return target.coordinate === null && sizeOf(element.variable.type.shape) === 2 ? 'plane' : 'curve';
}

function pointsOf(
  { session, request, given }: Setting,
  choice: Choice,
  kind: Scene['kind'],
  plan: Plan,
  target: Target,
  draws: Float64Array,
) {
  const name = `${given.program.key}|${choice.label}`;
  const { points } = request.query;
  const view = (coordinate: number | null) =>
    request.views.find((each) => each.variable === choice.variable && each.coordinate === coordinate) ?? null;
  switch (kind) {
    case 'bars':
      return barPoints(given, plan, target, targetSamples(target, draws), view(choice.coordinate));
    case 'curve':
      return curvePoints({
        session,
        given,
        plan,
        target,
        samples: targetSamples(target, draws),
        view: view(choice.coordinate),
        name,
        count: points,
      });
    case 'plane':
      return planePoints(
        [0, 1].map((coordinate) => {
          const one: Target = { ...target, coordinate };
          return {
            session,
            given,
            plan,
            target: one,
            samples: targetSamples(one, draws),
            view: view(coordinate + 1) ?? view(null),
            name: `${name}|${coordinate}`,
            count: points,
          };
        }),
      );
  }
}
