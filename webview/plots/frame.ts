export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The rectangle that the data lie in, in pixels of the picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Average width of a character as a share of the font's size; wide on purpose, because the font is the user's. */
const characterWidth = 0.6;

/** @returns how wide a text will be drawn, in pixels, without asking the page (which would force a layout). */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * fontSize * characterWidth;
}

/** @returns the pixels to leave beside a vertical axis for its labels. */
export function labelRoom(ticks: readonly { readonly label: string }[], fontSize: number): number {
  return Math.max(0, ...ticks.map(({ label }) => textWidth(label, fontSize)));
}
