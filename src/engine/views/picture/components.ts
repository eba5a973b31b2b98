import { fullLabel } from '../../api/labels';
import type { Component, Components } from '../../api/preview';
import type { Leniency } from '../../evaluate/laws/checkLaw';
import { atNodes } from '../../integrate/atNodes';
import type { Estimate, Task } from '../../integrate/marginal';
import type { Element } from '../../plan/graph';
import type { Groups } from '../../plan/groups';
import type { Plan } from '../../plan/planner';
import { drawnLaw, logProbAt } from '../../plan/target';
import { Column } from '../../sampling/columns';
import { sizeOf } from '../../values/shape';

/** Mixtures of more components than this have no colours. */
export const colours = 12;

export const noComponents: Components = { kind: 'none', items: [], total: 0, of: '', scale: 1 };

/** The components of a mixture over discrete variables, the heaviest first where not all are shown. */
export function categoryComponents(plan: Plan, groups: Groups, estimate: Estimate): Components {
  return {
    kind: 'categories',
    items: groups.shown.map((group, slot) => ({
      label: groupLabel(plan.components, group.values),
      values: group.values,
      weight: estimate.weights[slot]!,
      colour: groups.total <= colours ? group.index : null,
      density: estimate.components[slot]!,
    })),
    total: groups.total,
    of: plan.components.map(({ key }) => key).join(', '),
    scale: 1,
  };
}

/** `orange`, `2`, `true, 3`: what the variables that tell a component apart have for values. */
export function groupLabel(elements: readonly Element[], values: readonly number[]): string {
  let at = 0;
  return elements
    .map(({ variable }) => {
      const size = sizeOf(variable.type.shape);
      at += size;
      return fullLabel(values.slice(at - size, at), variable.type);
    })
    .join(', ');
}

/** How many of infinitely many components are drawn. */
const drawn = 30;
/** The tallest of them, as a share of the marginal's peak. */
const tallest = 0.6;

/**
 * Some of the infinitely many components p(x|z) of a continuous mixture, at values of z spread evenly over their
 * distribution, all scaled alike.
 */
export function drawnComponents(task: Task, peak: number): Components {
  const { given, target, points } = task;
  const plan = task.plan.opened?.() ?? task.plan;
  const direct = plan.target.parents
    .map((key) => plan.steps.find(({ element }) => element.key === key)?.element)
    .filter((element) => element !== undefined);
  const columns = Array.from({ length: plan.dimensions }, (_, j) => Column.fromUniforms(spreadOut(j, plan.dimensions)));
  const block = {
    firstState: heaviest(plan.table.weights),
    states: 1,
    columns,
    draws: drawn,
    logWeights: null,
    mass: null,
  };
  const made = atNodes(given, plan, block, (at, nodes) => {
    const logs = logProbAt(drawnLaw(target, points, at, carefree), points);
    const densities = densitiesOf(logs, points.count, nodes);
    const values = direct.map((element) => ({ element, data: at.scope.variable(element.key).data }));
    const valuesAt = (n: number) =>
      values.map(({ element: { variable }, data: all }) => {
        const size = sizeOf(variable.type.shape);
        return { type: variable.type, numbers: Array.from(all.subarray(n * size, (n + 1) * size)) };
      });
    return densities.map((density, n) => {
      const own = valuesAt(n);
      return {
        label: own.map(({ numbers, type }) => fullLabel(numbers, type)).join(', '),
        values: own.flatMap(({ numbers }) => numbers),
        density,
      };
    });
  });
  let highest = 0;
  for (const { density } of made) for (const value of density) if (value < Infinity) highest = Math.max(highest, value);
  const scale = highest > 0 && peak > 0 ? (tallest * peak) / highest : 1;
  const items: Component[] = made.map(({ label, values, density }) => ({
    label,
    values,
    weight: 1 / drawn,
    colour: null,
    density: density.map((value) => value * scale),
  }));
  return { kind: 'draws', items, total: Infinity, of: direct.map(({ key }) => key).join(', '), scale };
}

/**
 * The density at every point for each node.
 * @param logs points × nodes, or points × 1 where the law is the same at all
 */
function densitiesOf(logs: Float64Array, points: number, nodes: number): Float64Array[] {
  const own = logs.length / points;
  return Array.from({ length: nodes }, (_, n) => {
    const density = new Float64Array(points);
    for (let p = 0, at = n % own; p < points; p++, at += own) density[p] = Math.exp(logs[at]!);
    return density;
  });
}

/** Whether parameters are valid is judged where the marginal is computed. */
const carefree: Leniency = { weights: null, mass: null, share: 1 };

function heaviest(weights: Float64Array): number {
  return weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
}

/**
 * Evenly spread points: the first coordinate in steps, the others an additive recurrence whose steps are powers of the root r of
 * r^d = r + 1, which is as far from rational as a number can be for d − 1 coordinates.
 */
function spreadOut(dimension: number, dimensions: number): Float64Array {
  if (dimension === 0) return Float64Array.from({ length: drawn }, (_, i) => (i + 0.5) / drawn);
  let root = 1.5;
  for (let i = 0; i < 60; i++) root = (1 + root) ** (1 / dimensions);
  const step = root ** -dimension;
  return Float64Array.from({ length: drawn }, (_, i) => (0.5 + (i + 1) * step) % 1);
}
