import type { Plane } from '../../../src/engine/api/preview';
import type { Frame } from '../axes/frame';
import { type Place, tenth } from '../axes/path';
import { percent } from '../text/format';
import { textWidth } from '../text/textWidth';
import { type ContourLine, contourLines } from './contours';
import { contourShares, massLevels } from './massLevels';

/** A contour, placed in pixels. */
export interface ContourMark {
  /** Of the mass within. */
  readonly share: number;
  /** The density on it. */
  readonly density: number;
  /** One path, of as many lines as the region has borders. */
  readonly path: string;
  /** Its share in words and where they stand; null where there is no room. */
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

/** A place in pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The contours of a plane, the innermost first. */
export function contourMarks(
  plane: Pick<Plane, 'x' | 'y' | 'density'>,
  placeX: Place,
  placeY: Place,
  frame: Frame,
  fontSize: number,
): ContourMark[] {
  const taken: Spot[] = [];
  return massLevels(plane, contourShares).map(({ share, density }) => {
    const lines = contourLines(plane, density).map((line) => placed(line, placeX, placeY));
    const text = percent(share);
    const room = { x: textWidth(text, fontSize) / 2 + 2, y: fontSize * 0.6 };
    const free = ({ x, y }: Spot): boolean =>
      x - room.x > frame.left &&
      x + room.x < frame.right &&
      y - room.y > frame.top &&
      y + room.y < frame.bottom &&
      !taken.some((one) => Math.abs(x - one.x) < 2 * room.x && Math.abs(y - one.y) < 2 * room.y);
    const spot = extremes(lines).find(free) ?? null;
    if (spot !== null) taken.push(spot);
    return { share, density, path: lines.map(pathOf).join(''), label: spot === null ? null : { ...spot, text } };
  });
}

function placed(line: ContourLine, placeX: Place, placeY: Place): Float64Array {
  return line.map((value, i) => (i % 2 === 0 ? placeX(value) : placeY(value)));
}

function pathOf(line: Float64Array): string {
  let path = '';
  for (let i = 0; i + 1 < line.length; i += 2) {
    path += `${i === 0 ? 'M' : 'L'}${tenth(line[i] ?? 0)},${tenth(line[i + 1] ?? 0)}`;
  }
  return path;
}

/** Where words may stand on lines: where each is lowest on the screen, the longest first, then where each is highest. */
function extremes(lines: readonly Float64Array[]): Spot[] {
  const longest = [...lines].sort((a, b) => b.length - a.length);
  return [1, -1].flatMap((down) =>
    longest.map((line) => {
      let best = 0;
      for (let i = 2; i + 1 < line.length; i += 2) {
        if (down * (line[i + 1] ?? 0) > down * (line[best + 1] ?? 0)) best = i;
      }
      return { x: tenth(line[best] ?? 0), y: tenth(line[best + 1] ?? 0) };
    }),
  );
}
