import type { Plane } from '../../../src/engine/api/preview';
import { colourClass, componentName, dashOf } from '../axes/colours';
import type { Frame } from '../axes/frame';
import { type Place, tenth } from '../axes/path';
import { nameWidth } from '../text/textWidth';
import { ellipsePoints } from './ellipse';

/** A component as an ellipse, placed in pixels. */
export interface EllipseMark {
  readonly label: string;
  readonly className: string;
  readonly dash: string;
  /** In data units. */
  readonly mean: readonly [number, number];
  /** One and two standard deviations from the mean; '' where the second would only repeat the contours. */
  readonly inner: string;
  readonly outer: string;
  /** Its name and where it stands; null where there is no room, or only one component. */
  readonly name: { readonly x: number; readonly y: number; readonly text: string } | null;
}

/** The components of a plane as ellipses, the lightest first. */
export function ellipseMarks(
  { components }: Pick<Plane, 'components'>,
  placeX: Place,
  placeY: Place,
  frame: Frame,
  fontSize: number,
): EllipseMark[] {
  if (components == null) return [];
  const { of, total } = components;
  const taken: { x: number; y: number; half: number }[] = [];
  const named = (text: string, top: { x: number; y: number }): EllipseMark['name'] => {
    const half = nameWidth(text, fontSize) / 2;
    const [x, y] = [tenth(top.x), tenth(top.y - fontSize * 0.45)];
    const within = x - half > frame.left && x + half < frame.right && y - fontSize > frame.top && y < frame.bottom;
    const free = taken.every((one) => Math.abs(one.x - x) > one.half + half + 4 || Math.abs(one.y - y) > fontSize);
    if (!within || !free || total < 2) return null;
    taken.push({ x, y, half });
    return { x, y, text };
  };
  // The heaviest component gets its name first.
  const marks = [...components.items]
    .sort((a, b) => b.weight - a.weight)
    .map((item) => {
      const inner = ellipsePoints(item.mean, item.covariance, 1);
      const outer = ellipsePoints(item.mean, item.covariance, 2);
      return {
        label: item.label,
        className: total < 2 ? 'of-marginal' : colourClass(item.colour),
        dash: dashOf(item.colour),
        mean: item.mean,
        inner: closedPath(inner, placeX, placeY),
        // Around a single Gaussian the contours say the same.
        outer: total < 2 ? '' : closedPath(outer, placeX, placeY),
        name: named(componentName(item, of), topOf(outer, placeX, placeY)),
      };
    });
  return marks.reverse();
}

function closedPath(points: Float64Array, placeX: Place, placeY: Place): string {
  let path = '';
  for (let i = 0; i + 3 < points.length; i += 2) {
    path += `${i === 0 ? 'M' : 'L'}${tenth(placeX(points[i] ?? 0))},${tenth(placeY(points[i + 1] ?? 0))}`;
  }
  return `${path}Z`;
}

/** The highest point on the screen. */
function topOf(points: Float64Array, placeX: Place, placeY: Place): { x: number; y: number } {
  let top = { x: 0, y: Number.POSITIVE_INFINITY };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const y = placeY(points[i + 1] ?? 0);
    if (y < top.y) top = { x: placeX(points[i] ?? 0), y };
  }
  return top;
}
