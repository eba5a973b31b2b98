import type { Plane } from '../engine/preview';
import { type ContourLine, contourLines } from './contours';
import { percent } from './format';
import { type Frame, textWidth } from './frame';
import { contourShares, massLevels } from './massLevels';
import { type Place, tenth } from './path';

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

/** The contours of a plane, the innermost first. */
export function contourMarks(
  plane: Pick<Plane, 'x' | 'y' | 'density'>,
  placeX: Place,
  placeY: Place,
  frame: Frame,
  fontSize: number,
): ContourMark[] {
  const taken: { x: number; y: number }[] = [];
  return massLevels(plane, contourShares).map(({ share, density }) => {
    const lines = contourLines(plane, density).map((line) => placed(line, placeX, placeY));
    const text = percent(share);
    const room = { x: textWidth(text, fontSize) / 2 + 2, y: fontSize * 0.6 };
    const spot = lowest(lines, frame, room);
    const free =
      spot !== null &&
      !taken.some(({ x, y }) => Math.abs(x - spot.x) < 2 * room.x && Math.abs(y - spot.y) < 2 * room.y);
    if (free) taken.push(spot);
    return { share, density, path: lines.map(pathOf).join(''), label: free ? { ...spot, text } : null };
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

/** Where the longest line is lowest on the screen, as far as there is room for words in the frame; null where there is none. */
function lowest(lines: readonly Float64Array[], frame: Frame, room: { x: number; y: number }) {
  const longest = lines.reduce<Float64Array | null>((a, b) => (a === null || b.length > a.length ? b : a), null);
  let spot: { x: number; y: number } | null = null;
  for (let i = 0; longest !== null && i + 1 < longest.length; i += 2) {
    const [x, y] = [longest[i] ?? 0, longest[i + 1] ?? 0];
    const within =
      x - room.x > frame.left && x + room.x < frame.right && y - room.y > frame.top && y + room.y < frame.bottom;
    if (within && (spot === null || y > spot.y)) spot = { x: tenth(x), y: tenth(y) };
  }
  return spot;
}
