import type { ModelGraph } from './modelGraph';
import type { Box } from './modelGraphBox';
import type { GraphLayout } from './modelGraphLayout';
import { constantWords, nodeWords } from './modelGraphWords';

/** A part of the picture that leads to a statement. */
export interface GraphTarget {
  readonly box: Box;
  /** What it is, for a reader who cannot see it. */
  readonly label: string;
  readonly round: boolean;
  readonly name: string;
  /** Which of the statements of that name, counted from 0. */
  readonly definition: number;
}

/** What can be clicked, in the order in which the keyboard comes to it: from parents to children. */
export function graphTargets(graph: ModelGraph, { nodes, constants, plates, baseline }: GraphLayout): GraphTarget[] {
  const halfLine = baseline * 1.9;
  return [
    ...nodes.map(({ node, shape: { x, y, halfWidth, halfHeight } }) => ({
      box: { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight },
      label: nodeWords(node, graph),
      round: true,
      name: node.name,
      definition: node.definition,
    })),
    ...constants.flatMap(({ constants: group, names }) =>
      names.map(({ name, x, y, width }) => ({
        box: { left: x - 3, right: x + width + 3, top: y - halfLine, bottom: y + halfLine },
        label: constantWords(name, group),
        round: false,
        name,
        definition: 0,
      })),
    ),
    ...plates.flatMap(({ lines }) =>
      lines.flatMap(({ start, right, y, width }) =>
        start === null
          ? []
          : [
              {
                box: { left: right - width, right, top: y - halfLine, bottom: y + halfLine },
                label: `${start.shown}, where the chain starts`,
                round: false,
                name: start.name,
                definition: start.definition,
              },
            ],
      ),
    ),
  ];
}
