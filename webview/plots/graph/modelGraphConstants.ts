import type { GraphConstants, ModelGraph } from './modelGraph';
import { type Box, holds } from './modelGraphBox';
import { keyOf, noSize, type Plan, sideOf, stackGap, stackHeight } from './modelGraphPlan';
import type { PlacedPlate } from './modelGraphPlates';
import type { Shape } from './modelGraphRoutes';
import type { GroupSize } from './modelGraphShapes';

export interface PlacedConstants {
  readonly constants: GraphConstants;
  readonly box: Box;
  /** Where each name begins, and the height of its middle. */
  readonly names: GroupSize['names'];
}

/** Between parameters and what they point to. */
const aside = 30;
/** Between parameters and the plate of what they point to. */
const asidePlate = 20;

/** The parameters and networks of a graph: above everything, or beside the one variable that they belong to and outside of every plate. */
export function placeConstants(
  graph: ModelGraph,
  plan: Plan,
  above: ReadonlySet<GraphConstants>,
  shapes: ReadonlyMap<string, Shape>,
  chains: readonly PlacedPlate[],
  outline: Box | null,
): PlacedConstants[] {
  const top = [...above].map((group) => {
    const { x, y } = plan.outer.at.get(keyOf(group)) ?? { x: 0, y: 0 };
    return placed(group, x, y, plan);
  });
  const beside = graph.nodes.flatMap(({ name }) => {
    const groups = graph.constants.filter((group) => !above.has(group) && group.users[0] === name);
    const [first] = groups;
    const shape = shapes.get(name);
    if (first === undefined || shape === undefined) return [];
    const { left, right } = plan.nodes.get(name) ?? noSize;
    const plate = outline ?? chains.find(({ box }) => holds(box, shape))?.box;
    const room = plate === undefined ? aside : asidePlate;
    const edges = plate ?? { left: shape.x - left, right: shape.x + right };
    const onLeft = sideOf(first, graph, plan) === 'left';
    let y = shape.y - stackHeight(groups.map((group) => plan.groups.get(group)?.height ?? 0)) / 2;
    return groups.map((group) => {
      const { width, height } = plan.groups.get(group) ?? { width: 0, height: 0 };
      const x = onLeft ? edges.left - room - width / 2 : edges.right + room + width / 2;
      const made = placed(group, x, y + height / 2, plan);
      y += height + stackGap;
      return made;
    });
  });
  return [...top, ...beside];
}

function placed(group: GraphConstants, x: number, y: number, { groups }: Plan): PlacedConstants {
  const { width, height, names } = groups.get(group) ?? { width: 0, height: 0, names: [] };
  return {
    constants: group,
    box: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
    names: names.map((name) => ({ ...name, x: x + name.x, y: y + name.y })),
  };
}

/** What arrows start from: a little beyond the names. */
export function constantsShape({ box: { left, right, top, bottom }, constants }: PlacedConstants): Shape {
  const room = constants.kind === 'networks' ? 0 : 5;
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    halfWidth: (right - left) / 2 + room,
    halfHeight: (bottom - top) / 2,
    radius: 0,
  };
}
