import type { GraphConstants, GraphNode, GraphPlate } from './modelGraph';
import { graphName, mathWidth } from './modelGraphNames';

/** The sizes of the parts of a graph, before anything has its place. All in pixels, for type of this size. */
export interface Measures {
  /** Of the formulas. */
  readonly type: number;
  readonly radius: number;
  /** Of a line of text. */
  readonly line: number;
  /** Between two rows. */
  readonly step: number;
}

export function measures(fontSize: number): Measures {
  const type = fontSize * 1.25;
  return { type, radius: fontSize * 1.6, line: type * 1.25, step: fontSize * 2.6 };
}

/** How far a node reaches from the middle of its circle, with the arrow to itself and the plate of its copies. */
export interface NodeSize {
  readonly halfWidth: number;
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** How far an arrow from a node to itself goes out. */
export const loopReach = 15;
const platePadding = 9;

export function nodeSize(node: GraphNode, { type, radius, line }: Measures): NodeSize {
  const halfWidth = Math.max(radius, mathWidth(graphName(node.shown), type) / 2 + radius * 0.42);
  const past = node.past === null ? 0 : loopReach + (node.past === '' ? 4 : mathWidth(node.past, type) + 8);
  const padding = node.copies.length === 0 ? 0 : platePadding;
  return {
    halfWidth,
    left: halfWidth + padding,
    right: halfWidth + past + padding,
    above: radius + padding,
    below: radius + (padding === 0 ? 0 : line + 2),
  };
}

/** What stands in the corner of a plate of copies. */
export function copiesLabel({ copies }: GraphNode): string {
  return copies.join(' × ');
}

/** A line in the corner of a plate; with `start` it leads to a statement of its own. */
export interface PlateLine {
  readonly text: string;
  readonly start: GraphPlate['starts'][number] | null;
  readonly width: number;
}

export function plateLine(text: string, { type }: Measures, start: PlateLine['start'] = null): PlateLine {
  return { text, start, width: mathWidth(text, type) + (start === null ? 0 : mathWidth('from ', type)) };
}

export function plateLines({ label, starts }: GraphPlate, size: Measures): PlateLine[] {
  return [
    plateLine(label, size),
    ...starts.slice(0, namedStarts).map((start) => plateLine(graphName(start.shown), size, start)),
  ];
}

const namedStarts = 3;

/** The names of a group, in lines; positions from the middle of the group. */
export interface GroupSize {
  readonly width: number;
  readonly height: number;
  readonly names: readonly {
    readonly name: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
}

const widestLine = 108;
/** A comma and the space after it, against the height of the type. */
const commaWidth = 0.6;

export function groupSize({ names, kind }: GraphConstants, { type, line }: Measures): GroupSize {
  const words = names.map((name, i) => {
    const text = graphName(name);
    return { name, text, width: mathWidth(text, type), comma: i < names.length - 1 };
  });
  const lines: (typeof words)[] = [[]];
  const widthOf = (row: typeof words): number =>
    row.reduce((sum, { width }, i) => sum + width + (i === 0 ? 0 : type * commaWidth), 0);
  for (const word of words) {
    const row = lines.at(-1) ?? [];
    if (row.length > 0 && widthOf([...row, word]) > widestLine) lines.push([word]);
    else row.push(word);
  }
  const widest = Math.max(...lines.map(widthOf));
  const padding = kind === 'networks' ? 8 : 1;
  return {
    width: widest + 2 * padding,
    height: lines.length * line + (kind === 'networks' ? 8 : 0),
    names: lines.flatMap((row, i) => {
      let x = -widthOf(row) / 2;
      return row.map(({ name, text, width, comma }) => {
        const placed = { name, text: comma ? `${text},` : text, x, y: (i - (lines.length - 1) / 2) * line, width };
        x += width + type * commaWidth;
        return placed;
      });
    }),
  };
}
