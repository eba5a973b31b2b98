import type { Box } from './modelGraphBox';
import { padding } from './modelGraphPlan';
import { type Measures, type PlateLine, plateLine } from './modelGraphShapes';

export interface PlacedPlate {
  readonly box: Box;
  /** In the lower right corner. */
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine extends PlateLine {
  readonly right: number;
  /** Of its middle. */
  readonly y: number;
}

/** A plate with what is written in its corner. */
export function placedPlate(box: Box, lines: readonly PlateLine[], { line }: Measures): PlacedPlate {
  const placed = lines.map((each, i) => ({
    ...each,
    right: box.right - 8,
    y: box.bottom - 4 - (lines.length - i - 0.5) * line,
  }));
  return { box, lines: placed };
}

/** The plate around everything that there is once for each row of the data. */
export function dataPlate({ left, right, top, bottom }: Box, label: string, size: Measures): PlacedPlate {
  const line = plateLine(label, size);
  const lack = Math.max(0, line.width + 16 - (right - left + 2 * padding)) / 2;
  const box = {
    left: left - padding - lack,
    right: right + padding + lack,
    top: top - padding,
    bottom: bottom + size.line + 8,
  };
  return placedPlate(box, [line], size);
}
