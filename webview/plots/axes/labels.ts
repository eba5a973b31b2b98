import { nameWidth } from '../text/textWidth';
import type { Frame } from './frame';

export interface LabelWish {
  readonly text: string;
  /** What the label names: the peak of a component, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The larger is placed first. */
  readonly priority: number;
}

export interface PlacedLabel<W extends LabelWish = LabelWish> {
  readonly wish: W;
  /** The middle of the text. */
  readonly x: number;
  /** The text's baseline. */
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A component whose peak lies further than this below the bold line is named at its own peak, not above the line. */
const reach = 44;
const gap = 7;

/**
 * Puts names beside the peaks of components so that no two touch and none leaves the frame; a name that finds no
 * place is left out (the legend has it still).
 * @param skyline the highest drawn pixel between two x, so that names sit above the bold line
 */
export function placeLabels<W extends LabelWish>(
  wishes: readonly W[],
  frame: Frame,
  fontSize: number,
  skyline: (left: number, right: number) => number,
): PlacedLabel<W>[] {
  const placed: PlacedLabel<W>[] = [];
  const taken: Box[] = [];
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority)) {
    const half = nameWidth(wish.text, fontSize) / 2;
    for (const { x, y } of candidates(wish, half, fontSize, skyline)) {
      const box = { left: x - half - 3, right: x + half + 3, top: y - fontSize, bottom: y + 3 };
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
        continue;
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ wish, x, y });
      break;
    }
  }
  return placed;
}

function* candidates(
  wish: LabelWish,
  half: number,
  fontSize: number,
  skyline: (left: number, right: number) => number,
): Generator<{ x: number; y: number }> {
  const above = (x: number): number => skyline(x - half, x + half) - gap;
  for (const lift of [0, 1, 2]) {
    for (const shift of [0, -half - 10, half + 10]) {
      const x = wish.x + shift;
      const y = above(x) - lift * (fontSize + 4);
      if (wish.y - y < reach + lift * fontSize) yield { x, y };
    }
  }
  for (const shift of [0, -half - 10, half + 10]) yield { x: wish.x + shift, y: wish.y - gap };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
